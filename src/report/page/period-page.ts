import { escaped, page } from '../../kernel/html.ts'
import { codeWords as w } from '../../kernel/messages/codes.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { say } from '../../kernel/text.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Zone } from '../../kernel/zone.ts'
import { shareText } from '../period/figure-rows.ts'
import type { PeriodReport } from '../period/period-report.ts'
import { busiestLine, dayLine, spanLine, titleLine } from '../period/period-words.ts'
import type { Punctuality } from '../period/punctuality.ts'
import { barChart } from './bar-chart.ts'
import type { Bar } from './bar-chart.ts'
import { dayChart } from './day-chart.ts'
import { heatChart } from './heat-chart.ts'
import { PAGE_STYLE, STRIPES } from './page-style.ts'
import { addressTable, figureTable, fineTable } from './page-tables.ts'
import { tiles } from './page-tiles.ts'

/** Nothing may be fetched or run, whatever a customer's name holds. */
const HEAD = `<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`

/** The report as one page for any browser and its printer; the same report makes the same bytes. */
export function periodPage(report: PeriodReport, zone: Zone, language: Language): string {
  const title = titleLine(report, language)
  const body = [
    STRIPES,
    '<main>',
    `<header><h1>${escaped(report.office_name)} ${escaped(title)}</h1><p>${escaped(spanLine(report, language))}</p></header>`,
    tiles(report, language),
    pair(figureTable(report, language), [dayFigure(report, language), bandFigure(report, language)].join('\n')),
    pair(heatFigure(report, language), [shareFigures(report, language), countFigures(report, language)].join('\n')),
    pair(fineTable(report, language), addressTable(report, zone, language)),
    notes(language),
    '</main>',
  ]
  return page(`${report.office_name} ${title}`, language, PAGE_STYLE, body.join('\n'), HEAD)
}

const pair = (left: string, right: string): string => `<div class="pair"><div>${left}</div>\n<div>${right}</div></div>`

function figure(title: Text, language: Language, chart: string, caption = ''): string {
  const below = caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`
  return `<figure><h2>${escaped(say(title, language))}</h2>${chart}${below}</figure>`
}

function dayFigure(report: PeriodReport, language: Language): string {
  const told = dayLine(report, language)
  return figure(
    t.byDay,
    language,
    dayChart(report.days, report.period.last, `${say(t.byDay, language)}: ${told}`),
    told,
  )
}

function bandFigure({ bands }: PeriodReport, language: Language): string {
  const all = bands.reduce((sum, { repairs }) => sum + repairs, 0)
  if (all === 0) return figure(t.bands, language, '', say(t.noRepairs, language))
  const bars = bands.map(({ above_hours, up_to_hours, repairs }) => ({
    name: say(t.band(above_hours, up_to_hours), language),
    label: String(repairs),
    solid: repairs,
  }))
  return figure(t.bands, language, barChart(bars, say(t.bands, language)))
}

function heatFigure({ hours }: PeriodReport, language: Language): string {
  const told = busiestLine(hours, language)
  return figure(t.byHour, language, heatChart(hours, language, `${say(t.byHour, language)}: ${told}`), told)
}

function shareFigures({ classes, branches }: PeriodReport, language: Language): string {
  const byClass = classes.map((one) => shareBar(say(w.fault_class[one.fault_class], language), one, language))
  const byBranch = branches.map((one) => shareBar(one.branch_name, one, language))
  const legend = say(t.legend, language)
  return [
    figure(t.byClass, language, barChart(byClass, say(t.byClass, language)), legend),
    ...(byBranch.length === 0 ? [] : [figure(t.byBranch, language, barChart(byBranch, say(t.byBranch, language)))]),
  ].join('\n')
}

function shareBar(name: string, { on_time, late, overdue }: Punctuality, language: Language): Bar {
  const also = overdue === 0 ? '' : say(t.overdueOf(overdue), language)
  return { name, label: shareText(on_time, late, language) + also, solid: on_time, striped: late }
}

function countFigures({ holds, channels }: PeriodReport, language: Language): string {
  const bar = (name: Text, n: number): Bar => ({
    name: say(name, language),
    label: say(t.times(n), language),
    solid: n,
  })
  const reasons = holds.map(({ reason, holds: n }) => bar(w.hold_reason[reason], n))
  const places = channels.map(({ channel, complaints: n }) => bar(w.channel[channel], n))
  return [
    ...(reasons.length === 0
      ? []
      : [figure(t.holdsByReason, language, barChart(reasons, say(t.holdsByReason, language)))]),
    ...(places.length === 0 ? [] : [figure(t.byChannel, language, barChart(places, say(t.byChannel, language)))]),
  ].join('\n')
}

function notes(language: Language): string {
  const items = t.counted.map((text) => `<li>${escaped(say(text, language))}</li>`)
  return `<section class="notes"><h2>${escaped(say(t.countedTitle, language))}</h2><ul>${items.join('')}</ul></section>`
}
