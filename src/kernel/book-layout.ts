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
  readonly headerLine?: number | undefined
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
  let best: Layout | undefined
  let most = asked.headerLine === undefined ? 1 : -1
  for (const delimiter of delimiters) {
    const records = recordsOf(sample, isWhole, delimiter)
    for (const [index, header] of records.entries()) {
      if (asked.headerLine !== undefined && header.line !== asked.headerLine) continue
      const known = new Set(header.cells.map(fieldOf).filter((field) => field !== undefined)).size
      if (known > most) {
        most = known
        best = { delimiter, header, titles: records.slice(0, index) }
      }
    }
  }
  return best
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
