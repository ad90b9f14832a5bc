import type { FieldOf, Layout } from '../kernel/book-layout.ts'
import { bookShapeWords as t } from '../kernel/messages/book-shapes.ts'
import type { Text } from '../kernel/text.ts'
import { columnName } from './columns.ts'
import { foldHeading } from './header-words.ts'

/** Fewer words are no header. */
const FEWEST = 3

/** Follows headers in mid-file: rows below one in another order are put into the order of the first. */
export class HeaderFollower {
  private readonly headings: readonly string[]
  private readonly fieldOf: FieldOf
  private readonly fewest: number
  /** For each column of the first header its column below the present one; absent: the same. */
  private order: readonly number[] | undefined
  /** Columns of the present header that the first one does not have, and what is said of a row that uses one. */
  private strange: readonly number[] = []
  private reason: Text | undefined

  /** The upper line of a header of two lines; the lower one follows it wherever it comes again. */
  private readonly upper: string | undefined
  /** How many columns the present header has. */
  private width = 0

  constructor({ header, titles, lower }: Pick<Layout, 'header' | 'titles' | 'lower'>, fieldOf: FieldOf) {
    this.headings = header.cells
    this.fieldOf = fieldOf
    const { headings } = this
    this.upper = lower === undefined ? undefined : joined(titles.at(-1)?.cells ?? [])
    const known = new Set(headings.map(fieldOf).filter((field) => field !== undefined)).size
    this.fewest = Math.max(2, Math.min(FEWEST, known))
  }

  /** The cells of a line under the first header. */
  ordered(cells: readonly string[]): readonly string[] {
    const { order, headings } = this
    if (order === undefined) return cells
    // What has no column stays beyond the header, so that it is seen.
    const beyond = [...this.strange.map((index) => cells[index] ?? ''), ...cells.slice(this.width)]
    return [...headings.map((_, index) => cells[order[index] ?? -1] ?? ''), ...beyond]
  }

  /** Why a line of the file cannot be told by the first header. */
  refusalOf(cells: readonly string[]): Text | undefined {
    return this.strange.some((index) => (cells[index] ?? '').trim() !== '') ? this.reason : undefined
  }

  /** Is the line a header? Then rows are read by it from here on. */
  follow(cells: readonly string[], line: number): boolean {
    const told = cells.map((cell) => cell.trim())
    const filled = told.filter((cell) => cell !== '')
    const fields = filled
      .map((cell) => (cell.length > 24 ? undefined : this.fieldOf(cell)))
      .filter((f) => f !== undefined)
    if (new Set(fields).size < this.fewest || fields.length * 2 < filled.length) return false
    if (joined(told) === this.upper) this.take(this.headings, line)
    else this.take(told, line)
    return true
  }

  private take(told: readonly string[], line: number): void {
    const targets = this.targetsOf(told)
    this.strange = told.flatMap((heading, index) => (heading !== '' && targets[index] === undefined ? [index] : []))
    this.reason = t.otherHeader(line, columnName(told, this.strange[0] ?? 0))
    const isSame = this.headings.every((_, index) => targets[index] === index || targets[index] === undefined)
    const isPlain = isSame && told.every((heading, index) => heading === '' || targets[index] === index)
    this.width = told.findLastIndex((heading) => heading !== '') + 1
    this.order = isPlain ? undefined : this.headings.map((_, index) => targets.indexOf(index))
  }

  /** The column of the first header that each heading has: by its word, else by its field. */
  private targetsOf(told: readonly string[]): (number | undefined)[] {
    const free = new Set(this.headings.keys())
    const targets: (number | undefined)[] = told.map(() => undefined)
    const match = (isAlike: (first: string, heading: string) => boolean): void => {
      for (const [index, heading] of told.entries()) {
        if (heading === '' || targets[index] !== undefined) continue
        // The same place first: several columns may have one heading.
        const places = [index, ...free].filter((place) => free.has(place))
        const target = places.find((place) => isAlike(this.headings[place] ?? '', heading))
        if (target === undefined) continue
        targets[index] = target
        free.delete(target)
      }
    }
    match((first, heading) => first.trim() !== '' && foldHeading(first) === foldHeading(heading))
    match((first, heading) => this.fieldOf(heading) !== undefined && this.fieldOf(first) === this.fieldOf(heading))
    return targets
  }
}

function joined(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .join('\n')
    .trim()
}
