import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { noteWords } from '../kernel/messages/notes.ts'
import { record } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import { minutesOf, overlapping } from './coverage.ts'
import { markSeen, readNotes } from './desk-notes.ts'
import { findPerson } from './find-person.ts'
import { insertShift, lastSignedOff, nextShiftNumber, readShiftsOf, shiftsAt } from './queries.ts'
import { shiftSigned } from './shift.ts'
import type { Shift } from './shift.ts'
import { shiftView } from './views.ts'

/** Art. 1.1: signing on while another is on is a handover of the desk. */
export const signOn = verb({
  path: 'duty on',
  summary: t.on,
  notes: t.onNotes,
  examples: ['baoxiu duty on --name 李敏', 'baoxiu duty on --name 王芳 --at "昨天 16:00" --until 00:00'],
  operands: {},
  flags: { name: f.text('NAME', t.name), at: f.happened(t.onAt), until: f.happenedIfGiven(t.until) },
  faults: ['TIME_ORDER', 'ALREADY_ON_DUTY'],
  async run(ctx, given) {
    const { name, notes } = await findPerson(ctx, given.name)
    return ctx.writing(async (db) => {
      const own = await readShiftsOf(db, name)
      requireFreeTime(ctx, name, given.at, given.until, own)
      const around = await stateOfDesk(ctx, db, given.at)
      const signed = { name, on_at: given.at, off_at: given.until ?? null, entered_at: ctx.now }
      const shift = shiftSigned(await nextShiftNumber(db), signed)
      await insertShift(db, shift)
      return record(shiftView, shift, {
        notes: [...notes, ...around, ...(given.until === undefined ? await showNotes(ctx, db, name) : [])],
      })
    })
  },
})

function requireFreeTime(ctx: Ctx, name: string, at: Instant, until: Instant | undefined, own: readonly Shift[]): void {
  const time = (instant: Instant): string => readableTime(ctx.zone, instant)
  if (until !== undefined && until <= at) throw new Fault('TIME_ORDER', t.offBeforeOn('--until', time(until), time(at)))
  const other = overlapping({ from: at, to: until ?? Infinity }, own)
  if (other === undefined) return
  if (other.off_at === null && until === undefined)
    throw new Fault('ALREADY_ON_DUTY', t.alreadyOn(name, time(other.on_at)))
  throw new Fault('TIME_ORDER', overlapOf(ctx.zone, other))
}

/** The sentence about a shift that another would overlap. */
export function overlapOf(zone: Zone, { name, shift_no, on_at, off_at }: Shift): Text {
  return t.overlaps(name, shift_no, readableTime(zone, on_at), off_at === null ? undefined : readableTime(zone, off_at))
}

/** What was left for whoever comes; from now on it is off the board. */
async function showNotes(ctx: Ctx, db: WriteDb, name: string): Promise<Text[]> {
  const open = await readNotes(db)
  for (const note of open) await markSeen(db, note, name, ctx.now)
  return open.map(({ note, written_by, text }) => noteWords.forYou(note, written_by, text))
}

/** Who else is there, or since when nobody was. */
async function stateOfDesk(ctx: Ctx, db: ReadDb, at: Instant): Promise<Text[]> {
  const others = await shiftsAt(db, at)
  if (others.length > 0) return others.map((other) => t.alsoOn(other.name, readableTime(ctx.zone, other.on_at)))
  const left = await lastSignedOff(db, at)
  if (left === undefined || left === at) return []
  return [t.gapBefore(readableTime(ctx.zone, left), readableTime(ctx.zone, at), minutesOf({ from: left, to: at }))]
}
