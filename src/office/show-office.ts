import { officeWords as t } from '../kernel/messages/office.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readOffice } from './queries.ts'
import { officeView } from './views.ts'

export const showOffice = verb({
  path: 'office show',
  summary: t.show,
  examples: ['baoxiu office show', 'baoxiu office show --json'],
  operands: {},
  flags: {},
  faults: [],
  async run(ctx) {
    const office = await ctx.reading(readOffice)
    return record(officeView(office), { office, now: ctx.now })
  },
})
