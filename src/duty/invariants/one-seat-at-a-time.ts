import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { dutyWords as t } from '../../kernel/messages/duty.ts'

const FOR_EVER = Number.MAX_SAFE_INTEGER
const OVERLAPS = `
  select shift_no, name from (
    select shift_no, name, on_at, max(coalesce(off_at, $1)) over (
      partition by name order by on_at, shift_no rows between unbounded preceding and 1 preceding) as busy_until
    from shift where void_at is null) as placed
  where busy_until > on_at order by shift_no`

/** Nobody sits on two shifts at once; signing on sees to it, a hand in the file may not. */
export const oneSeatAtATime: Invariant = {
  name: 'one-seat-at-a-time',
  remedy: t.voidOneShift,
  async *breaches(db) {
    for (const row of await db.all(OVERLAPS, [FOR_EVER])) {
      const what = t.shiftOverlaps(Number(row.shift_no), String(row.name))
      yield { subject: String(row.shift_no), what } satisfies Breach
    }
  },
}
