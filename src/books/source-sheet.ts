import { basename } from 'node:path'
import { alone } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { bookWords as b } from '../kernel/messages/books.ts'
import { workbookWords as t } from '../kernel/messages/workbooks.ts'
import { foldWord } from '../kernel/word-folding.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { BookAsked, OpenBook } from '../store/open-book.ts'

/** Which sheet of a workbook, for every import. */
export const sheetFlag = { sheet: f.text('NAME', t.sheet) }

/** Who opens a book, and how a person is asked about its sheets. */
export function sourceOf(ctx: Ctx): Pick<BookAsked, 'input' | 'signal' | 'askSheet'> {
  const { asker, input, signal, language } = ctx
  if (asker === undefined) return { input, signal }
  const askSheet = async (names: readonly string[]): Promise<string> => {
    await asker.tell(names.map((name, index) => `${index + 1}  ${name}`))
    for (;;) {
      const typed = await alone(asker.line(say(t.whichSheet, language)))
      const found = names.find((name) => foldWord(name) === foldWord(typed)) ?? names[Number(typed) - 1]
      if (found !== undefined) return found
    }
  }
  return { input, signal, askSheet }
}

/** What a book is called: as somebody named it, else by its file, and by its sheet where there are others. */
export function bookNamed(typed: string | undefined, file: string, { sheet }: OpenBook): string {
  if (typed !== undefined) return typed
  const name = file === '-' ? 'stdin' : basename(file).replace(BOOK_FILE, '')
  return sheet?.others.some(({ hidden }) => !hidden) === true ? `${name}-${sheet.name}` : name
}

const BOOK_FILE = /\.(?:csv|txt|tsv|xls[xmb]?|et|ods)$/i

/** How a file is written, and what of it is not read. */
export function sourceTalk(file: string, { sheet, encoding, delimiter, header }: OpenBook): Text[] {
  if (sheet === undefined)
    return [b.detected(file, encoding, delimiter === '\t' ? 'TAB' : `"${delimiter}"`, header.line)]
  const names = (hidden: boolean): string[] =>
    sheet.others.filter((other) => other.hidden === hidden).map(({ name }) => name)
  const told = (all: string[], text: (names: readonly string[]) => Text): Text[] =>
    all.length === 0 ? [] : [text(all)]
  return [
    t.detected(file, sheet.name, encoding, header.line),
    ...told(names(false), t.othersNotRead),
    ...told(names(true), t.hiddenNotRead),
    ...(sheet.hiddenCount === 0 ? [] : [t.hiddenRows(sheet.hiddenCount, sheet.hiddenRows)]),
  ]
}

/** What reports say of it: a sheet has no delimiter, a file of text no sheet. */
export function sourceReport(book: OpenBook): {
  encoding: string
  delimiter: string | null
  header_line: number
  sheet: string | null
} {
  const { encoding, delimiter, header, sheet } = book
  return {
    encoding,
    delimiter: sheet === undefined ? delimiter : null,
    header_line: header.line,
    sheet: sheet?.name ?? null,
  }
}
