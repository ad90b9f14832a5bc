/** One record of a file: where it starts, and its cells as they stand there. */
export interface CsvRecord {
  /** The line of the file on which the record starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The record cannot be trusted; its cells are those of its first line alone. */
  readonly problem?: 'unclosed-quote' | 'swallowed-row'
}

/** A quoted cell that goes on over lines longer than this was never closed. */
const LONGEST_RECORD = 65_536
/** More in one line is no book. */
const LONGEST_LINE = 4_194_304
/** After so many quotes that were never closed, none is looked for beyond its own line: the work stays linear. */
const MOST_UNCLOSED = 20

export class LineTooLong extends Error {
  readonly line: number

  constructor(line: number) {
    super(`line ${line} has more than ${LONGEST_LINE} characters`)
    this.name = 'LineTooLong'
    this.line = line
  }
}

/**
 * Reads CSV in pieces (RFC 4180). CRLF, LF and CR all end a line, in one file too. A quote inside a cell that does not
 * start with one is text; so is the quote of a cell like `"王"记`. A quote that is never closed costs its own line only.
 */
export class CsvReader {
  private readonly delimiter: string
  /** Cells of the header; a quoted cell that swallowed lines of another shape was never closed. */
  width: number | undefined
  /** The file is written by a program: a cell may hold lines that look like rows. */
  private readonly literal: boolean
  private text = ''
  private line = 1
  private unclosed = 0
  /** Up to this line a quote belongs to a cell that swallowed rows. */
  private doubtful = 0
  // The next of each at or after the place that is being read; -1: none in this piece.
  private feed = -1
  private carriage = -1
  private quote = -1

  constructor(delimiter: string, width?: number, literal = false) {
    this.delimiter = delimiter
    this.width = width
    this.literal = literal
  }

  /** The records that are complete with this piece. */
  push(piece: string): CsvRecord[] {
    this.text = this.text === '' ? piece : this.text + piece
    return this.read(false)
  }

  /** The records that are left at the end of the file. */
  end(): CsvRecord[] {
    return this.read(true)
  }

  private read(isEnd: boolean): CsvRecord[] {
    const { text } = this
    const found: CsvRecord[] = []
    this.feed = text.indexOf('\n')
    this.carriage = text.indexOf('\r')
    this.quote = text.indexOf('"')
    let from = 0
    while (from < text.length) {
      const end = this.lineEnd(from)
      if (!isEnd && isOpen(text, end)) break
      const stop = end < 0 ? text.length : end
      if (this.quote >= 0 && this.quote < from) this.quote = text.indexOf('"', from)
      const record = this.quote >= 0 && this.quote < stop ? this.quoted(from, stop, isEnd) : this.plain(from, stop)
      if (record === undefined) break
      found.push(record.record)
      this.line += record.lines
      from = record.next
    }
    this.text = text.slice(from)
    if (this.text.length > LONGEST_LINE) throw new LineTooLong(this.line)
    return found
  }

  /** Where the line ends that holds `at`, which never goes back; -1: not in this piece. */
  private lineEnd(at: number): number {
    if (this.feed >= 0 && this.feed < at) this.feed = this.text.indexOf('\n', at)
    if (this.carriage >= 0 && this.carriage < at) this.carriage = this.text.indexOf('\r', at)
    if (this.feed < 0) return this.carriage
    return this.carriage < 0 ? this.feed : Math.min(this.feed, this.carriage)
  }

  private plain(from: number, stop: number): Read {
    const cells = this.text.slice(from, stop).split(this.delimiter)
    return { record: { line: this.line, cells }, next: afterEnd(this.text, stop), lines: 1 }
  }

  /** A record with a quote in its first line, which ends at `stop`; absent while its own end has not been read. */
  private quoted(from: number, stop: number, isEnd: boolean): Read | undefined {
    const { text, delimiter, feed, carriage, quote } = this
    const places = { feed, carriage, quote }
    if (this.line <= this.doubtful) return this.firstLineOnly(from, stop, places, 'swallowed-row')
    const back = (): Read => {
      this.unclosed += 1
      return this.firstLineOnly(from, stop, places, 'unclosed-quote')
    }
    const cells: string[] = []
    let at = from
    let lines = 1
    let tall: Tall[] | undefined
    for (;;) {
      const cell = text.charCodeAt(at) === QUOTE ? this.quotedCell(at, from, stop, isEnd) : this.unquotedCell(at)
      if (cell === 'more') return undefined
      if (cell === 'unclosed') return back()
      if (cell.lines > 0) (tall ??= []).push({ index: cells.length, value: cell.value })
      cells.push(cell.value)
      lines += cell.lines
      if (text[cell.end] !== delimiter) {
        if (!isEnd && isOpen(text, cell.end === text.length ? -1 : cell.end)) return undefined
        if (tall?.some((one) => this.holdsRow(one, cells.length)) === true) {
          this.doubtful = this.line + lines - 1
          return this.firstLineOnly(from, stop, places, 'swallowed-row')
        }
        const isOdd = this.width !== undefined && cells.length !== this.width
        if (isOdd && tall?.some(({ value }) => looksLikeRows(value, delimiter)) === true) return back()
        return { record: { line: this.line, cells }, next: afterEnd(text, cell.end), lines }
      }
      at = cell.end + 1
    }
  }

  private quotedCell(at: number, from: number, stop: number, isEnd: boolean): Cell | 'more' | 'unclosed' {
    const { text, delimiter } = this
    const close = closingQuote(text, at)
    const reached = close < 0 ? text.length : close
    const isMultiline = reached > stop && at < stop
    if (isMultiline && (this.unclosed >= MOST_UNCLOSED || reached - from > LONGEST_RECORD)) return 'unclosed'
    // A quote at the edge of a piece may be half of a doubled one.
    if (!isEnd && reached >= text.length - 1) return 'more'
    if (close < 0) return 'unclosed'
    const value = text.slice(at + 1, close)
    const lines = countLines(value)
    const end = close + 1
    if (end === text.length || text[end] === delimiter || isLineEnd(text.charCodeAt(end))) {
      return { value: value.includes('"') ? value.replaceAll('""', '"') : value, end, lines }
    }
    return lines === 0 ? this.unquotedCell(at) : 'unclosed'
  }

  private unquotedCell(at: number): Cell {
    const line = this.lineEnd(at)
    const stop = line < 0 ? this.text.length : line
    const next = this.text.indexOf(this.delimiter, at)
    const end = next < 0 || next > stop ? stop : next
    return { value: this.text.slice(at, end), end, lines: 0 }
  }

  /** Is one line of a cell a whole row, or do its first line end a row and its last one begin another? */
  private holdsRow({ index, value }: Tall, count: number): boolean {
    const { width, delimiter } = this
    if (width === undefined || width < 3 || this.literal || !value.includes(delimiter)) return false
    const sizes = value.split(/\r\n|\n|\r/).map((line) => line.split(delimiter).length)
    const endsRow = index + (sizes[0] ?? 0) === width && (sizes.at(-1) ?? 0) + count - index - 1 === width
    return endsRow || sizes.some((size) => size >= width)
  }

  /** The places of the next line ends and quote are those of the record's start again. */
  private firstLineOnly(from: number, stop: number, places: Places, problem: Problem): Read {
    Object.assign(this, places)
    const read = this.plain(from, stop)
    return { ...read, record: { ...read.record, problem } }
  }
}

/** A quoted cell of several lines, and its place in the record. */
interface Tall {
  readonly index: number
  readonly value: string
}

type Problem = NonNullable<CsvRecord['problem']>

interface Places {
  readonly feed: number
  readonly carriage: number
  readonly quote: number
}

interface Read {
  readonly record: CsvRecord
  readonly next: number
  readonly lines: number
}

const QUOTE = 0x22
const FEED = 0x0a
const CARRIAGE = 0x0d

interface Cell {
  readonly value: string
  readonly end: number
  /** Line ends inside it. */
  readonly lines: number
}

/** Is the end of the line still to come, or a CR at the edge that may be half of a CRLF? */
function isOpen(text: string, end: number): boolean {
  return end < 0 || (end === text.length - 1 && text[end] === '\r')
}

function isLineEnd(code: number): boolean {
  return code === FEED || code === CARRIAGE
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2)
  return close
}

function afterEnd(text: string, end: number): number {
  return text.charCodeAt(end) === CARRIAGE && text.charCodeAt(end + 1) === FEED ? end + 2 : end + 1
}

function countLines(value: string): number {
  let count = 0
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i)
    if (code === FEED || (code === CARRIAGE && value.charCodeAt(i + 1) !== FEED)) count += 1
  }
  return count
}

/** Do the lines after the first hold cells of their own? */
function looksLikeRows(value: string, delimiter: string): boolean {
  return value.slice(value.search(/[\r\n]/)).split(delimiter).length > 2
}
