import { cut, displayWidth, padEnd, visible } from '../kernel/display.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { yuanText } from '../kernel/money.ts'
import type { Fen } from '../kernel/money.ts'
import type { Piece, Screen } from '../kernel/screen.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import { byBranch } from './summary-groups.ts'
import { addedUp } from './summary.ts'
import type { SummaryRow } from './summary.ts'

interface Figure {
  readonly heading: Text
  cell(row: SummaryRow): string
  /** Left out where nobody has any. */
  readonly rare?: boolean
}

const FIGURES: readonly Figure[] = [
  { heading: t.overdueShort, cell: (row) => count(row.overdue_count) },
  { heading: t.repeatShort, cell: (row) => count(row.repeat_count) },
  { heading: t.complaintShort, cell: (row) => count(row.complaint_count) },
  { heading: t.adjusted, cell: ({ adjustment }) => (adjustment === 0 ? '' : yuanText(adjustment)), rare: true },
  { heading: t.totalShort, cell: (row) => yuanText(row.total) },
  { heading: t.pendingShort, cell: ({ pending, pending_count: n }) => (n === 0 ? '' : `${yuanText(pending)} (${n})`) },
]
const MOST_BAR = 20
const GAP = 2

/** Names keep at least so much room; counts give way to them. */
const LEAST_NAME = 12

/** The sums of each branch with its maintainers below, a bar beside them: `#` confirmed, `:` pending. */
export function summaryScreen(rows: readonly SummaryRow[], title: Text, language: Language): Screen {
  const lines = linesOf(rows, language)
  const longest = Math.max(...lines.map(({ name }) => displayWidth(name)))
  const most = Math.max(0, ...lines.filter(({ isSum }) => !isSum).map(({ row }) => owed(row)))
  return ({ columns }) => {
    const figures = fitting(lines, language, columns - LEAST_NAME)
    const beside = figures.reduce((sum, { width }) => sum + width, 0)
    const names = Math.min(columns - beside, longest)
    const room = Math.min(MOST_BAR, columns - beside - names - GAP)
    const draw = (name: string, cell: (figure: Measured) => string): string =>
      padEnd(cut(name, names), names) + figures.map((figure) => padStart(cell(figure), figure.width)).join('')
    const legend = room < 4 ? '' : ' '.repeat(GAP) + say(t.legend, language)
    return [
      [{ text: cut(say(title, language) + legend, columns), tone: 'head' }],
      [{ text: draw('', ({ head }) => head), tone: 'head' }],
      ...lines.map(({ name, row, isSum, isHead }): Piece[] => {
        const drawn = draw(name, ({ cell }) => cell(row))
        return [
          { text: drawn.trimEnd(), tone: isHead ? 'head' : undefined },
          { text: isSum || room < 4 ? '' : barAfter(drawn, row, most, room) },
        ]
      }),
    ]
  }
}

interface Measured extends Figure {
  readonly head: string
  /** With the gap before it. */
  readonly width: number
}

/** The figures that fit, without those that nobody has; the first ones give way. */
function fitting(lines: readonly Line[], language: Language, room: number): Measured[] {
  const had = FIGURES.filter(({ rare, cell }) => rare !== true || lines.some(({ row }) => cell(row) !== ''))
  const figures = had.map((figure): Measured => {
    const head = say(figure.heading, language)
    const widest = Math.max(...[head, ...lines.map(({ row }) => figure.cell(row))].map(displayWidth))
    return { ...figure, head, width: widest + GAP }
  })
  while (figures.length > 2 && figures.reduce((sum, { width }) => sum + width, 0) > room) figures.shift()
  return figures
}

interface Line {
  readonly name: string
  readonly row: SummaryRow
  /** Of a branch, or of all. */
  readonly isHead: boolean
  /** Adds up other lines, so that a bar would say it twice. */
  readonly isSum: boolean
}

function linesOf(rows: readonly SummaryRow[], language: Language): Line[] {
  const line = (name: string, row: SummaryRow, isHead: boolean, isSum: boolean): Line => {
    return { name, row, isHead, isSum }
  }
  const branches = byBranch(rows)
  const lines = branches.flatMap((branch) => {
    const own = rows.filter((row) => row.branch === branch.branch)
    const head = `${visible(branch.branch_name)} ${visible(branch.branch)}`
    if (own.every((row) => row.maintainer === null)) return [line(head, branch, true, false)]
    const people = own.map((row) =>
      line(`  ${visible(row.maintainer ?? say(t.nobodyNamed, language))}`, row, false, false),
    )
    return [line(head, branch, true, true), ...people]
  })
  const all = addedUp(rows)
  return branches.length < 2 || all === undefined
    ? lines
    : [...lines, line(say(t.allBranches, language), all, true, true)]
}

function count(n: number): string {
  return n === 0 ? '' : String(n)
}

function owed({ total, pending }: SummaryRow): Fen {
  return Math.max(0, total) + pending
}

/** ASCII only: a Chinese terminal gives blocks two columns. */
function barAfter(drawn: string, row: SummaryRow, most: Fen, room: number): string {
  if (most === 0) return ''
  const upTo = (fen: Fen): number => Math.round((fen / most) * room)
  const confirmed = upTo(Math.max(0, row.total))
  const marks = '#'.repeat(confirmed) + ':'.repeat(Math.max(0, upTo(owed(row)) - confirmed))
  return marks === '' ? '' : ' '.repeat(drawn.length - drawn.trimEnd().length + GAP) + marks
}

function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text
}
