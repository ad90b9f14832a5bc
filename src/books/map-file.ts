import { existsSync } from 'node:fs'
import { z } from 'zod'
import { BOOK_ENCODINGS } from '../kernel/book-encoding.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { foldWord } from '../kernel/word-folding.ts'
import { writeFileAtomically } from '../store/atomic-file.ts'
import { readPieces, sizeOf } from '../store/read-pieces.ts'
import { FAULT_CLASSES } from '../ticket/ticket.ts'
import type { BookMap } from './book-map.ts'
import { JOINED } from './columns.ts'
import { BOOK_FIELDS } from './header-words.ts'

const line = z.int().min(0)
const mapFile = z.strictObject({
  encoding: z.enum(BOOK_ENCODINGS).optional(),
  delimiter: z.string().length(1).optional(),
  header_line: line.optional(),
  book: z.string().min(1).optional(),
  year: z.int().min(1970).max(2199).optional(),
  date_order: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  fill_down: z.boolean().optional(),
  empty: z.array(z.string().min(1)).optional(),
  default_branch: z.string().min(1).optional(),
  default_class: z.enum(FAULT_CLASSES).optional(),
  columns: z
    .array(
      z.strictObject({ column: z.union([z.string().min(1), z.int().min(1)]), field: z.enum(BOOK_FIELDS).nullable() }),
    )
    .optional(),
  words: z.partialRecord(z.enum(BOOK_FIELDS), z.record(z.string().min(1), z.string().min(1))).optional(),
})

/** The file behind `--map`; whatever it holds that is not known is refused with its place. */
export async function readMapFile(file: string, signal: AbortSignal): Promise<BookMap> {
  const found = mapFile.safeParse(parsed(await contentOf(file, signal), file))
  if (!found.success)
    throw new Fault('INVALID_VALUE', t.badMap(file, found.error.issues.map(placeOf)), t.badMapNext(BOOK_FIELDS))
  const { columns = [], words = {}, ...rest } = found.data
  const twice = columns.filter(
    ({ field }, index) =>
      field !== null && !JOINED.includes(field) && columns.findIndex((other) => other.field === field) !== index,
  )
  if (twice.length > 0)
    throw new Fault(
      'INVALID_VALUE',
      t.fieldTwice(
        file,
        twice.map(({ field }) => `${field}`),
        JOINED,
      ),
    )
  return { ...rest, columns, words: new Map(Object.entries(words).map(([field, table]) => [field, folded(table)])) }
}

/** A map that stands there may have been worked on: another one is never written over it. */
export async function writeMapFile(file: string, text: string, signal: AbortSignal): Promise<void> {
  const isThere = existsSync(file) && sizeOf(file) !== undefined
  if (isThere && (await contentOf(file, signal)) === text) return
  if (isThere) throw new Fault('CANNOT_WRITE', t.otherMap(file), t.otherMapNext)
  await writeFileAtomically(file, (write) => write(text))
}

async function contentOf(file: string, signal: AbortSignal): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of readPieces(file, signal)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Fault('INVALID_VALUE', t.notJson(file, error instanceof Error ? error.message : ''))
  }
}

/** `columns[2].field`. */
function placeOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${path}.${key}`) : [path]
  return unknown.map((place) => place.replace(/^\./, '')).join(', ')
}

function folded(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([word, meant]) => [foldWord(word), meant]))
}
