import { once } from 'node:events'
import { SSF } from '@e965/xlsx'
import type { SheetCell } from '../kernel/sheet-cell.ts'
import { parseWorkbook } from './parse-workbook.ts'
import type { ParsedBook, ParsedSheet } from './parse-workbook.ts'
import { sheetRows } from './sheet-rows.ts'
import { UnreadableWorkbook } from './workbook-parts.ts'
import type { FromChild, SheetHead, SheetWanted } from './workbook-talk.ts'

// A process of its own, whose memory is limited: the bytes of a workbook come in on stdin, what its sheets are goes out as
// a message, and the rows of the one that is wanted go out on stdout, a line of JSON each.
process.stdout.on('error', () => process.disconnect())
void main()

async function main(): Promise<void> {
  const book = await parsed()
  if (book === undefined) return
  const wanted = once(process, 'message')
  const gone = once(process, 'disconnect')
  process.send?.({ sheets: book.sheets.map(headOf) } satisfies FromChild)
  const [message] = (await Promise.race([wanted, gone])) as [SheetWanted | undefined]
  const sheet = message === undefined ? undefined : book.sheets[message.sheet]
  if (sheet !== undefined) await writeRows(book, sheet)
  if (process.connected) process.disconnect()
}

async function parsed(): Promise<ParsedBook | undefined> {
  try {
    return await parseWorkbook(await bytesOf(process.stdin))
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    process.send?.({ flaw: error.flaw } satisfies FromChild)
    process.disconnect()
    return undefined
  }
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

function headOf({ name, hidden, rows, hiddenRows }: ParsedSheet): SheetHead {
  let width = 0
  rows.forEach((row) => row?.forEach((cell, column) => isUsed(cell) && (width = Math.max(width, column + 1))))
  const used = hiddenRows.filter((row) => rows[row - 1]?.some(isUsed) === true)
  const named = used.slice(0, MOST_NAMED)
  return { name, hidden, used: width > 0, width, hiddenRows: named, hiddenCount: used.length }
}

function isUsed({ t, v }: SheetCell): boolean {
  return t !== 'z' && v !== undefined && v !== ''
}

const MOST_NAMED = 20
const PIECE = 65_536

async function writeRows(book: ParsedBook, sheet: ParsedSheet): Promise<void> {
  let piece = ''
  for (const { line, cells } of sheetRows(book, sheet, (format, value) => SSF.format(format, value))) {
    piece += `${JSON.stringify([line, ...cells])}\n`
    if (piece.length < PIECE) continue
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
    piece = ''
  }
  await new Promise((resolve) => process.stdout.write(piece, resolve))
}
