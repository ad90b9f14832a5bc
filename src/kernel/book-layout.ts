import { digitsOf } from './chinese-numerals.ts'
import { CsvReader } from './csv-reader.ts'
import type { CsvRecord } from './csv-reader.ts'
import { foldWidth } from './width-folding.ts'
import { simplified } from './word-folding.ts'

/** What may stand between cells. */
export const DELIMITERS = { comma: ',', tab: '\t', semicolon: ';', 'full-width-comma': '，' } as const

/** Where the header of a book stands, and what is above it. */
export interface Layout {
  readonly delimiter: string
  readonly header: CsvRecord
  readonly titles: readonly CsvRecord[]
  /** The lower line of a header of two lines, as it stands in the file. */
  readonly lower?: CsvRecord | undefined
  /** The first records below the header: what columns hold says what they are. */
  readonly samples: readonly CsvRecord[]
}

/** What a person said about the layout. */
export interface LayoutAsked {
  readonly delimiter?: string | undefined
  /** 0: there is none. */
  readonly headerLine?: number | undefined
  /** Where no heading is known, take the first line with the most words. */
  readonly lenient?: boolean | undefined
  /** Is a heading a word that means something only where nothing stands above it? */
  readonly isBare?: ((heading: string) => boolean) | undefined
}

/** Knows the headings of a kind of book; absent: no heading. */
export type FieldOf = (heading: string) => string | undefined

const MOST_TITLES = 60

/** The line with the most known headings is the header; the delimiter is the one that finds it. */
export function findLayout(
  sample: string,
  isWhole: boolean,
  fieldOf: FieldOf,
  asked: LayoutAsked = {},
): Layout | undefined {
  const delimiters = asked.delimiter === undefined ? Object.values(DELIMITERS) : [asked.delimiter]
  const read = delimiters.map((delimiter) => ({ delimiter, records: recordsOf(sample, isWhole, delimiter) }))
  return layoutAmong(read, fieldOf, asked)
}

/** The same of rows that are divided into cells already, in one way or several. */
export function layoutAmong(read: readonly Read[], fieldOf: FieldOf, asked: LayoutAsked): Layout | undefined {
  if (asked.headerLine === 0) return withoutHeader(read)
  const known = ({ header }: Candidate): number =>
    new Set(header.cells.map(fieldOf).filter((f) => f !== undefined)).size
  const { headerLine, isBare = () => false } = asked
  const isMeant = ({ header }: Candidate): boolean => headerLine === undefined || header.line === headerLine
  const score = (one: Candidate): number => (isMeant(one) ? known(one) : -1)
  const plain = best(read, ungrouped, score, headerLine === undefined ? 1 : -1)
  // A second line that fits below the first wins where both know as much.
  const both = (one: Candidate): number => (isMeant(one) ? known(one) + (fitsBelow(one, fieldOf) ? 0.5 : 0) : -1)
  const merged = best(
    read,
    (records) => withMerged(records, fieldOf, isBare),
    both,
    plain === undefined ? 1 : known(plain),
  )
  // What stands below a header is no title, though a later header should say more.
  if (plain !== undefined && merged !== undefined && plain.header.line < merged.header.line - 1) return plain
  if (merged !== undefined || plain !== undefined || headerLine !== undefined || asked.lenient !== true)
    return merged ?? plain
  return best(read, plainly, wordy, 1)
}

/** A line, or two, that may be the header. */
interface Candidate {
  readonly header: CsvRecord
  readonly upper?: CsvRecord | undefined
  readonly lower?: CsvRecord | undefined
}

function plainly(records: readonly CsvRecord[]): Candidate[] {
  return records.map((header) => ({ header }))
}

/** Neither half of a header of two lines is one by itself. */
function ungrouped(records: readonly CsvRecord[]): Candidate[] {
  const halves = halvesOf(records)
  return records.map((header, index) => ({ header: halves[index] === undefined ? header : { ...header, cells: [] } }))
}

/** Which records are halves of a header of two lines. */
function halvesOf(records: readonly CsvRecord[]): ('upper' | 'lower' | undefined)[] {
  const isPair = (upper: CsvRecord | undefined, lower: CsvRecord | undefined): boolean =>
    upper !== undefined && lower !== undefined && isGrouped(upper.cells, lower.cells)
  return records.map((record, index) => {
    if (isPair(record, records[index + 1])) return 'upper'
    return isPair(records[index - 1], record) ? 'lower' : undefined
  })
}

/** What groups of columns are about: `修复情况`, `派工`, `用户签字`. A title is no group. */
const GROUP =
  /^(?!.*[表册本簿:：\d])(?=.{2,8}$).*(?:报修|报障|申告|接报|受理|登记|用户|客户|派修|派工|派单|修复|维修|检修|处理|完成|回访|回单|签[字名]|审核|验收|催修|预约|考核|材料|费用|时间|日期|情况|信息)/

/** Is the upper line one of groups, each over the cells of the lower one? */
function isGrouped(upper: readonly string[], lower: readonly string[]): boolean {
  const isBlank = (cells: readonly string[], index: number): boolean => (cells[index] ?? '').trim() === ''
  const told = lower.flatMap((_, index) => (isBlank(lower, index) ? [] : [index]))
  if (told.length < 2 || told.some((index) => /\d/.test(lower[index] ?? '') || (lower[index] ?? '').length > 10))
    return false
  const isBelowMerged = (index: number): boolean =>
    isBlank(upper, index) || (isBlank(upper, index + 1) && !isBlank(lower, index + 1))
  if (!told.every(isBelowMerged)) return false
  const groups = upper.filter(
    (cell, index) => cell.trim() !== '' && isBlank(upper, index + 1) && !isBlank(lower, index + 1),
  )
  const filled = upper.filter((cell) => cell.trim() !== '').length
  return filled > 1 && groups.length > 0 && groups.every((group) => GROUP.test(group.trim()))
}

/** Each line as the lower half of a header whose upper one has merged cells: `修复情况 |` above `时间 | 人员`. */
function withMerged(
  records: readonly CsvRecord[],
  fieldOf: FieldOf,
  isBare: (heading: string) => boolean,
): Candidate[] {
  const halves = halvesOf(records)
  return records.map((lower, index) => {
    const upper = records[index - 1]
    const isUpper = halves[index] === 'upper'
    if (upper === undefined || isUpper) return { header: isUpper ? { ...lower, cells: [] } : lower }
    const header = { line: lower.line, cells: mergedCells(upper.cells, lower.cells, fieldOf, isBare) }
    return { header, upper, lower }
  })
}

/** Does each cell of the second line stand below a merged cell, all make known headings, and the first line some of them? */
function fitsBelow({ header, upper, lower }: Candidate, fieldOf: FieldOf): boolean {
  if (upper === undefined || lower === undefined) return false
  if (isGrouped(upper.cells, lower.cells)) return true
  const isBlank = (cells: readonly string[], index: number): boolean => (cells[index] ?? '').trim() === ''
  const told = header.cells.map((_, index) => index).filter((index) => !isBlank(lower.cells, index))
  const isBelowMerged = (index: number): boolean =>
    isBlank(upper.cells, index) || (isBlank(upper.cells, index + 1) && !isBlank(lower.cells, index + 1))
  const isKnown = (index: number): boolean => fieldOf(header.cells[index] ?? '') !== undefined
  const isAdding = header.cells.some((cell, index) => cell !== lower.cells[index]?.trim() && isKnown(index))
  return isAdding && told.length > 1 && told.every((index) => isBelowMerged(index) && isKnown(index))
}

/** Groups that say nothing of what stands below them. */
const NEUTRAL = /^(?:基本|主要|工单|单据|其他|相关)?(?:情况|信息|资料|内容|栏目?)$/

/** A lower cell means what it means with its group; by itself only where it says enough, or the group says nothing. */
function mergedCells(
  upper: readonly string[],
  lower: readonly string[],
  fieldOf: FieldOf,
  isBare: (heading: string) => boolean,
): string[] {
  let group = ''
  const isKnown = (heading: string): boolean => fieldOf(heading) !== undefined
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [upper[index]?.trim() ?? '', lower[index]?.trim() ?? '']
    if (above !== '') group = above
    if (below === '') return above
    const about = group.replace(/(?:情况|情況|信息|資料|资料|记录|記錄|栏|欄)$/, '')
    const found = [`${group}${below}`, `${about}${below}`].find(isKnown)
    if (found !== undefined) return found
    return group === '' || NEUTRAL.test(group) || (isKnown(below) && !isBare(below)) ? below : `${group}${below}`
  })
}

/** Records as one delimiter parts them. */
export interface Read {
  readonly delimiter: string
  readonly records: readonly CsvRecord[]
}

/** The candidate with the highest score above `least`; of those that nearly reach it the first. */
function best(
  read: readonly Read[],
  candidatesOf: (records: readonly CsvRecord[]) => readonly Candidate[],
  scoreOf: (candidate: Candidate) => number,
  least: number,
): Layout | undefined {
  let found: (() => Layout) | undefined
  let most = least
  for (const { delimiter, records } of read) {
    const candidates = candidatesOf(records.slice(0, MOST_TITLES))
    const scores = candidates.map(scoreOf)
    const highest = Math.max(...scores)
    if (highest <= most) continue
    most = highest
    const first = scores.findIndex((score, index) => score === highest || isEarlier(candidates[index], score, highest))
    found = () => layoutAt(delimiter, records, first, candidates[first])
  }
  return found?.()
}

/** A header of which most words are known stands above a better one: what lies between them are rows. */
function isEarlier(candidate: Candidate | undefined, score: number, highest: number): boolean {
  const filled = candidate?.header.cells.filter((cell) => cell.trim() !== '').length ?? 0
  return score >= 3 && score * 2 >= highest && score * 2 >= filled
}

function layoutAt(
  delimiter: string,
  records: readonly CsvRecord[],
  index: number,
  { header, lower }: Candidate = { header: { line: 0, cells: [] } },
): Layout {
  const titles = records.slice(0, Math.min(index, MOST_TITLES))
  return { delimiter, header, titles, lower, samples: records.slice(index + 1) }
}

function withoutHeader(read: readonly Read[]): Layout | undefined {
  const widest = best(read, plainly, ({ header }) => header.cells.length, 0)
  if (widest === undefined) return undefined
  return {
    ...widest,
    header: { line: 0, cells: widest.header.cells.map(() => '') },
    titles: [],
    samples: [widest.header, ...widest.samples],
  }
}

/** Headings hold words, rows hold numbers. */
function wordy({ header }: Candidate): number {
  return header.cells.filter((cell) => cell.trim() !== '' && !/\d/.test(cell)).length
}

/** The first records of a text as one delimiter parts them. */
export function recordsOf(sample: string, isWhole: boolean, delimiter: string): CsvRecord[] {
  const reader = new CsvReader(delimiter)
  const records = reader.push(sample)
  return isWhole ? [...records, ...reader.end()] : records
}

/** When a list was printed is no year of its rows. */
const PRINTED = '打印|列印|印制|制表|填表|导出|生成|制作|printed|exported|created'
const DATE = '\\d{4}\\s*[-./年]\\s*\\d{1,2}(?:\\s*[-./月]\\s*\\d{1,2}\\s*日?)?'
const PRINT_DATE = new RegExp(`(?:${PRINTED}).{0,8}?${DATE}|${DATE}\\s*(?:${PRINTED})`, 'giu')
const YEAR = /(?<!\d)((?:19|20)\d\d)\s*(?:年|[-./]\d)/g

/** The one year that title lines tell of: `2009年度报修登记本`; absent where there is none or several. */
export function yearIn(titles: readonly string[]): number | undefined {
  const found = titles.flatMap((title) => {
    const plain = digitsOf(simplified(foldWidth(title))).replace(PRINT_DATE, ' ')
    return [...plain.matchAll(YEAR)].map((m) => Number(m[1]))
  })
  return new Set(found).size === 1 ? found[0] : undefined
}
