import { createHash } from 'node:crypto'
import { layoutAmong } from '../kernel/book-layout.ts'
import type { Layout } from '../kernel/book-layout.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { guarded } from '../kernel/csv.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { workbookWords as w } from '../kernel/messages/workbooks.ts'
import { chooseSheet } from './choose-sheet.ts'
import type { BookAsked, BookPiece, OpenBook } from './open-book.ts'
import { holdWorkbook } from './read-workbook.ts'
import type { HeldWorkbook } from './read-workbook.ts'
import { UnreadableWorkbook } from './workbook-parts.ts'
import type { SheetHead } from './workbook-talk.ts'

/** As many rows as a header is looked for in. */
const SAMPLE_ROWS = 60
const MARKS = '_line\n_reason\n_book'

/** One sheet of a workbook as a book: its rows are read as those of a CSV file, `line` is the row of the sheet. */
export async function openWorkbook(pieces: AsyncIterable<Uint8Array>, asked: BookAsked): Promise<OpenBook> {
  const bytes = await wholeFile(pieces, asked.file)
  const held = await named(asked.file, holdWorkbook(bytes, asked.signal))
  try {
    const sheet = await chooseSheet(asked, held.sheets)
    const found = held.sheets[sheet]
    if (found?.used !== true) throw new Fault('INVALID_VALUE', t.emptyFile(`${asked.file} [${found?.name ?? ''}]`))
    const blocks = held.rows(sheet)
    const { records, isWhole } = await sampled(asked.file, blocks)
    const layout = laidOut(records, asked, found)
    return {
      ...layout,
      delimiter: '',
      encoding: bytes[0] === ZIP ? 'xlsx' : 'xls',
      size: undefined,
      sheet: { ...found, others: held.sheets.filter(({ name, used }) => used && name !== found.name) },
      bytesRead: () => 0,
      pieces: () => piecesOf(records, isWhole ? undefined : blocks, layout, asked),
      hash: () => hashOfSheet(bytes, found.name),
      close: held.close,
    }
  } catch (error) {
    held.close()
    throw error
  }
}

const ZIP = 0x50
const LARGEST = 134_217_728

/** What the sheets of a workbook are stands at its end. */
async function wholeFile(pieces: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > LARGEST) throw new Fault('BOOK_UNREADABLE', w.flaws['too-large'](file))
    read.push(piece)
  }
  return Buffer.concat(read)
}

async function named<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) throw new Fault('BOOK_UNREADABLE', w.flaws[error.flaw](file))
    throw error
  })
}

/** Two sheets of one file are two books. */
function hashOfSheet(bytes: Uint8Array, name: string): string {
  return createHash('sha256').update(bytes).update(`\0${name}`).digest('hex')
}

async function sampled(
  file: string,
  blocks: ReturnType<HeldWorkbook['rows']>,
): Promise<{ records: CsvRecord[]; isWhole: boolean }> {
  const records: CsvRecord[] = []
  while (records.length < SAMPLE_ROWS) {
    const next = await named(file, blocks.next())
    if (next.done === true) return { records, isWhole: true }
    records.push(...next.value)
  }
  return { records, isWhole: false }
}

function laidOut(records: readonly CsvRecord[], asked: BookAsked, { width }: SheetHead): Layout {
  const isRejects = records.slice(0, SAMPLE_ROWS).some(({ cells }) => cells.join('\n').includes(MARKS))
  const said = isRejects && asked.ofRejects !== undefined ? { ...asked, ...asked.ofRejects } : asked
  const layout = layoutAmong([{ delimiter: '', records }], asked.fieldOf, said)
  if (layout === undefined) {
    asked.refuseShape?.(asked.file, records)
    const { what, next } = asked.noHeader ?? { what: t.noHeader(asked.file), next: t.noHeaderNext }
    throw new Fault('INVALID_VALUE', what, next)
  }
  return { ...layout, header: { ...layout.header, cells: widened(layout.header.cells, width) } }
}

/** A column without a heading is a column all the same, unless a stray cell makes the sheet as wide as sheets can be. */
function widened(cells: readonly string[], width: number): readonly string[] {
  if (width <= cells.length || width > MOST_COLUMNS) return cells
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

const MOST_COLUMNS = 1000

async function* piecesOf(
  records: readonly CsvRecord[],
  blocks: ReturnType<HeldWorkbook['rows']> | undefined,
  { header }: Layout,
  { file, isOwn }: BookAsked,
): AsyncGenerator<BookPiece> {
  // In files of ours a text is not guarded against being run as a formula: in a workbook it cannot be.
  const isOurs = isOwn?.(header.cells) === true || header.cells.join('\n').includes(MARKS)
  const piece = (found: readonly CsvRecord[]): BookPiece => {
    const below = found.filter(({ line }) => line > header.line)
    const read = isOurs ? below.map(({ line, cells }) => ({ line, cells: cells.map(guarded) })) : below
    // Cells of a sheet always want a look: nothing was decoded on the way that could have told.
    return { records: read, suspect: true }
  }
  yield piece(records)
  if (blocks === undefined) return
  for (let next = await named(file, blocks.next()); next.done !== true; next = await named(file, blocks.next()))
    yield piece(next.value)
}
