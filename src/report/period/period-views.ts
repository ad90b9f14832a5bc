import { codeWords as w } from '../../kernel/messages/codes.ts'
import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import type { Instant } from '../../kernel/zone.ts'
import * as v from '../../kernel/view.ts'
import type { View } from '../../kernel/view.ts'
import { summaryView } from '../../fines/views.ts'
import type { SummaryRow } from '../../fines/summary.ts'
import type { AddressAgain, DayCalls, HourCalls } from './calls.ts'
import type { Figures } from './figures.ts'
import type { ChannelCount, HoldCount } from './period-cases.ts'
import type { Period } from './period.ts'
import type { ComparedPeriod, PeriodReport } from './period-report.ts'
import type { BranchPunctuality, ClassPunctuality, Punctuality } from './punctuality.ts'
import type { TimeBand } from './repair-times.ts'

/** The columns of the figures, of whatever has them or may have them. */
function figureColumns<T>(of: (row: T) => Figures | undefined): v.Column<T>[] {
  const count = (name: string, heading: typeof t.calls, value: (f: Figures) => number | undefined): v.Column<T> =>
    v.count(name, heading, (row) => {
      const figures = of(row)
      return figures === undefined ? undefined : value(figures)
    })
  return [
    count('calls', t.calls, (f) => f.calls),
    count('void_tickets', t.voids, (f) => f.voids),
    count('handed_over', t.handedOver, (f) => f.handed_over),
    count('repaired', t.repaired, (f) => f.repaired),
    count('on_time', t.onTime, (f) => f.on_time),
    count('late', t.late, (f) => f.late),
    count('overdue', t.overdue, (f) => f.overdue),
    count('repeats', t.repeats, (f) => f.repeats),
    count('complaints', t.complaints, (f) => f.complaints),
    count('holds', t.holds, (f) => f.holds),
    count('repair_median_minutes', t.median, (f) => f.median),
    count('repair_p90_minutes', t.ninety, (f) => f.ninety),
    count('fines_count', t.finesCount, (f) => f.fines),
    v.yuan('fines_yuan', t.finesYuan, (row) => of(row)?.fines_amount),
    count('gaps', t.gapTimes, (f) => f.gaps),
    count('gap_minutes', t.gaps, (f) => f.gap_minutes),
  ]
}

/** What is not over is known up to its last second. */
const endOf = ({ isWhole, to }: Period): Instant => (isWhole ? to : to - 1)

const comparedView: View<ComparedPeriod> = [
  v.text('period', t.periodHead, (c) => c.period.name),
  v.moment('from', h.from, (c) => c.period.from),
  v.moment('to', h.to, ({ period }) => endOf(period)),
  ...figureColumns<ComparedPeriod>((c) => c.figures),
]

const punctuality: View<Punctuality> = [
  v.count('calls', t.calls, (x) => x.calls),
  v.count('handed_over', t.handedOver, (x) => x.handed_over),
  v.count('repaired', t.repaired, (x) => x.repaired),
  v.count('on_time', t.onTime, (x) => x.on_time),
  v.count('late', t.late, (x) => x.late),
  v.count('overdue', t.overdue, (x) => x.overdue),
]

const classView: View<ClassPunctuality> = [
  v.code('fault_class', h.fault_class, (x) => x.fault_class, w.fault_class),
  ...punctuality,
]
const branchView: View<BranchPunctuality> = [
  v.text('branch', h.branch, (x) => x.branch),
  v.text('branch_name', h.branch_name, (x) => x.branch_name),
  ...punctuality,
]
const holdCountView: View<HoldCount> = [
  v.code('reason', h.hold_reason, (x) => x.reason, w.hold_reason),
  v.count('holds', t.holds, (x) => x.holds),
]
const channelCountView: View<ChannelCount> = [
  v.code('channel', h.channel, (x) => x.channel, w.channel),
  v.count('complaints', t.complaints, (x) => x.complaints),
]
const bandView: View<TimeBand> = [
  v.count('above_hours', t.aboveHours, (x) => x.above_hours),
  v.count('up_to_hours', t.upToHours, (x) => x.up_to_hours),
  v.count('repairs', t.repairs, (x) => x.repairs),
]
const dayView: View<DayCalls> = [v.text('date', t.date, (x) => x.date), v.count('calls', t.calls, (x) => x.calls)]
const hourView: View<HourCalls> = [
  v.code(
    'weekday',
    t.weekday,
    (x) => String(x.weekday + 1),
    Object.fromEntries(t.weekdays.map((word, n) => [n + 1, word])),
  ),
  v.count('hour', t.hour, (x) => x.hour),
  v.count('calls', t.calls, (x) => x.calls),
]
const againView: View<AddressAgain> = [
  v.text('address', h.address, (x) => x.address),
  v.text('branch', h.branch, (x) => x.branch),
  v.count('calls', t.calls, (x) => x.calls),
  v.moment('last_reported_at', t.lastReport, (x) => x.last_reported_at),
  v.text('last_ticket_no', h.ticket_no, (x) => x.last_ticket_no),
]
const finesView: View<SummaryRow> = summaryView.filter(({ name }) => name !== 'maintainer')

/** The figures, and each table of the report as a list of records: JSON, a pipe and a workbook take them from here. */
export const periodReportView: View<PeriodReport> = [
  v.text('office_name', h.office_name, (r) => r.office_name),
  v.text('kind', t.kindHead, (r) => r.period.kind),
  v.text('period', t.periodHead, (r) => r.period.name),
  v.moment('from', h.from, (r) => r.period.from),
  v.moment('to', h.to, ({ period }) => endOf(period)),
  v.flag('complete', t.complete, (r) => r.period.isWhole),
  ...figureColumns<PeriodReport>((r) => r.figures),
  v.list('compared', t.figures, comparedView, (r) => [r.previous, r.lastYear]),
  v.list('by_class', t.byClass, classView, (r) => r.classes),
  v.list('by_branch', t.byBranch, branchView, (r) => r.branches),
  v.list('repair_times', t.bands, bandView, (r) => r.bands),
  v.list('holds_by_reason', t.holdsByReason, holdCountView, (r) => r.holds),
  v.list('complaints_by_channel', t.byChannel, channelCountView, (r) => r.channels),
  v.list('calls_by_day', t.byDay, dayView, (r) => r.days),
  v.list('calls_by_hour', t.byHour, hourView, (r) => r.hours.filter(({ calls }) => calls > 0)),
  v.list('addresses', t.again, againView, (r) => r.again),
  v.list('fines_by_branch', t.finesByBranch, finesView, (r) => r.fines),
]
