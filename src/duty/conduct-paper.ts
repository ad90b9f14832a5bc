import { readableTime } from '../kernel/calendar.ts'
import { visible, wrap } from '../kernel/display.ts'
import { escaped, page } from '../kernel/html.ts'
import { itemWords } from '../kernel/messages/conduct-items.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import type { Clock } from '../kernel/moment.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import { itemOf } from './conduct-items.ts'
import type { FailedItem, Occasion, PersonReport } from './conduct-report.ts'

const WIDTH = 80

/** What the head of the paper says. */
export interface PaperHead {
  readonly office: string
  readonly month: string
  readonly clock: Clock
  readonly language: Language
}

/** The month's report for a line printer: at most 80 columns, a place to sign for each person. */
export function reportText(reports: readonly PersonReport[], head: PaperHead): string {
  const word = (text: Text): string => say(text, head.language)
  const printed = word(t.printed(readableTime(head.clock.zone, head.clock.now)))
  const lines = [word(t.title), ...wrap(`${visible(head.office)}  ${head.month}  ${printed}`, WIDTH)]
  const none = reports.length === 0 ? [word(t.noneIn(head.month))] : []
  const people = reports.flatMap((report) => ['-'.repeat(WIDTH), ...personLines(report, head)])
  return `${[...lines, ...none, ...people].join('\n')}\n`
}

function personLines(report: PersonReport, head: PaperHead): string[] {
  const word = (text: Text): string => say(text, head.language)
  const items = report.failed.flatMap((failed) => itemLines(failed, head))
  const title = wrap(`${visible(report.staff)}  ${word(t.checked(report.inspections, report.passed))}`, WIDTH)
  return [...title, ...items, '', `  ${word(t.signature)}`, '']
}

function itemLines(failed: FailedItem, head: PaperHead): string[] {
  const occasions = failed.occasions.flatMap((occasion) => indented(occasionText(occasion, head), 6))
  return [...indented(itemText(failed, head.language), 2), ...occasions]
}

/** `badge (art. 4.3) 2 ×: Badge worn, and in its proper place`. */
function itemText({ item, occasions }: FailedItem, language: Language): string {
  const { name, text } = itemWords[item]
  return say(t.itemLine(name, itemOf(item).article, occasions.length, text), language)
}

function occasionText({ at, inspected_by, note }: Occasion, { clock }: PaperHead): string {
  return visible([readableTime(clock.zone, at), inspected_by, ...(note === null ? [] : [note])].join('  '))
}

function indented(text: string, columns: number): string[] {
  return wrap(text, WIDTH - columns).map((line) => `${' '.repeat(columns)}${line}`)
}

const STYLE = `@page { size: A4; margin: 18mm }
body { font: 11pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "SimSun", sans-serif; color: #000 }
h1 { font-size: 15pt; margin: 0 }
section { border-top: 1px solid #000; padding: 2mm 0; break-inside: avoid }
h2 { font-size: 12pt; margin: 0 }
ul { margin: 1mm 0; padding-left: 6mm }`

/** The same for a browser's printer. */
export function reportHtml(reports: readonly PersonReport[], head: PaperHead): string {
  const word = (text: Text): string => escaped(say(text, head.language))
  const printed = word(t.printed(readableTime(head.clock.zone, head.clock.now)))
  const body = [
    `<h1>${word(t.title)}</h1>`,
    `<p>${escaped(head.office)} ${head.month} · ${printed}</p>`,
    ...(reports.length === 0 ? [`<p>${word(t.noneIn(head.month))}</p>`] : []),
    ...reports.map((report) => personHtml(report, head)),
  ]
  return page(`${say(t.title, head.language)} ${head.month}`, head.language, STYLE, body.join('\n'))
}

function personHtml(report: PersonReport, head: PaperHead): string {
  const word = (text: Text): string => escaped(say(text, head.language))
  const items = report.failed.map((failed) => {
    const occasions = failed.occasions.map((occasion) => `<li>${escaped(occasionText(occasion, head))}</li>`).join('')
    return `<li>${escaped(itemText(failed, head.language))}<ul>${occasions}</ul></li>`
  })
  const list = items.length === 0 ? '' : `<ul>\n${items.join('\n')}\n</ul>\n`
  return `<section>
<h2>${escaped(report.staff)}</h2>
<p>${word(t.checked(report.inspections, report.passed))}</p>
${list}<p>${word(t.signature)}</p>
</section>`
}
