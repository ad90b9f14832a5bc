import { Fault } from '../kernel/faults.ts'
import { workbookWords as w } from '../kernel/messages/workbooks.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { BookAsked } from './open-book.ts'
import type { SheetHead } from './workbook-talk.ts'

/** The place of the sheet that is meant: the one that is named, else the only one that shows and holds something. */
export async function chooseSheet(asked: BookAsked, sheets: readonly SheetHead[]): Promise<number> {
  if (asked.sheet !== undefined) return sheetNamed(asked.file, asked.sheet, sheets)
  const [first, ...further] = sheets.filter(({ hidden, used }) => !hidden && used)
  if (first === undefined) return onlyHidden(asked.file, sheets)
  if (further.length === 0) return sheets.indexOf(first)
  const names = [first, ...further].map(({ name }) => name)
  if (asked.askSheet === undefined)
    throw new Fault('USAGE', w.severalSheets(asked.file, names), w.severalSheetsNext(first.name))
  const answer = await asked.askSheet(names)
  return sheets.findIndex(({ name }) => name === answer)
}

function sheetNamed(file: string, typed: string, sheets: readonly SheetHead[]): number {
  const exact = sheets.findIndex(({ name }) => name === typed)
  const found = exact >= 0 ? exact : sheets.findIndex(({ name }) => foldWord(name) === foldWord(typed))
  if (found >= 0) return found
  throw new Fault('INVALID_VALUE', w.noSuchSheet(file, typed), w.sheetsThere(sheets.map(({ name }) => name)))
}

function onlyHidden(file: string, sheets: readonly SheetHead[]): number {
  const names = sheets.filter(({ used }) => used).map(({ name }) => name)
  if (names.length > 0) throw new Fault('INVALID_VALUE', w.onlyHidden(file, names), w.severalSheetsNext(names[0] ?? ''))
  return 0
}
