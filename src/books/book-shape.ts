import { Fault } from '../kernel/faults.ts'
import { bookShapeWords as t } from '../kernel/messages/book-shapes.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import type { FieldOf, Layout } from '../kernel/book-layout.ts'
import { columnName } from './columns.ts'
import type { Unclear } from './headings/choose.ts'

/** Of these columns of one date nobody can read any alone: 年 月 日, also below a group: 修复时间 | 月 日 时. */
function splitDate(headings: readonly string[]): readonly string[] {
  const folded = headings.map(foldWord)
  for (const [index, heading] of folded.entries()) {
    const group = heading.endsWith('月') ? heading.slice(0, -1) : undefined
    const isBelow = (other: string | undefined, part: string): boolean => other === `${group}${part}`
    if (group === undefined || !isBelow(folded[index + 1], '日')) continue
    const from = isBelow(folded[index - 1], '年') ? index - 1 : index
    return headings.slice(from, index + 2)
  }
  return []
}

const FEWEST_LABELS = 3

/** Does a heading stand first in most lines, each time another one, with its value beside it? */
function isForm(records: readonly CsvRecord[], fieldOf: FieldOf): boolean {
  const told = records.map(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
  const lines = told.filter((cells) => cells.length > 1)
  const labelled = lines.filter(
    ([first = '', second = '']) => fieldOf(first) !== undefined && fieldOf(second) === undefined,
  )
  const fields = new Set(labelled.map(([first = '']) => fieldOf(first)))
  return fields.size >= FEWEST_LABELS && fields.size * 2 > lines.length
}

const DAY = /^(?:\d{1,2}|\d{1,2}[日号]|\d{1,2}[-/.月]\d{1,2}[日号]?)$/
const FEWEST_DAYS = 7

/** Is there a column for each day of a month, or of a week and more? */
export function isDayGrid(cells: readonly string[]): boolean {
  let run = 0
  let last = -1
  for (const cell of cells) {
    const day = DAY.test(cell.trim()) ? Number(/(\d{1,2})[日号]?$/.exec(cell.trim())?.[1]) : -1
    run = day > 0 && day <= 31 && (day === last + 1 || (last >= 28 && day === 1)) ? run + 1 : day > 0 ? 1 : 0
    last = day
    if (run >= FEWEST_DAYS) return true
  }
  return false
}

/** Refuses what is no list before any of its rows. `hasWholeDate`: the day stands in a column of its own as well. */
export function requireList(file: string, book: Layout, fieldOf: FieldOf, hasWholeDate: boolean): void {
  const { header, samples, titles } = book
  const split = splitDate(header.cells)
  const isSpare = hasWholeDate && split.every((heading) => /^[年月日]$/.test(foldWord(heading)))
  if (split.length > 0 && !isSpare) throw new Fault('BOOK_UNREADABLE', t.splitDate(file, split), t.splitDateNext)
  refuseShape(fieldOf)(file, [header, ...samples])
  const row = titles.find(({ cells }) => looksLikeRow(cells))
  if (row !== undefined) throw new Fault('HEADER_UNCLEAR', t.rowAbove(file, row.line, header.line), t.rowAboveNext)
}

/** Refuses what is known to be no list: a form, a grid of days. */
export function refuseShape(fieldOf: FieldOf): (file: string, records: readonly CsvRecord[]) => void {
  return (file, records) => {
    const [first] = records
    if (isForm(records, fieldOf)) throw new Fault('BOOK_UNREADABLE', t.form(file, first?.line ?? 1), t.formNext)
    const grid = records.slice(0, MOST_HEADS).find(({ cells }) => isDayGrid(cells))
    if (grid !== undefined) throw new Fault('BOOK_UNREADABLE', t.grid(file, grid.line), t.gridNext)
  }
}

/** A grid has its days above its names. */
const MOST_HEADS = 5

/** A title has a date of its own at times, but not four cells in use. */
function looksLikeRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 3 && filled.some((cell) => /^\s*\d{4}[-./年]\d{1,2}[-./月]\d{1,2}/.test(cell))
}

/** Two columns with an equal claim to a field are refused before any row. `hasMap`: a map can settle it. */
export function requireClear(
  file: string,
  headings: readonly string[],
  unclear: readonly Unclear[],
  hasMap: boolean,
): void {
  const [first] = unclear
  if (first === undefined) return
  const names = first.columns.map((index) => columnName(headings, index))
  const isNamedTwice = new Set(names).size < names.length
  const column = isNamedTwice ? (first.columns[0] ?? 0) + 1 : names[0]
  const line = JSON.stringify({ columns: [{ column, field: first.field }] })
  const shown = isNamedTwice ? first.columns.map((index) => `#${index + 1} ${columnName(headings, index)}`) : names
  throw new Fault(
    'HEADER_UNCLEAR',
    t.unclear(file, first.field, shown),
    hasMap ? t.unclearNext(line) : t.unclearListNext,
  )
}
