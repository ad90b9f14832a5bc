import { yearIn } from '../kernel/book-layout.ts'
import type { Layout } from '../kernel/book-layout.ts'
import { digitsOf } from '../kernel/chinese-numerals.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord, simplified } from '../kernel/word-folding.ts'
import type { BookColumns } from './columns.ts'

/** Lines that are no rows and are passed over: each is counted, none vanishes. */
export type OddLine = 'title' | 'header' | 'total'

/** `合计`, `本页合计：2户`, `共35件`; folded. */
const TOTAL =
  /^(?:(?:(?:本|全|当|上)[页月年日周季度]{1,2}|\d{1,2}月份?)?(?:合计|总计|小计|共计|累计|总数|合共)|(?:本[页月年日]|全[年月])?共)(?:\d+|[一二三四五六七八九十百千两〇零]+)?[户件条次单笔起例宗张行]?$|^(?:sub|grand)?totals?\d*$|^sum\d*$/
/** A total is never without a number where it is only `共`. */
const BARE = /^(?:本[页月年日]|全[年月])?共[户件条次单笔起例宗张行]?$/

/** What a title never says, but a remark does. */
const REMARK = /[未没已不。；;]/
/** `客户部报修登记表（续）`; folded, without spaces, its numerals are digits. */
const BOOK_TITLE =
  /^[^,:]{0,30}(?:登记|报修|维修|维护|故障|接报|受理)[^,:]{0,8}(?:本|簿|表|册|台账|记录)(?:\([^()]{0,12}\))?(?:第\d+页(?:共\d+页)?)?$/
/** `2010年度`, `2010年1月`, `2010年下半年客户报修情况`; with a day it is a date. */
const YEAR_TITLE = /^(?:19|20)\d\d年(?!\d{1,2}月\d)[^,:]{0,24}$/
/** `四月份`, `2009年4月`: it heads the rows of a month. */
const MONTH_TITLE = /^(?:(?:19|20)?\d\d年)?(?:1[0-2]|0?[1-9])月份?$|^第?[1-4]季度$/
const PAGE = /^[-—(]?(?:(?:第\d+页)?[,/、]?(?:共\d+页)|第\d+页|page\d+(?:of\d+)?)[-—)]?$/
/** `单位:城关分公司` beside a title. */
const LABEL = /^\p{Script=Han}{2,8}:/u
/** A glance at the first cell: it ends as titles do, or tells a year and no day. */
const TITLE_LIKE = /[本簿表册账录页)）]$|年(?!.*[日号])/

/** Tells lines of a book that are no rows from rows. */
export class OddLines {
  /** The year that the last title tells of. */
  year: number | undefined
  private readonly columns: BookColumns
  private readonly titles: ReadonlySet<string>
  private readonly headers: readonly (readonly string[])[]
  private readonly firstHeading: string
  private readonly timeHeading: string
  private readonly lowerTime: string

  constructor(columns: BookColumns, { titles, lower }: Pick<Layout, 'titles' | 'lower'>) {
    this.columns = columns
    this.titles = new Set(titles.map(({ cells }) => joined(cells)).filter((title) => title !== ''))
    const headers = lower === undefined ? [columns.headings] : [columns.headings, lower.cells]
    this.headers = headers.map((cells) => cells.map(foldWord))
    this.firstHeading = columns.headings[0]?.trim() || NONE
    this.timeHeading = columns.headings[columns.at.reported_at]?.trim() ?? NONE
    this.lowerTime = lower?.cells[columns.at.reported_at]?.trim() ?? NONE
  }

  /** Most rows are told by a glance. `filled`: how many cells are not empty. */
  kindOf(cells: readonly string[], filled: number): OddLine | undefined {
    const { reported_at } = this.columns.at
    const time = cells[reported_at] ?? (reported_at < 0 ? NONE : '')
    const looksOdd =
      filled <= 2 ||
      (filled <= 4 && TITLE_LIKE.test(cells[0] ?? '')) ||
      time === '' ||
      time === this.timeHeading ||
      time === this.lowerTime ||
      cells[0] === this.firstHeading
    return looksOdd ? this.lookedAt(cells, filled) : undefined
  }

  private lookedAt(cells: readonly string[], filled: number): OddLine | undefined {
    const folded = cells.map(foldWord)
    if (this.isHeader(folded, filled)) return 'header'
    if (folded.some(isTotal) && this.isAboutNobody(folded)) return 'total'
    const title = joined(cells)
    if (!this.titles.has(title) && !isTitle(cells)) return undefined
    this.year = yearIn([title])
    return 'title'
  }

  private isHeader(folded: readonly string[], filled: number): boolean {
    return this.headers.some((header) => {
      const alike = folded.filter((cell, index) => cell !== '' && cell === header[index]).length
      return alike >= 2 && alike >= filled / 2
    })
  }

  /** A total may stand in any column, but it has no customer. */
  private isAboutNobody(folded: readonly string[]): boolean {
    const { customer_name, phone, address, reported_at } = this.columns.at
    const told = [customer_name, phone, address].map((index) => folded[index] ?? '')
    const hasDate = /^\d{4}/.test(folded[reported_at] ?? '')
    return (
      told.every((cell) => cell === '' || isTotal(cell)) || (!hasDate && told.filter((cell) => cell !== '').length < 2)
    )
  }
}

/** No cell is this. */
const NONE = '\0'

function isTotal(folded: string): boolean {
  return folded !== '' && TOTAL.test(folded) && !BARE.test(folded)
}

/** A title stands in the first column, alone but for labels and the page; the number of a page may stand anywhere. */
function isTitle(cells: readonly string[]): boolean {
  const told = cells.map(titleText)
  const filled = told.filter((text) => text !== '')
  if (filled.length === 1 && MONTH_TITLE.test(filled[0] ?? '')) return true
  const [first = ''] = told
  const isBook = (BOOK_TITLE.test(first) || YEAR_TITLE.test(first)) && !REMARK.test(first)
  return told.every(
    (text, index) => text === '' || (index === 0 && isBook) || PAGE.test(text) || (isBook && LABEL.test(text)),
  )
}

function titleText(cell: string): string {
  return cell === ''
    ? ''
    : digitsOf(simplified(foldWidth(cell)))
        .replace(/\s/g, '')
        .toLowerCase()
}

function joined(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}
