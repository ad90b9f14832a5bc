import { readableTime } from '../kernel/calendar.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'
import { imageOf } from '../store/journal.ts'
import type { JournalEntry } from '../store/journal.ts'

/** Fields that only serve the program itself. */
const SILENT = new Set(['revision', 'phone_key', 'place_key'])

/** One entry of the journal as people read it: what changed from what to what. */
export function eventView(zone: Zone): View<JournalEntry> {
  return [
    v.moment('at', h.at, (e) => e.at),
    v.text('actor', h.actor, (e) => e.actor),
    v.text('verb', h.verb, (e) => e.verb),
    v.text('reason', h.reason, (e) => e.reason),
    v.text('changes', t.changes, (e) => changesOf(e, zone)),
  ]
}

function changesOf(entry: JournalEntry, zone: Zone): string {
  const before = imageOf(entry.before) ?? {}
  const after = imageOf(entry.after) ?? {}
  const told = (field: string, value: unknown): string => valueText(field, value, zone)
  return Object.keys(after)
    .filter((field) => !SILENT.has(field) && (before[field] ?? null) !== (after[field] ?? null))
    .map((field) =>
      entry.before === null
        ? `${field} ${told(field, after[field])}`
        : `${field} ${told(field, before[field])} → ${told(field, after[field])}`,
    )
    .join('; ')
}

function valueText(field: string, value: unknown, zone: Zone): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return value
  if (typeof value === 'number' && /(_at|deadline|cut_off|^at)$/.test(field)) return readableTime(zone, value)
  return JSON.stringify(value)
}
