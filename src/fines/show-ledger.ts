import type { ReadDb } from '../kernel/db.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { LedgerLine } from './decision.ts'
import { findFile } from './find-fine.ts'
import { readLines } from './queries.ts'
import { readAsOf } from './read-fines.ts'
import { ledgerView } from './views.ts'

/** The lines as they were booked; their sum is the sum of all fines that stand confirmed. */
export const showLedger = verb({
  path: 'fines ledger',
  summary: t.ledger,
  notes: t.ledgerNotes,
  examples: ['baoxiu fines ledger --month 2026-11', 'baoxiu fines ledger --fine overdue:KF-20261122-0007'],
  operands: {},
  flags: {
    month: f.month(t.month),
    fine: f.text('FINE', t.fine),
  },
  faults: ['FINE_UNKNOWN'],
  async run(ctx, given) {
    const lines = await ctx.reading(async (db) => {
      const found = given.fine === undefined ? await readLines(db, given.month) : await linesOf(db, given.fine, ctx.now)
      return found.filter((line) => (given.month ?? line.booked_month) === line.booked_month)
    })
    return records(ledgerView, lines, t.noLines)
  },
})

async function linesOf(db: ReadDb, typed: string, now: number): Promise<readonly LedgerLine[]> {
  return (await findFile(db, await readAsOf(db, now), typed)).history.lines
}
