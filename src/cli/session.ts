import { readChoice } from '../kernel/choices.ts'
import type { ReadDb, StageDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { LANGUAGES } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { SHANGHAI, zoneNamed } from '../kernel/zone.ts'
import type { Zone } from '../kernel/zone.ts'
import type { OfficePlace } from '../kernel/server-target.ts'
import type { WaitingWords } from '../store/engine.ts'
import type { Store } from '../store/store.ts'

/** The database of one call: opened when first asked for, closed when the call ends. */
export class Session {
  readonly place: OfficePlace
  /** When the changes of this call are made. */
  at = 0
  /** Hears what this call has to wait for; the language may be known only when the office is open. */
  waiting: WaitingWords = { holder: () => undefined, seat: () => undefined, attended: true }
  /** Was anything committed? Then it stays, whatever goes wrong with the rest of the call. */
  saved = false
  readonly verbPath: string
  private readonly actor: string
  private readonly signal: AbortSignal
  private store: Store | undefined
  private asItIs = false

  constructor(place: OfficePlace, verbPath: string, actor: string, signal: AbortSignal) {
    this.place = place
    this.verbPath = verbPath
    this.actor = actor
    this.signal = signal
  }

  /** The zone and language that typed values are read in. A verb without an office may name them itself. */
  async basics(
    verb: Verb,
    typed: ReadonlyMap<string, readonly string[]>,
  ): Promise<{ zone: Zone; language: Language | undefined }> {
    if (verb.withoutOffice === true) {
      const language = readChoice(typed.get('language')?.[0] ?? '', LANGUAGES, codeWords.language)
      return { zone: zoneNamed(typed.get('timezone')?.[0] ?? SHANGHAI.name) ?? SHANGHAI, language }
    }
    const { readOffice } = await import('../office/queries.ts')
    this.asItIs = verb.evenIfDamaged === true
    try {
      const { zone, language } = await this.reading(readOffice)
      return { zone, language }
    } catch (error) {
      const damaged = error instanceof Fault && (error.code === 'DB_DAMAGED' || error.code === 'DB_ALTERED')
      if (!damaged || verb.evenIfDamaged !== true) throw error
      return { zone: SHANGHAI, language: undefined }
    }
  }

  async reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    return (await this.open()).reading(work)
  }

  async staging<T>(work: (db: StageDb) => Promise<T>): Promise<T> {
    return (await this.open()).staging(work)
  }

  async writing<T>(work: (db: WriteDb) => Promise<T>, isLong?: boolean): Promise<T> {
    const answer = await (await this.open()).writing(this.deed(), work, isLong)
    this.saved = true
    return answer
  }

  async creating<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
    const { createOffice } = await import('../store/engine.ts')
    const answer = await createOffice(this.place, this.deed(), this.signal, work)
    this.saved = true
    return answer
  }

  close(): void {
    this.store?.close()
    this.store = undefined
  }

  private deed(): { actor: string; verb: string; at: number } {
    return { actor: this.actor, verb: this.verbPath, at: this.at }
  }

  private async open(): Promise<Store> {
    if (this.store === undefined) {
      const { openOffice } = await import('../store/engine.ts')
      const late = (): WaitingWords => this.waiting
      const words: WaitingWords = {
        holder: (holder) => late().holder(holder),
        seat: (seat) => late().seat(seat),
        get attended() {
          return late().attended
        },
      }
      this.store = await openOffice(this.place, this.signal, words, this.asItIs)
    }
    return this.store
  }
}
