import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { verb } from '../kernel/verb.ts'
import { readStaff } from '../office/queries.ts'
import { importListed } from './import-listed.ts'
import type { ListKind } from './import-listed.ts'
import { ReturnJudge } from './judge-return.ts'
import { listAsked, listFlags, listOperands } from './list-flags.ts'
import { returnMeaningOf } from './read-return-row.ts'
import type { ReturnField } from './read-return-row.ts'

const returns: ListKind<ReturnField> = {
  kind: 'returns',
  meaningOf: returnMeaningOf,
  needed: ['ticket_no'],
  own: [],
  judge: async (db, ctx, book) => new ReturnJudge(db, await readStaff(db), ctx, book),
}

/** Art. 2.10: a branch that runs its own office feeds back what became of the reports. */
export const importReturns = verb({
  path: 'import returns',
  summary: t.importReturns,
  notes: t.importReturnsNotes,
  examples: ['baoxiu import returns 新庄回单.csv --dry-run', 'baoxiu import returns 新庄回单.csv'],
  operands: listOperands,
  flags: listFlags,
  faults: ['CANNOT_READ', 'ROWS_REFUSED'],
  run: (ctx, given) => importListed(ctx, returns, listAsked(given)),
})
