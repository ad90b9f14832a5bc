import { dayAt } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { nextNumber } from '../office/numbering.ts'
import { readOffice } from '../office/queries.ts'
import { aboutName } from './about-name.ts'
import { inOrder, readFailure, requireDistinct } from './conduct-items.ts'
import { inspectionView } from './conduct-views.ts'
import { findPerson } from './find-person.ts'
import { inspectionNumber } from './inspection.ts'
import type { Inspection } from './inspection.ts'
import { insertInspection } from './inspection-queries.ts'

/** Art. 1.2, 4.x: one check of one person, with what was not kept. */
export const inspectConduct = verb({
  path: 'conduct inspect',
  summary: t.inspect,
  notes: t.inspectNotes,
  examples: [
    'baoxiu conduct inspect --staff 李敏 --by 王主任',
    'baoxiu conduct inspect --staff 李敏 --by 王主任 --fail 工牌=未佩戴 --fail voice',
  ],
  operands: {},
  flags: {
    staff: f.text('NAME', t.staff),
    by: f.required(f.text('NAME', t.by)),
    fail: f.several(f.optional('ITEM[=NOTE]', t.fail, (typed, label) => readFailure(f.checkedText(typed, label)))),
    at: f.happened(t.at),
    note: f.text('TEXT', t.note),
  },
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    requireDistinct(given.fail)
    const { name, notes } = await findPerson(ctx, given.staff, '--staff')
    return ctx.writing(async (db) => {
      const { office_code, zone } = await readOffice(db)
      const day = dayAt(zone, given.at)
      const inspection: Inspection = {
        inspection_no: inspectionNumber(office_code, day, await nextNumber(db, `inspection:${day}`)),
        staff: name,
        inspected_by: given.by.trim(),
        inspected_at: given.at,
        entered_at: ctx.now,
        note: given.note ?? null,
        void_at: null,
        void_reason: null,
        failures: inOrder(given.fail),
      }
      const aboutBy = await aboutName(db, inspection.inspected_by)
      await insertInspection(db, inspection)
      return record(inspectionView, inspection, { notes: [...notes, ...aboutBy] })
    })
  },
})
