import type { Ctx } from '../../kernel/ctx.ts'
import * as f from '../../kernel/flags.ts'
import { codeWords } from '../../kernel/messages/codes.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { paper, record } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Screen } from '../../kernel/screen.ts'
import type { PeriodReport } from './period-report.ts'
import { periodScreen } from './period-screen.ts'
import { periodReportView } from './period-views.ts'

const FORMATS = ['text', 'html'] as const

export const reportFormat = f.choice(FORMATS, t.format, codeWords.paper_format)

/** A screen on a terminal and the figures elsewhere, unless one of the forms was asked for. */
export async function answerOf(
  report: PeriodReport,
  format: (typeof FORMATS)[number] | undefined,
  ctx: Pick<Ctx, 'language' | 'out' | 'zone'>,
): Promise<Outcome> {
  const screen = periodScreen(report, ctx.language)
  const isScreen = ctx.out.columns !== undefined
  if (format === undefined || (format === 'text' && isScreen)) return record(periodReportView, report, { screen })
  if (format === 'text') return paper(textOf(screen), periodReportView, [report], { single: true })
  const { periodPage } = await import('../page/period-page.ts')
  return paper(periodPage(report, ctx.zone, ctx.language), periodReportView, [report], { single: true })
}

function textOf(screen: Screen): string {
  const lines = screen({ columns: 80, rows: Infinity }).map((line) => line.map(({ text }) => text).join(''))
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}
