import { readableTime } from '../kernel/calendar.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { itemWords } from '../kernel/messages/conduct-items.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Entries, Part, Sheet } from '../kernel/sheet.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import { itemOf } from './conduct-items.ts'
import type { FailedItem, Occasion, PersonReport } from './conduct-report.ts'

/** What the head of the paper says. */
interface PaperHead {
  readonly office: string
  readonly month: string
  readonly clock: Clock
  readonly language: Language
}

/** The month on one sheet, with a place to sign for each person. */
export function reportSheet(reports: readonly PersonReport[], head: PaperHead): Sheet {
  const word = (text: Text): string => say(text, head.language)
  const title = { kind: 'title', office: head.office, title: word(t.title), number: head.month, mark: '' } as const
  const lines = [
    word(t.printed(readableTime(head.clock.zone, head.clock.now))),
    ...(reports.length === 0 ? [word(t.noneIn(head.month))] : []),
  ]
  return { parts: [title, { kind: 'lines', lines }, ...reports.flatMap((report) => personParts(report, head))] }
}

function personParts({ staff, inspections, passed, failed }: PersonReport, head: PaperHead): Part[] {
  const word = (text: Text): string => say(text, head.language)
  const fields = [
    { head: word(h.desk_staff), value: staff },
    { head: word(h.inspections), value: word(t.checked(inspections, passed)) },
  ]
  const kept: Part[] = failed.length === 0 ? [] : [{ kind: 'entries', entries: entriesOf(failed, head) }]
  const signature = { head: word(t.signature), value: null }
  return [{ kind: 'fields', fields }, ...kept, { kind: 'signatures', signatures: [[signature]] }]
}

function entriesOf(failed: readonly FailedItem[], head: PaperHead): Entries {
  const word = (text: Text): string => say(text, head.language)
  const rows = failed.map(({ item, occasions }) => [
    [word(t.itemTimes(itemWords[item].name, itemOf(item).article, occasions.length))],
    [word(itemWords[item].text)],
    occasions.map((occasion) => occasionText(occasion, head.clock)),
  ])
  return { heads: [word(h.failed), word(h.text), word(h.occasions)], rows, tick: undefined }
}

function occasionText({ at, inspected_by, note }: Occasion, { zone }: Clock): string {
  return [readableTime(zone, at), inspected_by, ...(note === null ? [] : [note])].join(' ')
}
