import type { ReadDb } from '../kernel/db.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { CONDUCT_ITEMS } from './conduct-items.ts'

const FOR_EVER = Number.MAX_SAFE_INTEGER
const OVERLAPS = `
  select shift_no, name from (
    select shift_no, name, on_at, max(coalesce(off_at, $1)) over (
      partition by name order by on_at, shift_no rows between unbounded preceding and 1 preceding) as busy_until
    from shift where void_at is null) as placed
  where busy_until > on_at order by shift_no`
const FAILED_ITEMS = `select distinct item from inspection_failure order by item`
const WITH_ITEM = `select inspection_no from inspection_failure where item = $1 order by inspection_no`

/** What must hold of duty and conduct; signing on and the checklist see to it, a hand in the file may not. */
export const dutyInvariants: readonly Invariant[] = [
  { name: 'one-seat-at-a-time', remedy: t.voidOneShift, breaches: overlaps },
  { name: 'conduct-items-known', remedy: t.voidInspection, breaches: unknownItems },
]

async function* overlaps(db: ReadDb): AsyncIterable<Breach> {
  for (const row of await db.all(OVERLAPS, [FOR_EVER])) {
    yield { subject: String(row.shift_no), what: t.shiftOverlaps(Number(row.shift_no), String(row.name)) }
  }
}

async function* unknownItems(db: ReadDb): AsyncIterable<Breach> {
  const known = new Set<unknown>(CONDUCT_ITEMS.map(({ item }) => item))
  for (const { item } of await db.all(FAILED_ITEMS)) {
    if (item === undefined || known.has(item)) continue
    for (const row of await db.all(WITH_ITEM, [item])) {
      yield { subject: String(row.inspection_no), what: t.itemNotInCode(String(item)) }
    }
  }
}
