import { displayWidth, graphemesOf, visible } from '../kernel/display.ts'
import type { Line } from './line-editor.ts'
import type { Terminal } from './terminal.ts'

/** One question on the screen with what is being typed behind it; drawn anew after every stroke and on a resized window. */
export class Field {
  private readonly terminal: Terminal
  private readonly question: string
  private readonly suggestion: string
  private line: Line = { before: [], after: [] }
  /** How the signs stand on the screen: the width of each drawn row, and where the cursor is. */
  private drawn = { widths: [0], row: 0 }

  constructor(terminal: Terminal, question: string, suggestion = '') {
    this.terminal = terminal
    this.question = visible(question)
    this.suggestion = visible(suggestion)
  }

  draw(line: Line): void {
    this.line = line
    const [before, after] = [visible(line.before.join('')), visible(line.after.join(''))]
    const grey = before + after === '' ? this.suggestion : ''
    const typed = this.placed([this.question, before])
    const rest = this.placed([after], typed.at)
    const suggested = this.placed([grey], rest.at)
    const end = suggested.at
    const widths = [...typed.widths, ...rest.widths, ...suggested.widths]
    const dim = grey !== '' && this.terminal.colour ? ['\x1b[2m', '\x1b[22m'] : ['', '']
    this.terminal.write(
      `${this.toStart()}${typed.text}${rest.text}${dim[0]}${suggested.text}${dim[1]}` +
        up(end.row - typed.at.row) +
        `\r${right(typed.at.column)}`,
    )
    this.drawn = { widths, row: typed.at.row }
  }

  /** The window has another size: what was drawn may have been broken into more rows. */
  resized(): void {
    const { widths, row } = this.drawn
    const { columns } = this.terminal
    const rows = widths.slice(0, row + 1).map((width) => Math.max(1, Math.ceil(width / columns)))
    this.drawn = { widths, row: rows.reduce((sum, n) => sum + n, 0) - 1 }
    this.draw(this.line)
  }

  /** Leaves the answer on the screen and goes to the next line. */
  answered(line: Line): void {
    this.draw({ before: [...line.before, ...line.after], after: [] })
    this.terminal.write('\x1b[J\r\n')
  }

  private toStart(): string {
    return `\r${up(this.drawn.row)}\x1b[J`
  }

  /** Breaks rows ourselves: terminals differ in what they do in the last column. */
  private placed(texts: readonly string[], from = { row: 0, column: 0 }): Placed {
    const room = Math.max(4, this.terminal.columns - 1)
    let { row, column } = from
    let text = ''
    const widths: number[] = []
    for (const sign of graphemesOf(texts.join(''))) {
      const width = displayWidth(sign)
      if (column + width > room) {
        widths.push(column)
        text += '\r\n'
        row += 1
        column = 0
      }
      text += sign
      column += width
    }
    return { text, at: { row, column }, widths: [...widths, column] }
  }
}

interface Placed {
  readonly text: string
  readonly at: { readonly row: number; readonly column: number }
  readonly widths: readonly number[]
}

const up = (rows: number): string => (rows > 0 ? `\x1b[${rows}A` : '')
const right = (columns: number): string => (columns > 0 ? `\x1b[${columns}C` : '')
