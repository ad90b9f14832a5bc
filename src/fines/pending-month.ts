import { Cancelled, alone } from '../kernel/asker.ts'
import type { Month } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { bulkWords } from '../kernel/messages/bulk.ts'
import { monthWords as m } from '../kernel/messages/months.ts'
import { yuanText } from '../kernel/money.ts'
import { say } from '../kernel/text.ts'
import type { NamedFine } from './fine.ts'
import { computeMonthReport } from './month-report.ts'
import { currentMonth, readAsOf } from './read-fines.ts'

/** As many as one looks at before saying yes. */
const SHOWN = 15

/** At a terminal, a month with findings that nobody has verified is closed by whoever has seen them; nothing is locked. */
export async function askAboutPending(ctx: Ctx, month: Month): Promise<void> {
  const { asker, language } = ctx
  if (asker === undefined || ctx.yes) return
  const pending = await readPending(ctx, month)
  if (pending.length === 0) return
  const lines = pending.slice(0, SHOWN).map((fine) => `  ${say(lineOf(fine), language)}`)
  const more = pending.length - lines.length
  await asker.tell([...lines, ...(more > 0 ? [`  ${say(bulkWords.more(more), language)}`] : [])])
  const sum = pending.reduce((total, { amount }) => total + amount, 0)
  const sure = await alone(
    asker.key(say(m.closeAnyway(month, pending.length, yuanText(sum)), language), [
      { key: 'y', word: say(bulkWords.yes, language), value: true },
      { key: 'n', word: say(bulkWords.no, language), value: false },
    ]),
  )
  if (!sure) throw new Cancelled()
}

function lineOf({ fine_id, branch_name, maintainer, amount }: NamedFine): ReturnType<typeof m.pendingLine> {
  return m.pendingLine(fine_id, `${branch_name} ${maintainer ?? ''}`.trim(), yuanText(amount))
}

/** What would be stored as pending; nothing of a month that cannot be closed. */
async function readPending(ctx: Ctx, month: Month): Promise<NamedFine[]> {
  return ctx.reading(async (db) => {
    const asOf = await readAsOf(db, ctx.now)
    if (month >= currentMonth(asOf) || asOf.closed.has(month)) return []
    return (await computeMonthReport(db, asOf, month)).list.filter(({ status }) => status === 'pending')
  })
}
