import { readableTime } from '../kernel/calendar.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import type { Text } from '../kernel/text.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'
import { imageOf } from '../store/journal.ts'
import type { JournalEntry } from '../store/journal.ts'

/** Fields that only serve the program itself. */
const SILENT = new Set(['revision', 'phone_key', 'place_key', 'chase', 'hold', 'approval', 'former_branches'])

/** One entry of the journal as people read it: what changed from what to what. */
export function eventView(zone: Zone): View<JournalEntry> {
  return [
    v.moment('at', h.at, (e) => e.at),
    v.text('actor', h.actor, (e) => e.actor),
    v.text('verb', h.verb, (e) => e.verb),
    v.text('reason', h.reason, (e) => e.reason),
    { name: 'changes', heading: t.changes, cell: (e) => changesCell(e, zone) },
  ]
}

/** Names of fields and closed words in JSON and CSV; their translations where people read Chinese. */
function changesCell(entry: JournalEntry, zone: Zone): v.Cell {
  const en = changesOf(
    entry,
    (field) => field,
    (field, value) => valueText(field, value, zone),
  )
  const zh = changesOf(entry, headingOf, (field, value) => wordOf(field, value) ?? valueText(field, value, zone))
  return { kind: 'text', value: en, told: { en, zh } }
}

const HEADINGS: Readonly<Record<string, Text>> = { ...h, ...t.eventFields, extra: t.extra }
const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  ...w,
  handover_channel: w.channel,
  reason: w.hold_reason,
}

function headingOf(field: string): string {
  return HEADINGS[field]?.zh ?? field
}

function wordOf(field: string, value: unknown): string | undefined {
  return typeof value === 'string' ? WORDS[field]?.[value]?.zh : undefined
}

type Told = (field: string, value: unknown) => string

function changesOf(entry: JournalEntry, named: (field: string) => string, told: Told): string {
  const before = imageOf(entry.before)
  const after = imageOf(entry.after) ?? {}
  return Object.keys(after)
    .filter((field) => !SILENT.has(field) && (before?.[field] ?? null) !== (after[field] ?? null))
    .filter((field) => before !== undefined || (after[field] !== 0 && after[field] !== entry.subject))
    .map((field) =>
      before === undefined
        ? `${named(field)} ${told(field, after[field])}`
        : `${named(field)} ${told(field, before[field])} → ${told(field, after[field])}`,
    )
    .join('; ')
}

function valueText(field: string, value: unknown, zone: Zone): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return value
  if (typeof value === 'number' && /(_at|deadline|cut_off|^at)$/.test(field)) return readableTime(zone, value)
  return JSON.stringify(value)
}
