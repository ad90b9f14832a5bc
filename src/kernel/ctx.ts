import type { Asker } from './asker.ts'
import type { Change, ReadDb, StageDb, WriteDb } from './db.ts'
import type { DraftPlace } from './draft.ts'
import type { Clock } from './moment.ts'
import type { OfficePlace } from './server-target.ts'
import type { Language } from './text.ts'
import type { Warning } from './warning.ts'

/** Where text goes. `columns` and `rows` are the size of the terminal, absent where it is none. */
export interface Sink {
  readonly columns: number | undefined
  readonly rows: number | undefined
  readonly colour: boolean
  /** Resolves when the text was taken, so that a slow reader slows us down; rejects where it cannot be taken. */
  write(text: string | Uint8Array): Promise<void>
}

/** The world, as far as a verb may see it. */
export interface Ctx extends Clock {
  readonly actor: string
  readonly language: Language
  /** The office's file; of one on a server its URL, without the password. */
  readonly dbFile: string
  /** What was set around the call. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where the office is. */
  readonly place: OfficePlace
  /** Where an office is that is named like this, by a file or a URL. */
  placeNamed(target: string): Promise<OfficePlace>
  readonly out: Sink
  readonly err: Sink
  /** stdin, for FILE `-`. */
  readonly input: AsyncIterable<Uint8Array>
  /** Present where stdin and stdout are terminals and nothing forbids asking. */
  readonly asker: Asker | undefined
  /** `--yes`: bulk changes are not asked about. */
  readonly yes: boolean
  readonly signal: AbortSignal
  /** What the form of this command keeps until it is done. */
  readonly draft: DraftPlace
  /** Something was changed outside the office's database: from now on nobody is told that nothing was. */
  changed(): void
  /** The same with the clock read anew: typing takes time. */
  later(): Ctx
  /**
   * Which findings (3.0) these changes make, unmake or contradict; asked in the transaction that made them, by whoever
   * changes a ticket or a complaint.
   */
  findingChanges(db: ReadDb, changes: readonly Change[]): Promise<readonly Warning[]>
  /** One consistent state. */
  reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  /** Makes the office's database, all of it or nothing; refused where the file exists. */
  creating<T>(work: (db: WriteDb) => Promise<T>): Promise<T>
  /** Fills temporary tables, which a later `writing` of this call finds; changes nothing that anyone else sees. */
  staging<T>(work: (db: StageDb) => Promise<T>): Promise<T>
  /**
   * One transaction: all of it or nothing. Nested or parallel calls throw. Long work sees to its references itself: looking
   * each up again would double its time.
   */
  writing<T>(work: (db: WriteDb) => Promise<T>, isLong?: boolean): Promise<T>
}
