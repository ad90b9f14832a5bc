import { hash } from 'node:crypto'
import type { Instant } from '../kernel/zone.ts'

/** What a row says, in 22 characters. */
export function contentHash(content: string): string {
  return hash('sha256', content, 'base64').slice(0, 22)
}

/**
 * What a row without a number is known by: its content, and its place among rows of the same content. The time of the
 * report comes first, so that the rows of a book lie together in the index.
 */
export function contentKey(reportedAt: Instant, hashed: string, place: number): string {
  const key = `${reportedAt.toString(36)}.${hashed.slice(0, 16)}`
  return place === 1 ? key : `${key}#${place}`
}

const START = 1 << 16
const WORDS = 3

/**
 * A number for each of very many hashes, in 24 to 48 bytes each. A hash is told by 60 of its bits, which two of a million
 * rows share once in two million books.
 */
export class HashTable {
  private slots = new Uint32Array(START * WORDS)
  private size = 0

  /** 0: the hash was never set. */
  get(hashed: string): number {
    return this.slots[this.slotOf(this.slots, bits(hashed, 0), bits(hashed, 5)) + 2] ?? 0
  }

  /** How often the hash was counted, this time included. */
  count(hashed: string): number {
    if (this.size * 2 >= this.slots.length / WORDS) this.grow()
    const [high, low] = [bits(hashed, 0), bits(hashed, 5)]
    const slot = this.slotOf(this.slots, high, low)
    if (this.slots[slot] === 0) this.size += 1
    this.slots[slot] = high
    this.slots[slot + 1] = low
    const count = (this.slots[slot + 2] ?? 0) + 1
    this.slots[slot + 2] = count
    return count
  }

  /** `value` is a whole number from 1 to 2³²−1. */
  set(hashed: string, value: number): void {
    if (this.size * 2 >= this.slots.length / WORDS) this.grow()
    if (this.put(this.slots, bits(hashed, 0), bits(hashed, 5), value)) this.size += 1
  }

  private put(slots: Uint32Array, high: number, low: number, value: number): boolean {
    const slot = this.slotOf(slots, high, low)
    const isNew = slots[slot] === 0
    slots[slot] = high
    slots[slot + 1] = low
    slots[slot + 2] = value
    return isNew
  }

  /** Where the hash stands, or would. */
  private slotOf(slots: Uint32Array, high: number, low: number): number {
    const last = slots.length / WORDS - 1
    let place = low & last
    for (;;) {
      const slot = place * WORDS
      if (slots[slot] === 0 || (slots[slot] === high && slots[slot + 1] === low)) return slot
      place = (place + 1) & last
    }
  }

  private grow(): void {
    const larger = new Uint32Array(this.slots.length * 2)
    for (let slot = 0; slot < this.slots.length; slot += WORDS) {
      const [high = 0, low = 0, value = 0] = [this.slots[slot], this.slots[slot + 1], this.slots[slot + 2]]
      if (high !== 0) this.put(larger, high, low, value)
    }
    this.slots = larger
  }
}

/** 30 bits of five base64 characters, from 1 on. */
export function bits(hashed: string, from: number): number {
  let value = 0
  for (let i = from; i < from + 5; i += 1) value = (value << 6) | valueOf(hashed.charCodeAt(i))
  return value + 1
}

function valueOf(code: number): number {
  if (code >= 97) return code - 71
  if (code >= 65) return code - 65
  if (code >= 48) return code + 4
  return code === 43 ? 62 : 63
}
