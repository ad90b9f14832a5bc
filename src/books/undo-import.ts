import { readableTime } from '../kernel/calendar.ts'
import { confirmBulk } from '../kernel/confirm-bulk.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { record } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { readShiftsOfImport, voidShift } from '../duty/queries.ts'
import { readOffice } from '../office/queries.ts'
import { takeBackTickets } from '../ticket/taken-back.ts'
import { requireUnused } from './import-in-use.ts'
import type { ImportRecord } from './import-record.ts'
import { importView } from './import-view.ts'
import { markUndone, readImport } from './queries.ts'

export const undoImport = verb({
  path: 'import undo',
  summary: t.importUndo,
  notes: t.importUndoNotes,
  examples: ['baoxiu import undo KF-I-20261122-01', 'baoxiu import undo KF-I-20261122-01 --json'],
  operands: { import: f.required(f.text('IMPORT', t.import)) },
  flags: {},
  faults: ['IMPORT_UNKNOWN', 'IMPORT_IN_USE'],
  async run(ctx, given) {
    const found = await ctx.reading((db) => findImport(db, given.import))
    if (found.undone_at === null && (found.kind === 'tickets' || found.kind === 'shifts')) {
      await confirmBulk(ctx, found.imported, () => ctx.reading((db) => firstRows(ctx, db, found)), found.imported)
    }
    return ctx.writing(async (db) => {
      const before = await findImport(db, given.import)
      if (before.undone_at !== null) {
        const at = readableTime(ctx.zone, before.undone_at)
        return record(importView, before, { notes: [t.undoneAlready(before.import_id, at)] })
      }
      const after = await undone(ctx, db, before)
      return record(importView, after, { notes: [t.undone(before.import_id, before.imported)] })
    })
  },
})

async function findImport(db: ReadDb, typed: string): Promise<ImportRecord> {
  const folded = foldWidth(typed).trim()
  const found = (await readImport(db, folded)) ?? (await readImport(db, folded.toUpperCase()))
  if (found === undefined) throw new Fault('IMPORT_UNKNOWN', t.importUnknown(typed))
  return found
}

const FIRST = `
  select ticket_no, customer_name, phone, address from ticket where import_id = $1 order by ticket_no limit 15`

/** What would go, a line each. */
async function firstRows({ zone }: Ctx, db: ReadDb, { import_id }: ImportRecord): Promise<string[]> {
  const tickets = (await db.all(FIRST, [import_id])).map((row) => Object.values(row).join('  '))
  const shifts = tickets.length > 0 ? [] : await readShiftsOfImport(db, import_id)
  return [...tickets, ...shifts.map(({ name, on_at }) => `${name}  ${readableTime(zone, on_at)}`)]
}

async function undone(ctx: Ctx, db: WriteDb, before: ImportRecord): Promise<ImportRecord> {
  const { import_id } = before
  switch (before.kind) {
    case 'tickets': {
      const office = await readOffice(db)
      await requireUnused(db, ctx.now, import_id)
      const numbers_left = await takeBackTickets(db, import_id, office.office_code)
      return markUndone(db, before, ctx.now, { numbers_left })
    }
    case 'shifts': {
      const reason = say(t.undoneReason(import_id), ctx.language)
      for (const shift of await readShiftsOfImport(db, import_id)) await voidShift(db, shift, ctx.now, reason)
      return markUndone(db, before, ctx.now, {})
    }
    case 'returns':
    case 'branches':
    case 'staff':
      throw new Fault('IMPORT_IN_USE', t.neverUndone(import_id), t.correctSingly)
  }
}
