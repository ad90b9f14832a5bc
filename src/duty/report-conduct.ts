import { boundsOfMonth } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { paper, records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readOffice } from '../office/queries.ts'
import { reportsOf } from './conduct-report.ts'
import { reportView } from './conduct-views.ts'
import { readInspections } from './inspection-queries.ts'

/** Art. 4.x sets no fines: the report names what was not kept, and no more. */
export const reportConduct = verb({
  path: 'conduct report',
  summary: t.report,
  examples: [
    'baoxiu conduct report --month 2026-11',
    'baoxiu conduct report --month 2026-11 --format html -o 2026-11.html',
  ],
  operands: {},
  flags: {
    month: f.required(f.month(t.month)),
    format: f.otherwise(f.choice(['table', 'text', 'html'], t.format), 'table'),
  },
  faults: [],
  async run(ctx, { month, format }) {
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const reports = reportsOf(month, await readInspections(db, boundsOfMonth(office.zone, month)))
      if (format === 'table') return records(reportView, reports, t.noneIn(month))
      const { reportHtml, reportText } = await import('./conduct-paper.ts')
      const head = { office: office.office_name, month, clock: ctx, language: ctx.language }
      return paper(format === 'html' ? reportHtml(reports, head) : reportText(reports, head), reportView, reports)
    })
  },
})
