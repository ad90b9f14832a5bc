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
  count = 0

  /** `target` absent: the rows are counted only. */
  constructor(target: string | undefined, headings: readonly string[]) {
    this.target = target
    this.width = headings.length
    this.headings = headings.slice(0, headings.length - (headings.slice(-3).join() === MARKS.join() ? 3 : 0))
  }

  async add(cells: readonly string[], line: string, reason: string, book: string): Promise<void> {
    this.count += 1
    if (this.target === undefined) return
    if (this.draft === undefined) {
      const { DraftFile } = await import('../store/draft-file.ts')
      this.draft = await DraftFile.open(this.target)
      await this.draft.write(
        `\uFEFF${csvLines([[...this.headings.map((heading) => guarded(withLossShown(heading))), ...MARKS]], '\r\n')}`,
      )
    }
    const own = this.headings.map((_, index) => cells[index] ?? '')
    // Cells beyond the header have no column: they stand beyond ours, and the row is refused until they are moved.
    const beyond = cells.slice(this.width).filter((cell) => cell !== '')
    const row = [...own, line, reason, book, ...beyond].map((cell) => guarded(withLossShown(cell)))
    await this.draft.write(csvLines([row], '\r\n'))
  }

  async finish(): Promise<void> {
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
