import { boundsOfMonth } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { paper, records } from '../kernel/outcome.ts'
import { asIs, joined } from '../kernel/text.ts'
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
    format: f.otherwise(
      f.choice(['table', 'text', 'html', 'raw'], t.format, {
        ...codeWords.paper_format,
        ...codeWords.screen_format,
      }),
      'table',
    ),
  },
  faults: [],
  async run(ctx, { month, format }) {
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const reports = reportsOf(month, await readInspections(db, boundsOfMonth(office.zone, month)))
      if (format === 'table') return records(reportView, reports, t.noneIn(month))
      const [{ reportSheet }, { printed }] = await Promise.all([
        import('./conduct-paper.ts'),
        import('../kernel/paper.ts'),
      ])
      const sheet = reportSheet(reports, { office: office.office_name, month, clock: ctx, language: ctx.language })
      const title = joined([t.title, asIs(month)], asIs(' '))
      return paper(printed([sheet], format, title, ctx), reportView, reports)
    })
  },
})
