import { CsvReader } from './csv-reader.ts'
import type { CsvRecord } from './csv-reader.ts'

/** What may stand between cells. */
export const DELIMITERS = { comma: ',', tab: '\t', semicolon: ';', 'full-width-comma': '，' } as const

/** Where the header of a book stands, and what is above it. */
export interface Layout {
  readonly delimiter: string
  readonly header: CsvRecord
  readonly titles: readonly CsvRecord[]
}

/** What a person said about the layout. */
export interface LayoutAsked {
  readonly delimiter?: string | undefined
  /** 0: there is none. */
  readonly headerLine?: number | undefined
  /** Where no heading is known, take the first line with the most words. */
  readonly lenient?: boolean | undefined
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
  if (asked.headerLine === 0) return withoutHeader(read)
  const known = (record: CsvRecord): number => new Set(record.cells.map(fieldOf).filter((f) => f !== undefined)).size
  if (asked.headerLine !== undefined) return best(read, (r) => (r.line === asked.headerLine ? 1 + known(r) : 0), 0)
  const plain = best(read, known, 1)
  const merged = best(
    read.map((one) => ({ ...one, records: withMerged(one.records, fieldOf) })),
    known,
    plain === undefined ? 1 : known(plain.header),
  )
  return merged ?? plain ?? (asked.lenient === true ? best(read, wordy, 1) : undefined)
}

/** Each line as the lower half of a header whose upper one has merged cells: `修复情况 |` above `时间 | 人员`. */
function withMerged(records: readonly CsvRecord[], fieldOf: FieldOf): CsvRecord[] {
  return records.map((lower, index) => {
    const upper = records[index - 1]
    return upper === undefined ? lower : { line: lower.line, cells: mergedCells(upper.cells, lower.cells, fieldOf) }
  })
}

function mergedCells(upper: readonly string[], lower: readonly string[], fieldOf: FieldOf): string[] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [upper[index]?.trim() ?? '', lower[index]?.trim() ?? '']
    if (above !== '') group = above
    if (below === '') return above
    const about = group.replace(/(?:情况|情況|信息|資料|资料|记录|記錄|栏|欄)$/, '')
    return [`${group}${below}`, `${about}${below}`].find((heading) => fieldOf(heading) !== undefined) ?? below
  })
}

interface Read {
  readonly delimiter: string
  readonly records: readonly CsvRecord[]
}

/** The first line with the highest score above `least`. */
function best(read: readonly Read[], scoreOf: (record: CsvRecord) => number, least: number): Layout | undefined {
  let found: Layout | undefined
  let most = least
  for (const { delimiter, records } of read) {
    for (const [index, header] of records.entries()) {
      const score = scoreOf(header)
      if (score <= most) continue
      most = score
      found = { delimiter, header, titles: records.slice(0, index) }
    }
  }
  return found
}

function withoutHeader(read: readonly Read[]): Layout | undefined {
  const widest = best(read, (record) => record.cells.length, 0)
  if (widest === undefined) return undefined
  return { ...widest, header: { line: 0, cells: widest.header.cells.map(() => '') }, titles: [] }
}

/** Headings hold words, rows hold numbers. */
function wordy({ cells }: CsvRecord): number {
  return cells.filter((cell) => cell.trim() !== '' && !/\d/.test(cell)).length
}

function recordsOf(sample: string, isWhole: boolean, delimiter: string): CsvRecord[] {
  const reader = new CsvReader(delimiter)
  const records = reader.push(sample)
  return (isWhole ? [...records, ...reader.end()] : records).slice(0, MOST_TITLES)
}

/** The one year that title lines tell of: `2009年度报修登记本`; absent where there is none or several. */
export function yearIn(titles: readonly string[]): number | undefined {
  const found = titles.flatMap((title) =>
    [...title.matchAll(/(?<!\d)((?:19|20)\d\d)\s*(?:年|[-./]\d)/g)].map((m) => Number(m[1])),
  )
  const years = new Set(found)
  return years.size === 1 ? found[0] : undefined
}
