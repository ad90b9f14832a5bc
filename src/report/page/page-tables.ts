import { clockText } from '../../kernel/calendar.ts'
import { escaped } from '../../kernel/html.ts'
import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { yuanText } from '../../kernel/money.ts'
import { say } from '../../kernel/text.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Zone } from '../../kernel/zone.ts'
import { addedUp } from '../../fines/summary.ts'
import type { SummaryRow } from '../../fines/summary.ts'
import { figureRows } from '../period/figure-rows.ts'
import type { PeriodReport } from '../period/period-report.ts'

const MOST_ADDRESSES = 12

/** All figures of the three periods. */
export function figureTable(report: PeriodReport, language: Language): string {
  const { kind } = report.period
  const heads = [t.current[kind], t.previous[kind], t.lastYear[kind]].map((text) => `<th>${word(text, language)}</th>`)
  const rows = figureRows(report, language).map(
    ({ head, now, previous, lastYear }) =>
      `<tr><th scope="row">${escaped(head)}</th><td class="now">${escaped(now)}</td><td class="before">${escaped(previous)}</td><td class="before">${escaped(lastYear)}</td></tr>`,
  )
  return table(t.figures, language, `<tr><th></th>${heads.join('')}</tr>`, rows)
}

export function addressTable({ again, branches }: PeriodReport, zone: Zone, language: Language): string {
  if (again.length === 0) return nothing(t.again, language)
  const names = new Map(branches.map(({ branch, branch_name }) => [branch, branch_name]))
  const rows = again
    .slice(0, MOST_ADDRESSES)
    .map(
      ({ address, branch, calls, last_reported_at }) =>
        `<tr><th scope="row">${escaped(address)}</th><td>${escaped(names.get(branch) ?? branch)}</td><td class="n">${calls}</td><td class="n">${clockText(zone, last_reported_at).slice(5, 10)}</td></tr>`,
    )
  const head = `<tr><th>${word(h.address, language)}</th><th>${word(h.branch, language)}</th><th class="n">${word(t.calls, language)}</th><th class="n">${word(t.lastReport, language)}</th></tr>`
  const more = again.length - rows.length
  const foot = more > 0 ? `<tr><th colspan="4">${word(t.moreAddresses(more), language)}</th></tr>` : ''
  return table(t.again, language, head, rows, foot)
}

/** As `fines summary --group branch` adds them up. */
export function fineTable({ fines, period }: PeriodReport, language: Language): string {
  const title = t.finesOfMonth(period.name.slice(0, 7))
  const all = addedUp(fines)
  if (all === undefined) return nothing(title, language)
  const heads = [t.overdueShort, t.repeatsShort, t.complaintsShort, t.confirmedHead, t.pendingHead]
  const head = `<tr><th>${word(h.branch, language)}</th>${heads.map((text) => `<th class="n">${word(text, language)}</th>`).join('')}</tr>`
  const foot = fines.length > 1 ? fineRow(all, say(t.total, language)) : ''
  return table(
    title,
    language,
    head,
    fines.map((row) => fineRow(row, row.branch_name)),
    foot,
  )
}

function fineRow(row: SummaryRow, name: string): string {
  const pending = row.pending_count === 0 ? '' : `${row.pending_count} / ${yuanText(row.pending)}`
  const cells = [row.overdue_count, row.repeat_count, row.complaint_count, yuanText(row.total), pending]
  return `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}</tr>`
}

function table(title: Text, language: Language, head: string, rows: readonly string[], foot = ''): string {
  const last = foot === '' ? '' : `<tfoot>${foot}</tfoot>`
  return `<table><caption>${word(title, language)}</caption><thead>${head}</thead><tbody>${rows.join('\n')}</tbody>${last}</table>`
}

function nothing(title: Text, language: Language): string {
  return `<div><h2>${word(title, language)}</h2><p class="none">${word(t.none, language)}</p></div>`
}

const word = (text: Text, language: Language): string => escaped(say(text, language))
