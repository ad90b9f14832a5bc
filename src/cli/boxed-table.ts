import Table from 'cli-table3'
import { wrap } from '../kernel/display.ts'
import { headLines, toneOf } from './measure-table.ts'
import type { Measured } from './measure-table.ts'
import type { Paint } from './paint.ts'
import type { TablePlan } from './table-plan.ts'

const NO_FRAME = Object.fromEntries(
  ['top', 'bottom'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]).map((part) => [part, '']),
)

/** A small table with a line under its headings. */
export function boxed(table: Measured, { widths, gap }: TablePlan, rows: readonly unknown[], paint: Paint): string {
  const fit = (
    text: string,
    column: number,
    painted: (line: string) => string,
    linesOf: (text: string, columns: number) => string[] = wrap,
  ): string =>
    linesOf(text, widths[column] ?? 1)
      .map(painted)
      .join('\n')
  const drawn = new Table({
    head: table.heads.map((head, column) => fit(head, column, (line) => paint.head(line), headLines)),
    colAligns: table.right.map((isRight) => (isRight ? 'right' : 'left')),
    chars: {
      ...NO_FRAME,
      left: '',
      right: '',
      'left-mid': '',
      'right-mid': '',
      mid: '-',
      'mid-mid': '-'.repeat(gap),
      middle: ' '.repeat(gap),
    },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  drawn.push(
    ...rows.map((row, line) =>
      (table.sample[line] ?? []).map((text, column) =>
        fit(text, column, (part) => paint.tone(toneOf(table, row, column), part)),
      ),
    ),
  )
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
