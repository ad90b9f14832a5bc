import { existsSync } from 'node:fs'
import { csvLines, guarded } from '../kernel/csv.ts'
import type { DraftFile } from '../store/draft-file.ts'
import { withLossShown } from './lost-text.ts'

const MARKS = ['_line', '_reason', '_book']

/** The refused rows of a book with all their cells, to be corrected and imported: written once the first one comes. */
export class RejectsFile {
  private readonly target: string | undefined
  private readonly headings: readonly string[]
  /** Cells of the header of the book, our own marks among them. */
  private readonly width: number
  private draft: DraftFile | undefined
  /** Of a workbook, which is written as a whole. */
  private readonly rows: (readonly string[])[] | undefined
  count = 0

  /** `target` absent: the rows are counted only. */
  constructor(target: string | undefined, headings: readonly string[]) {
    this.target = target
    this.width = headings.length
    this.rows = target !== undefined && /\.xlsx$/i.test(target) ? [] : undefined
    this.headings = headings.slice(0, headings.length - (headings.slice(-3).join() === MARKS.join() ? 3 : 0))
  }

  async add(cells: readonly string[], line: string, reason: string, book: string): Promise<void> {
    this.count += 1
    if (this.target === undefined) return
    if (this.draft === undefined) {
      const { DraftFile } = await import('../store/draft-file.ts')
      this.draft = await DraftFile.open(this.target)
      const head = this.headings.map((heading) => guarded(withLossShown(heading)))
      if (this.rows === undefined) await this.draft.write(`\uFEFF${csvLines([[...head, ...MARKS]], '\r\n')}`)
    }
    const own = this.headings.map((_, index) => cells[index] ?? '')
    // Cells beyond the header have no column: they stand beyond ours, and the row is refused until they are moved.
    const beyond = cells.slice(this.width).filter((cell) => cell !== '')
    const shown = [...own, line, reason, book, ...beyond].map(withLossShown)
    // In a workbook a text is never run as a formula.
    if (this.rows !== undefined) return void this.rows.push(shown)
    const row = shown.map(guarded)
    await this.draft.write(csvLines([row], '\r\n'))
  }

  async finish(): Promise<void> {
    if (this.rows !== undefined && this.draft !== undefined) {
      const { workbookBytes } = await import('../store/workbook-bytes.ts')
      const head = [...this.headings.map(withLossShown), ...MARKS].map((text) => ({ kind: 'bold', text }) as const)
      const sheet = { name: 'rejects', frozenRows: 1, rows: [head, ...this.rows] }
      await this.draft.writeBytes(await workbookBytes([sheet]))
    }
    await this.draft?.finish()
  }

  /** The file, now under its name; absent where no row was refused. */
  async keep(): Promise<string | null> {
    await this.draft?.keep()
    return this.draft?.target ?? null
  }

  async discard(): Promise<void> {
    await this.draft?.discard()
    this.draft = undefined
  }
}

/** `FILE.rejects.csv`, or the next name that is free: an earlier one is never overwritten. */
export function freeRejectsName(file: string): string {
  let name = `${file}.rejects.csv`
  for (let number = 2; existsSync(name); number += 1) name = `${file}.rejects-${number}.csv`
  return name
}
