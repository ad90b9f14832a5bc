import { createHash } from 'node:crypto'
import { EncodingGuess } from '../kernel/book-encoding.ts'
import type { BookEncoding } from '../kernel/book-encoding.ts'
import { DELIMITERS, findLayout, recordsOf as recordsOfSample } from '../kernel/book-layout.ts'
import type { FieldOf, Layout, LayoutAsked } from '../kernel/book-layout.ts'
import { unguarded } from '../kernel/csv.ts'
import { CsvReader, LineTooLong } from '../kernel/csv-reader.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import type { Text } from '../kernel/text.ts'
import { WANTS_A_LOOK } from '../kernel/unseen.ts'
import { workbookWords as w } from '../kernel/messages/workbooks.ts'
import { isRejects, isWorkbook } from './book-head.ts'
import { withoutForeignLines } from './foreign-lines.ts'
import { readPieces, sizeOf } from './read-pieces.ts'
import type { SheetHead } from './workbook-talk.ts'

/** Which file, and what was said about it. */
export interface BookAsked extends LayoutAsked {
  /** `-` is stdin. */
  readonly file: string
  readonly input: AsyncIterable<Uint8Array>
  readonly signal: AbortSignal
  readonly encoding?: BookEncoding | undefined
  readonly fieldOf: FieldOf
  /** What holds instead where the file is a rejects file of ours: how the book is written says nothing of it. */
  readonly ofRejects?: Written | undefined
  /** Is a file with such a header written by this program? */
  readonly isOwn?: ((headings: readonly string[]) => boolean) | undefined
  /** Of a workbook; absent: the only one that shows. */
  readonly sheet?: string | undefined
  /** Asks a person which of several is meant. */
  readonly askSheet?: ((names: readonly string[]) => Promise<string>) | undefined
  /** What to say where no header is found, unless it is of tickets. */
  readonly noHeader?: { readonly what: Text; readonly next: Text }
  /** Throws where records without a header are something else that is known: a form, a grid. */
  readonly refuseShape?: (file: string, records: readonly CsvRecord[]) => void
}

/** How a file is written, as far as somebody said so. */
type Written = Pick<BookAsked, 'encoding' | 'delimiter' | 'headerLine'>

/** Some records of a book, in order. */
export interface BookPiece {
  readonly records: readonly CsvRecord[]
  /** Something could not be decoded, or nobody sees it: the cells want a look. */
  readonly suspect: boolean
}

/** The sheet of a workbook that is read, and those that are not. */
export interface OpenSheet extends SheetHead {
  readonly others: readonly SheetHead[]
}

/** A CSV file, or a sheet of a workbook, whose encoding, delimiter and header are known. */
export interface OpenBook extends Layout {
  readonly encoding: BookEncoding | 'xlsx' | 'xls'
  readonly sheet?: OpenSheet
  /** Bytes; absent for a pipe. */
  readonly size: number | undefined
  bytesRead(): number
  /** What follows the header. */
  pieces(): AsyncGenerator<BookPiece>
  /** SHA-256 of the whole file, once all pieces were read; of a sheet at any time. */
  hash(): string
  /** Lets go of a workbook of which not all was read. */
  close?(): void
}

const SAMPLE = 65_536

/** Finds out how a file is written and where its header stands; reads no further than that needs. */
export async function openBook(asked: BookAsked): Promise<OpenBook> {
  const found = await source(asked)
  if ('workbook' in found) return await (await import('./open-workbook.ts')).openWorkbook(found.workbook, asked)
  if (asked.sheet !== undefined) throw new Fault('USAGE', w.noSheets(asked.file), w.noSheetsNext)
  const { pieces, encoding, written } = found
  const sha = createHash('sha256')
  let bytes = 0
  const heard = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      sha.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  const texts = decoded(heard(), encoding)
  let sample = ''
  let isWhole = false
  while (sample.length < SAMPLE && !isWhole) {
    const next = await texts.next()
    if (next.done === true) isWhole = true
    else sample += next.value
  }
  const layout = laidOut(sample, isWhole, { ...asked, ...written })
  return {
    ...layout,
    encoding,
    size: asked.file === '-' ? undefined : sizeOf(asked.file),
    bytesRead: () => bytes,
    pieces: () => recordsOf(sample, texts, layout, asked),
    hash: () => sha.digest('hex'),
  }
}

/** SHA-256 of a file before it is read; absent where it can be read only once. */
export async function hashOf(file: string, signal: AbortSignal): Promise<string | undefined> {
  if (file === '-' || sizeOf(file) === undefined) return undefined
  const sha = createHash('sha256')
  for await (const piece of readPieces(file, signal)) sha.update(piece)
  return sha.digest('hex')
}

function laidOut(sample: string, isWhole: boolean, asked: BookAsked): Layout {
  if (sample.trim() === '') throw new Fault('INVALID_VALUE', t.emptyFile(asked.file))
  const layout = tooLongAsFault(asked.file, () => findLayout(sample, isWhole, asked.fieldOf, asked))
  if (layout === undefined) {
    for (const delimiter of Object.values(DELIMITERS))
      asked.refuseShape?.(asked.file, recordsOfSample(sample, isWhole, delimiter))
    const { what, next } = asked.noHeader ?? { what: t.noHeader(asked.file), next: t.noHeaderNext }
    throw new Fault('INVALID_VALUE', what, next)
  }
  return { ...layout, header: { ...layout.header, cells: layout.header.cells.map(unguarded) } }
}

interface Source {
  readonly pieces: AsyncIterable<Uint8Array>
  readonly encoding: BookEncoding
  readonly written: Written
}

interface Workbook {
  readonly workbook: AsyncIterable<Uint8Array>
}

/** A file is read twice, first for its encoding; of a pipe the first megabytes decide. */
async function source(asked: BookAsked): Promise<Source | Workbook> {
  const { file, input, signal } = asked
  const isFile = file !== '-' && sizeOf(file) !== undefined
  const first = file === '-' ? input : readPieces(file, signal)
  const iterator = first[Symbol.asyncIterator]()
  const guessing = new EncodingGuess()
  const held: Uint8Array[] = []
  let bytes = 0
  let isWhole = false
  let written: Written = asked
  const most = isFile ? Infinity : MOST_HELD
  while (guessing.wants && bytes < most) {
    const next = await iterator.next()
    if (next.done === true) {
      isWhole = true
      break
    }
    if (bytes === 0) {
      if (isWorkbook(next.value, file)) return { workbook: chained([next.value], iterator) }
      if (isRejects(next.value)) written = asked.ofRejects ?? asked
    }
    bytes += next.value.length
    guessing.add(next.value)
    if (!isFile) held.push(next.value)
    if (written.encoding !== undefined && isFile) break
  }
  const encoding = written.encoding ?? guessing.guess(isWhole)
  if (typeof encoding !== 'string') throw new Fault('INVALID_VALUE', t.noEncoding(file, encoding), t.noEncodingNext)
  if (isFile) {
    await iterator.return?.()
    return { pieces: readPieces(file, signal), encoding, written }
  }
  return { pieces: chained(held, iterator), encoding, written }
}

const MOST_HELD = 4_194_304

async function* chained(held: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** Bytes that are none of the encoding become U+FFFD here, and their rows are refused later. */
async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: BookEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const hasPairs = encoding === 'gb18030' || encoding === 'big5'
  let isFirst = true
  for await (const piece of hasPairs ? withoutForeignLines(pieces) : pieces) {
    const text = decoder.decode(piece, { stream: true })
    yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    if (text !== '') isFirst = false
  }
  yield decoder.decode()
}

async function* recordsOf(
  sample: string,
  texts: AsyncGenerator<string>,
  layout: Layout,
  { file, isOwn }: BookAsked,
): AsyncGenerator<BookPiece> {
  const { cells } = layout.header
  const reader = new CsvReader(layout.delimiter, cells.length, isOwn?.(cells) === true)
  const afterHeader = (records: CsvRecord[]): CsvRecord[] => records.filter(({ line }) => line > layout.header.line)
  // From the first doubtful place on all rows are looked at: a record may have begun pieces before.
  let suspect = WANTS_A_LOOK.test(sample)
  yield { records: afterHeader(tooLongAsFault(file, () => reader.push(sample))), suspect }
  for await (const text of texts) {
    suspect ||= WANTS_A_LOOK.test(text)
    yield { records: tooLongAsFault(file, () => reader.push(text)), suspect }
  }
  yield { records: afterHeader(reader.end()), suspect }
}

function tooLongAsFault<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof LineTooLong) throw new Fault('INVALID_VALUE', t.lineTooLong(file, error.line), t.saveAsCsv)
    throw error
  }
}
