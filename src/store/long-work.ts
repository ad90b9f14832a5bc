import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import type { LongWork } from '../kernel/ctx.ts'
import type { Instant } from '../kernel/zone.ts'

/** What a seat that has to wait is told: whose work holds the office, and since when. */
export interface LongWorkNote extends LongWork {
  readonly actor: string
  readonly at: Instant
}

const BEAT_MS = 500
/** A note that was not renewed for so long was left by someone who was killed. */
const STALE_MS = 30_000

const noteFile = (file: string): string => `${file}-import`

/** Leaves a note beside the database while the work goes on, and renews it. */
export async function whileNoted<T>(file: string, note: LongWorkNote, work: () => Promise<T>): Promise<T> {
  const target = noteFile(file)
  const text = JSON.stringify(note)
  let handle: number | undefined
  try {
    rmSync(target, { force: true })
    handle = openSync(target, 'wx', 0o600)
    writeSync(handle, text, 0)
  } catch {
    // Where no note can be left, others wait without being told for what.
  }
  const beat = setInterval(() => renew(handle, text), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    if (handle !== undefined) takeAway(handle, target)
  }
}

function takeAway(handle: number, target: string): void {
  try {
    closeSync(handle)
    rmSync(target, { force: true })
  } catch {
    // The work is done; a note that is never renewed tells of nobody.
  }
}

function renew(handle: number | undefined, text: string): void {
  try {
    if (handle !== undefined) writeSync(handle, text, 0)
  } catch {
    // On a full disk others wait without being told for what.
  }
}

/** Watches the note of another seat; one that is never renewed tells of nobody. */
export class NoteWatch {
  private readonly file: string
  private readonly tell: (note: LongWorkNote) => void
  private renewedAt: number | undefined
  private stamp: number | undefined
  private told = false

  constructor(file: string, tell: (note: LongWorkNote) => void) {
    this.file = noteFile(file)
    this.tell = tell
  }

  /** Is long work going on? Whoever asks again and again is told once what it is. */
  isGoingOn(): boolean {
    const stamp = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs
    const now = performance.now()
    if (stamp === undefined) return false
    if (this.stamp !== undefined && stamp !== this.stamp) {
      this.renewedAt = now
      if (!this.told) this.tellOf()
    }
    this.stamp = stamp
    return this.renewedAt !== undefined && now - this.renewedAt < STALE_MS
  }

  private tellOf(): void {
    try {
      this.tell(JSON.parse(readFileSync(this.file, 'utf8')) as LongWorkNote)
      this.told = true
    } catch {
      // It is being written, or has just gone.
    }
  }
}
