import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import { noteWords as t } from '../kernel/messages/notes.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import { nextNumber } from '../office/numbering.ts'

/** A line for the next shift (1.1). */
export interface DeskNote {
  readonly note: number
  readonly text: string
  readonly written_at: Instant
  readonly written_by: string
  /** When it was shown to somebody who signed on. */
  readonly seen_at: Instant | null
  readonly seen_by: string | null
  readonly done_at: Instant | null
  readonly done_by: string | null
}

const COLUMNS = 'note, text, written_at, written_by, seen_at, seen_by, done_at, done_by'
const INSERT = `insert into desk_note (${COLUMNS}) values ($1, $2, $3, $4, null, null, null, null)`
const OPEN = `select ${COLUMNS} from desk_note where seen_at is null and done_at is null order by note`
const ALL = `select ${COLUMNS} from desk_note order by note`
const ONE = `select ${COLUMNS} from desk_note where note = $1`
const SEEN = `update desk_note set seen_at = $2, seen_by = $3 where note = $1`
const DONE = `update desk_note set done_at = $2, done_by = $3 where note = $1`

/** Strict columns guarantee the shape. */
const noteOf = (row: Row): DeskNote => row as unknown as DeskNote

/** Those that stand on the board, or all that were ever written. */
export async function readNotes(db: ReadDb, all = false): Promise<DeskNote[]> {
  return (await db.all(all ? ALL : OPEN)).map(noteOf)
}

export async function readNote(db: ReadDb, number: number): Promise<DeskNote | undefined> {
  const row = await db.get(ONE, [number])
  return row === undefined ? undefined : noteOf(row)
}

export async function addNote(db: WriteDb, text: string, by: string, at: Instant): Promise<DeskNote> {
  const note = await nextNumber(db, 'note')
  await db.run(INSERT, [note, text, at, by])
  const unseen = { seen_at: null, seen_by: null, done_at: null, done_by: null }
  const added = { note, text, written_at: at, written_by: by, ...unseen }
  await db.record({ subject: subjectOf(added), table: 'desk_note', after: added })
  return added
}

/** Somebody who signs on was shown it: from then on it is off the board. */
export async function markSeen(db: WriteDb, before: DeskNote, by: string, at: Instant): Promise<DeskNote> {
  await db.run(SEEN, [before.note, at, by])
  return recorded(db, before, { ...before, seen_at: at, seen_by: by })
}

export async function markDone(db: WriteDb, before: DeskNote, by: string, at: Instant): Promise<DeskNote> {
  await db.run(DONE, [before.note, at, by])
  return recorded(db, before, { ...before, done_at: at, done_by: by })
}

async function recorded(db: WriteDb, before: DeskNote, after: DeskNote): Promise<DeskNote> {
  await db.record({ subject: subjectOf(after), table: 'desk_note', before, after })
  return after
}

const subjectOf = ({ note }: DeskNote): string => `note ${note}`

export const noteView: View<DeskNote> = [
  v.count('note_no', t.number, (n) => n.note),
  v.text('text', t.text, (n) => n.text),
  v.moment('written_at', t.writtenAt, (n) => n.written_at),
  v.text('written_by', t.writtenBy, (n) => n.written_by),
  v.moment('seen_at', t.seenAt, (n) => n.seen_at),
  v.text('seen_by', t.seenBy, (n) => n.seen_by),
  v.moment('done_at', t.doneAt, (n) => n.done_at),
  v.text('done_by', t.doneBy, (n) => n.done_by),
]
