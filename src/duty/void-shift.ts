import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readShift, voidShift } from './queries.ts'
import { shiftView } from './views.ts'

export const voidShiftVerb = verb({
  path: 'duty void',
  summary: t.void,
  examples: ['baoxiu duty void 12 --reason 记错人', 'baoxiu duty on --name 王芳 --at 08:00 --until 16:00'],
  operands: { shift: f.required({ ...f.whole(t.shiftNo), placeholder: 'SHIFT' }) },
  flags: { reason: f.required(f.text('TEXT', t.reason)) },
  faults: ['SHIFT_UNKNOWN'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const before = await readShift(db, given.shift)
      if (before === undefined) throw new Fault('SHIFT_UNKNOWN', t.shiftUnknown(given.shift))
      if (before.void_at !== null) return record(shiftView, before, { notes: [t.alreadyVoid(before.shift_no)] })
      return record(shiftView, await voidShift(db, before, ctx.now, given.reason))
    })
  },
})
