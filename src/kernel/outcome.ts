import type { ReadDb } from './db.ts'
import type { Screen } from './screen.ts'
import type { Text } from './text.ts'
import type { View } from './view.ts'
import type { WorkbookSheet } from './workbook.ts'

/** What a verb answers: data for stdout, talk for stderr. Renderers make text of it, verbs never do. */
export type Outcome = Shown & {
  /** One sentence each, for stderr. */
  readonly notes: readonly Text[]
  /** Exit status; 0 unless the verb says otherwise. */
  readonly status: number
}

type Shown =
  | {
      readonly kind: 'record'
      readonly view: View<never>
      readonly row: unknown
      /** Leaves out of what people read what they saw just before. */
      readonly brief?: boolean
      /** What a terminal shows in place of the fields. */
      readonly screen?: Screen
      /** The same a while later, for whoever keeps looking at it. */
      readonly again?: () => Promise<Outcome>
    }
  | {
      readonly kind: 'records'
      readonly view: View<never>
      readonly rows: readonly unknown[]
      readonly empty: Text
      /** Which columns people at a terminal read in place of those of the record. */
      readonly eyes?: View<never>
      /** What a terminal shows in place of the table. */
      readonly screen?: Screen
    }
  | { readonly kind: 'stream'; readonly view: View<never>; readonly blocks: Blocks }
  | {
      readonly kind: 'paper'
      readonly paper: string | Uint8Array
      readonly view: View<never>
      readonly rows: readonly unknown[]
      /** The paper is about one record: JSON is that object, not a list. */
      readonly single?: boolean
      /** What `-o FILE.xlsx` holds instead of the rows. */
      readonly workbook?: readonly WorkbookSheet[]
    }
  | { readonly kind: 'nothing' }

/** Blocks of rows, read inside one consistent state while they are written out. */
export type Blocks = (db: ReadDb) => AsyncIterable<readonly unknown[]>

interface Talk {
  readonly notes?: readonly Text[]
  readonly status?: number
}

const talk = ({ notes = [], status = 0 }: Talk): Required<Talk> => ({ notes, status })

type OfRecord = Pick<Extract<Shown, { kind: 'record' }>, 'brief' | 'screen' | 'again'>

export function record<T>(view: View<T>, row: T, more: Talk & OfRecord = {}): Outcome {
  const { notes, status, ...shown } = more
  return { kind: 'record', view, row, ...shown, ...talk({ ...(notes && { notes }), ...(status && { status }) }) }
}

/** `empty` is said on stderr where there are no rows. */
export function records<T>(
  view: View<T>,
  rows: readonly T[],
  empty: Text,
  { screen, eyes, ...more }: Talk & { readonly screen?: Screen; readonly eyes?: View<T> | undefined } = {},
): Outcome {
  return { kind: 'records', view, rows, empty, ...(screen && { screen }), ...(eyes && { eyes }), ...talk(more) }
}

export function stream<T>(view: View<T>, blocks: (db: ReadDb) => AsyncIterable<readonly T[]>): Outcome {
  return { kind: 'stream', view, blocks, ...talk({}) }
}

/** A paper for people; with `--json` its records. */
export function paper<T>(
  text: string | Uint8Array,
  view: View<T>,
  rows: readonly T[],
  more: Talk & { readonly single?: boolean; readonly workbook?: readonly WorkbookSheet[] } = {},
): Outcome {
  const { single = false, workbook, ...said } = more
  return { kind: 'paper', paper: text, view, rows, single, ...(workbook && { workbook }), ...talk(said) }
}

export function nothing(more: Talk = {}): Outcome {
  return { kind: 'nothing', ...talk(more) }
}
