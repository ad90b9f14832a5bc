import { displayWidth, graphemesOf } from '../src/kernel/display.ts'
import type { Terminal } from '../src/cli/terminal.ts'

type Heard = Parameters<Terminal['open']>[0]

/** A terminal of so many columns that knows what stands on it, and on which a test types. */
export class FakeTerminal implements Terminal {
  columns: number
  readonly colour = false
  /** What is on the screen, row by row, a sign in each cell; the second cell of a wide one is empty. */
  private rows: string[][] = [[]]
  private at = { row: 0, column: 0 }
  private heard: Heard | undefined
  private readonly ahead: string[] = []
  private hangsUp = false
  /** Whether strokes still come here. */
  isOpen = false

  constructor(columns = 80) {
    this.columns = columns
  }

  open(heard: Heard): void {
    this.heard = heard
    this.isOpen = true
    for (const text of this.ahead) heard.sent(text)
    if (this.hangsUp) heard.gone()
  }

  close(): void {
    this.isOpen = false
  }

  /** How often the shell had it meanwhile. */
  suspended = 0

  suspend(): void {
    this.suspended += 1
  }

  /** Strokes; before the first question they are typed ahead. */
  type(text: string): this {
    if (this.heard === undefined) this.ahead.push(text)
    else this.heard.sent(text)
    return this
  }

  /** Nothing comes after what was typed so far. */
  hangUp(): this {
    this.hangsUp = true
    this.heard?.gone()
    return this
  }

  /** The window gets another width; like xterm, rows that are too long are cut, not reflowed. */
  resize(columns: number): void {
    this.columns = columns
    this.heard?.resized()
  }

  write(text: string): void {
    // oxlint-disable-next-line no-control-regex -- terminals speak in control characters
    for (const [, digits = '', control, plain = ''] of text.matchAll(/\x1b\[(\d*)([A-Za-z])|([\r\n]|[^\r\n\x1b]+)/g)) {
      if (control !== undefined) this.control(control, Number(digits === '' ? 1 : digits))
      else if (plain === '\r') this.at.column = 0
      else if (plain === '\n') this.newLine()
      else for (const sign of graphemesOf(plain)) this.put(sign)
    }
  }

  get screen(): string[] {
    return this.rows.map((row) => row.join('').trimEnd())
  }

  /** What stands left of the cursor. */
  get signBeforeCursor(): string | undefined {
    return this.rows[this.at.row]?.slice(0, this.at.column).findLast((sign) => sign !== '')
  }

  private put(sign: string): void {
    const width = displayWidth(sign)
    if (this.at.column + width > this.columns) {
      this.newLine()
      this.at.column = 0
    }
    const row = (this.rows[this.at.row] ??= [])
    while (row.length < this.at.column) row.push(' ')
    row[this.at.column] = sign
    for (let more = 1; more < width; more += 1) row[this.at.column + more] = ''
    this.at.column += width
  }

  private newLine(): void {
    this.at.row += 1
    this.rows[this.at.row] ??= []
  }

  private control(letter: string, count: number): void {
    if (letter === 'A') this.at.row = Math.max(0, this.at.row - count)
    if (letter === 'C') this.at.column += count
    if (letter === 'J') {
      this.rows[this.at.row]?.splice(this.at.column)
      this.rows.splice(this.at.row + 1)
    }
  }
}
