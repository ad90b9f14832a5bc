import { Fault } from './faults.ts'
import { cliWords as t } from './messages/cli.ts'

/** How text is written to a file. */
export const ENCODINGS = ['utf-8-bom', 'utf-8', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

let twoBytes: Uint16Array | undefined

/** The reverse of the platform's decoder for all two-byte pairs, by character; made on first use in about 10 ms. */
function twoByteTable(): Uint16Array {
  if (twoBytes !== undefined) return twoBytes
  twoBytes = new Uint16Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const code = character.charCodeAt(0)
      const isPair = character.length === 1 && character !== '\uFFFD' && code >= 0x80
      if (isPair && twoBytes[code] === 0) twoBytes[code] = (lead << 8) | trail
    }
  }
  return twoBytes
}

/** A run of characters whose four-byte places follow one another. */
interface Range {
  readonly point: number
  readonly linear: number
  length: number
}

let ranges: Range[] | undefined

/**
 * Text as GB18030 bytes. Nothing is ever replaced: the few private-use characters that the platform's decoder could
 * not read back (U+E5E5, and those that GB18030-2022 moved) are refused.
 */
export function encodeGb18030(text: string): Uint8Array {
  const table = twoByteTable()
  // Four bytes are the most that one unit of UTF-16 takes.
  const bytes = new Uint8Array(text.length * 4)
  let length = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    const pair = table[unit] ?? 0
    if (unit < 0x80) bytes[length++] = unit
    else if (pair !== 0) {
      bytes[length++] = pair >> 8
      bytes[length++] = pair & 0xff
    } else {
      const point = text.codePointAt(i) ?? 0
      bytes.set(fourBytes(point), length)
      length += 4
      if (point > 0xffff) i += 1
    }
  }
  return bytes.subarray(0, length)
}

function fourBytes(point: number): number[] {
  const linear = point >= 0x10000 ? 189_000 + (point - 0x10000) : linearOf(point)
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}

/** The four-byte place of a character below U+10000: the platform's decoder, read backwards. */
function linearOf(point: number): number {
  ranges ??= fourByteRanges()
  const range = ranges.find((r) => r.point <= point && point < r.point + r.length)
  if (range === undefined) throw new Fault('INVALID_VALUE', t.notInGb18030(point))
  return range.linear + (point - range.point)
}

function fourByteRanges(): Range[] {
  const decoder = new TextDecoder('gb18030')
  const found: Range[] = []
  for (let linear = 0; linear < 39_420; linear += 1) {
    const bytes = [
      0x81 + Math.floor(linear / 12_600),
      0x30 + (Math.floor(linear / 1260) % 10),
      0x81 + (Math.floor(linear / 10) % 126),
      0x30 + (linear % 10),
    ]
    const point = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0
    const last = found.at(-1)
    if (last !== undefined && point === last.point + last.length) last.length += 1
    else found.push({ point, linear, length: 1 })
  }
  return found.filter((range) => range.point !== 0xfffd || range.length > 1)
}

/** Text as bytes of the chosen encoding; the byte order mark belongs to the start of a file only. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  return encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8')
}
