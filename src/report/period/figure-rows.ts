import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { yuanText } from '../../kernel/money.ts'
import { say } from '../../kernel/text.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Figures } from './figures.ts'
import type { PeriodReport } from './period-report.ts'

/** Smaller numbers are told as they are: two of three is no 67 %. */
const LEAST_FOR_PERCENT = 20

/** Whole per cent; absent where it would say more than there is. Never 100 where one was late. */
export function percentOf(part: number, all: number): number | undefined {
  return all < LEAST_FOR_PERCENT ? undefined : Math.floor((part * 100) / all)
}

export function shareText(onTime: number, late: number, language: Language): string {
  const all = onTime + late
  return say(all === 0 ? t.noRepairs : t.share(onTime, all, percentOf(onTime, all)), language)
}

/** A figure of the period with the same of the two others, as people read it. */
export interface FigureRow {
  readonly head: string
  readonly now: string
  readonly previous: string
  readonly lastYear: string
  readonly isBad: boolean
}

type Told = (figures: Figures, language: Language) => string | undefined

interface Figure {
  readonly head: Text
  readonly told: Told
  /** Something that should not be. */
  readonly bad?: (figures: Figures) => boolean
  /** Left out where the office has none of it. */
  readonly rare?: true
}

const plain =
  (of: (figures: Figures) => number | undefined): Told =>
  (figures) =>
    of(figures)?.toString()
const span =
  (of: (figures: Figures) => number | undefined): Told =>
  (figures, language) => {
    const minutes = of(figures)
    return minutes === undefined ? undefined : say(t.minutes(minutes), language)
  }

const FIGURES: readonly Figure[] = [
  { head: t.calls, told: plain((f) => f.calls) },
  { head: t.handedOver, told: plain((f) => f.handed_over) },
  { head: t.repaired, told: plain((f) => f.repaired) },
  {
    head: t.onTime,
    told: (f, language) => (f.on_time + f.late === 0 ? undefined : shareText(f.on_time, f.late, language)),
  },
  { head: t.overdue, told: plain((f) => f.overdue), bad: (f) => f.overdue > 0 },
  { head: t.repeats, told: plain((f) => f.repeats), bad: (f) => (f.repeats ?? 0) > 0 },
  { head: t.complaints, told: plain((f) => f.complaints), bad: (f) => f.complaints > 0 },
  { head: t.holds, told: plain((f) => f.holds) },
  { head: t.median, told: span((f) => f.median) },
  { head: t.ninety, told: span((f) => f.ninety) },
  { head: t.finesYuan, told: (f) => (f.fines_amount === undefined ? undefined : yuanText(f.fines_amount)) },
  { head: t.gaps, told: span((f) => f.gap_minutes), rare: true, bad: (f) => (f.gap_minutes ?? 0) > 0 },
  { head: t.voids, told: plain((f) => f.voids), rare: true },
]

export function figureRows({ figures, previous, lastYear }: PeriodReport, language: Language): FigureRow[] {
  const periods = [figures, previous.figures, lastYear.figures]
  return FIGURES.flatMap(({ head, told, bad, rare }) => {
    const cells = periods.map((one) => (one === undefined ? undefined : told(one, language)))
    if (rare === true && cells.every((cell) => cell === undefined || cell === '0')) return []
    const [now, before, yearBefore] = cells.map((cell) => cell ?? say(t.unknown, language))
    const isBad = bad?.(figures) === true
    return [{ head: say(head, language), now: now ?? '', previous: before ?? '', lastYear: yearBefore ?? '', isBad }]
  })
}
