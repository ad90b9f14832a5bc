import { cut, displayWidth, padEnd, visible, wrap } from '../../kernel/display.ts'
import { codeWords as w } from '../../kernel/messages/codes.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { yuanText } from '../../kernel/money.ts'
import type { Piece, Screen } from '../../kernel/screen.ts'
import { say } from '../../kernel/text.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { figureRows, shareText } from './figure-rows.ts'
import { heatLines } from './heat-lines.ts'
import type { PeriodReport } from './period-report.ts'
import { dayLine, spanLine, titleLine } from './period-words.ts'
import type { Punctuality } from './punctuality.ts'
import { bar, sparkline } from './screen-marks.ts'

type Line = readonly Piece[]

/** Wider than this nothing gets clearer. */
const WIDEST = 100
const MOST_ADDRESSES = 8
/** One of one fills no line. */
const LEAST_SCALE = 10

/** The report for a screen from 60 columns on: figures, bars, sparkline and heat map, all readable without colour. */
export function periodScreen(report: PeriodReport, language: Language): Screen {
  return (size) => {
    const columns = Math.min(WIDEST, size.columns)
    const sections = [
      headLines(report, language, columns),
      figureLines(report, language),
      dayLines(report, language, columns),
      punctualityLines(report, language, columns),
      bandLines(report, language, columns),
      heatLines(report, language, columns),
      countLines(report, language, columns),
      againLines(report, language, columns),
      fineLines(report, language, columns),
    ].filter((lines) => lines.length > 0)
    return sections
      .flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]))
      .map((line) => fitted(line, columns))
  }
}

function fitted(line: Line, columns: number): Line {
  let left = columns
  return line.map((piece) => {
    const text = left <= 0 ? '' : cut(piece.text, left)
    left -= displayWidth(text)
    return { ...piece, text }
  })
}

const head = (text: Text, language: Language): Line => [{ text: say(text, language), tone: 'head' }]

function headLines(report: PeriodReport, language: Language, columns: number): Line[] {
  const title = `${visible(report.office_name)}  ${titleLine(report, language)}`
  return [
    ...wrap(title, columns).map((text): Line => [{ text, tone: 'head' }]),
    ...wrap(spanLine(report, language), columns).map((text): Line => [{ text, tone: 'past' }]),
  ]
}

function figureLines(report: PeriodReport, language: Language): Line[] {
  const rows = figureRows(report, language)
  const { kind } = report.period
  const titles = {
    head: '',
    now: say(t.current[kind], language),
    previous: say(t.previous[kind], language),
    lastYear: say(t.lastYear[kind], language),
  }
  const widest = (cell: (row: typeof titles) => string): number =>
    Math.max(...[titles, ...rows].map((row) => displayWidth(cell(row))))
  const [first, now, previous] = [widest((r) => r.head), widest((r) => r.now), widest((r) => r.previous)]
  const line = (row: typeof titles, isHead: boolean, isBad: boolean): Line => [
    { text: `${padEnd(row.head, first)}  `, tone: isHead ? 'head' : undefined },
    { text: padEnd(row.now, now), tone: isHead ? 'head' : isBad ? 'bad' : undefined },
    { text: `  ${padEnd(row.previous, previous)}  ${row.lastYear}`, tone: isHead ? 'head' : 'past' },
  ]
  return [line(titles, true, false), ...rows.map((row) => line(row, false, row.isBad))]
}

function dayLines(report: PeriodReport, language: Language, columns: number): Line[] {
  const passed = report.days.filter(({ date }) => date <= report.period.last)
  return [
    head(t.byDay, language),
    [{ text: `  ${padEnd(passed[0]?.date.slice(5) ?? '', 7)}${sparkline(passed.map(({ calls }) => calls))}` }],
    ...wrap(dayLine(report, language), columns - 2).map((text): Line => [{ text: `  ${text}`, tone: 'past' }]),
  ]
}

/** Classes, then branches, on one scale: a bar of what was repaired in time, and late. */
function punctualityLines({ classes, branches }: PeriodReport, language: Language, columns: number): Line[] {
  const rows: (Punctuality & { name: string })[] = [
    ...classes.map((one) => ({ ...one, name: say(w.fault_class[one.fault_class], language) })),
    ...branches.map((one) => ({ ...one, name: visible(one.branch_name) })),
  ]
  const most = Math.max(LEAST_SCALE, ...rows.map(({ on_time, late }) => on_time + late))
  const names = Math.min(20, Math.max(...rows.map(({ name }) => displayWidth(name))))
  const shares = rows.map(({ on_time, late }) => shareText(on_time, late, language))
  const widest = Math.max(...shares.map(displayWidth))
  const room = columns - names - widest - 8
  const lines = rows.map((row, index): Line => {
    const text = `  ${padEnd(cut(row.name, names), names)}  ${padEnd(shares[index] ?? '', widest)}  `
    return [{ text }, { text: bar([['#', row.on_time]], most, room) }, { text: lateBar(row, most, room), tone: 'bad' }]
  })
  const byClass = lines.slice(0, classes.length)
  const byBranch = lines.slice(classes.length)
  return [
    [...head(t.byClass, language), { text: `   ${say(t.legendText, language)}`, tone: 'past' }],
    ...byClass,
    ...(byBranch.length === 0 ? [] : [head(t.byBranch, language), ...byBranch]),
  ]
}

function lateBar({ on_time, late }: Punctuality, most: number, room: number): string {
  return bar(
    [
      ['#', on_time],
      ['x', late],
    ],
    most,
    room,
  ).replaceAll('#', '')
}

function bandLines({ bands }: PeriodReport, language: Language, columns: number): Line[] {
  const rows = bands.map((band) => ({
    name: say(t.band(band.above_hours, band.up_to_hours), language),
    n: band.repairs,
  }))
  return rows.every(({ n }) => n === 0) ? [] : [head(t.bands, language), ...countBars(rows, columns)]
}

function countLines({ holds, channels }: PeriodReport, language: Language, columns: number): Line[] {
  const reasons = holds.map(({ reason, holds: n }) => ({ name: say(w.hold_reason[reason], language), n }))
  const places = channels.map(({ channel, complaints: n }) => ({ name: say(w.channel[channel], language), n }))
  return [
    ...(reasons.length === 0 ? [] : [head(t.holdsByReason, language), ...countBars(reasons, columns)]),
    ...(places.length === 0 ? [] : [head(t.byChannel, language), ...countBars(places, columns)]),
  ]
}

function countBars(rows: readonly { readonly name: string; readonly n: number }[], columns: number): Line[] {
  const most = Math.max(LEAST_SCALE, ...rows.map(({ n }) => n))
  const names = Math.max(...rows.map(({ name }) => displayWidth(name)))
  const digits = String(most).length
  const room = Math.min(40, columns - names - digits - 6)
  return rows.map(({ name, n }) => [
    { text: `  ${padEnd(name, names)}  ${String(n).padStart(digits)}  ${bar([['#', n]], most, room)}`.trimEnd() },
  ])
}

function againLines({ again, branches }: PeriodReport, language: Language, columns: number): Line[] {
  if (again.length === 0) return []
  const names = new Map(branches.map(({ branch, branch_name }) => [branch, branch_name]))
  const shown = again.slice(0, MOST_ADDRESSES).map(({ address, branch, calls }): Line => {
    const times = say(t.callsFrom(calls), language)
    const place = `${visible(address)}  ${visible(names.get(branch) ?? branch)}`
    return [{ text: `  ${padEnd(times, 8)}  ${cut(place, columns - 12)}` }]
  })
  const more = again.length - shown.length
  const rest: Line[] = more > 0 ? [[{ text: `  ${say(t.moreAddresses(more), language)}`, tone: 'past' }]] : []
  return [head(t.again, language), ...shown, ...rest]
}

function fineLines({ fines, period }: PeriodReport, language: Language, columns: number): Line[] {
  if (fines.length === 0) return []
  const names = Math.min(24, Math.max(...fines.map(({ branch_name }) => displayWidth(branch_name))))
  return [
    head(t.finesOfMonth(period.name.slice(0, 7)), language),
    ...fines.map((row): Line => {
      const pending = row.pending_count === 0 ? '' : say(t.pending(row.pending_count, yuanText(row.pending)), language)
      const name = padEnd(cut(visible(row.branch_name), names), names)
      return [{ text: cut(`  ${name}  ${yuanText(row.total).padStart(10)}  ${pending}`.trimEnd(), columns) }]
    }),
  ]
}
