import { readableTime } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findPerson } from './find-person.ts'
import { onDutyAt, readShiftsOf, signShiftOff } from './queries.ts'
import { shiftView } from './views.ts'

/** Art. 1.1: nobody leaves the desk without another there; where it happens it is said. */
export const signOff = verb({
  path: 'duty off',
  summary: t.off,
  examples: ['baoxiu duty off --name 李敏', 'baoxiu duty off --name 李敏 --at 16:00'],
  operands: {},
  flags: { name: f.text('NAME', t.name), at: f.happened(t.offAt) },
  faults: ['TIME_ORDER', 'NOT_ON_DUTY'],
  async run(ctx, given) {
    const { name } = await findPerson(ctx, given.name)
    return ctx.writing(async (db) => {
      const before = (await readShiftsOf(db, name)).find((shift) => shift.off_at === null)
      if (before === undefined) throw new Fault('NOT_ON_DUTY', t.notOn(name, await onDutyAt(db, ctx.now)))
      if (given.at <= before.on_at) {
        const [off, on] = [readableTime(ctx.zone, given.at), readableTime(ctx.zone, before.on_at)]
        throw new Fault('TIME_ORDER', t.offBeforeOn('--at', off, on))
      }
      const shift = await signShiftOff(db, before, given.at)
      const left = (await onDutyAt(db, ctx.now)).length === 0
      return record(shiftView, shift, { notes: left ? [t.nobodyNow] : [] })
    })
  },
})
