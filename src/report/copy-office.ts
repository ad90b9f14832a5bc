import { createHash } from 'node:crypto'
import { csvWriter } from '../kernel/csv-view.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { serverWords as t } from '../kernel/messages/server.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Verb } from '../kernel/verb.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { exportComplaints } from '../books/export-complaints.ts'
import { exportFines } from '../books/export-fines.ts'
import { exportHandovers } from '../books/export-handovers.ts'
import { exportHolds } from '../books/export-holds.ts'
import { exportJournal } from '../books/export-journal.ts'
import { exportTickets } from '../books/export-tickets.ts'
import { copyTables, hashTables } from '../store/copy-tables.ts'
import type { TableHash } from '../store/copy-tables.ts'
import { createOffice } from '../store/engine.ts'

interface Copied {
  readonly from_file: string
  readonly to: string
  readonly rows: number
  readonly entries: number
  readonly hash: string
}

const copiedView: View<Copied> = [
  v.text('from_file', h.from_file, (c) => c.from_file),
  v.text('to', t.copiedTo, (c) => c.to),
  v.count('rows', t.copiedRows, (c) => c.rows),
  v.count('entries', h.entries, (c) => c.entries),
  v.text('hash', t.copiedHash, (c) => c.hash),
]

/** Every export that there is: what they print is what an office consists of for everybody else. */
const EXPORTS: readonly Verb[] = [
  exportTickets,
  exportHandovers,
  exportHolds,
  exportComplaints,
  exportFines,
  exportJournal,
]

export const copyOffice = verb({
  path: 'office copy',
  summary: t.copySummary,
  notes: t.copyNotes,
  examples: [
    'baoxiu office copy --to postgres://li@server/office',
    'baoxiu office copy --db postgres://li@server/kf --to a.db',
  ],
  operands: {},
  flags: { to: f.required(f.text('FILE|URL', t.copyTo)) },
  faults: ['DB_EXISTS', 'DB_UNREACHABLE', 'NOT_ALLOWED', 'DISK_FULL'],
  async run(ctx, given) {
    const to = await ctx.placeNamed(given.to)
    const exports = await exportsOf(ctx)
    const deed = { actor: ctx.actor, verb: 'office copy', at: ctx.now }
    // One state of the source; the copy is kept only where it reads the same.
    const copied = await ctx.reading((from) =>
      createOffice(to, deed, ctx.signal, async (target) => {
        const tables = await copyTables(from, target)
        requireSame(tables, await hashTables(target))
        const hash = await exportsHash(exports, from, ctx)
        if (hash !== (await exportsHash(exports, target, ctx))) throw new Fault('BUG', t.copyDiffers('export'))
        return resultOf(ctx.dbFile, to.file, tables, hash)
      }),
    )
    ctx.changed()
    return record(copiedView, copied)
  },
})

function requireSame(tables: readonly TableHash[], copies: readonly TableHash[]): void {
  for (const [index, { table, rows, hash }] of tables.entries()) {
    const copy = copies[index]
    if (copy?.hash !== hash) throw new Fault('BUG', t.copyDiffers(`${table}: ${rows} ≠ ${copy?.rows}`))
  }
}

function resultOf(from_file: string, to: string, tables: readonly TableHash[], hash: string): Copied {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { from_file, to, rows, entries: tables.find(({ table }) => table === 'journal')?.rows ?? 0, hash }
}

type Export = Extract<Outcome, { kind: 'stream' }>

/** What they print is read later, on either side. */
async function exportsOf(ctx: Ctx): Promise<Export[]> {
  const exports: Export[] = []
  for (const one of EXPORTS) {
    const outcome = await one.run(ctx, {} as never)
    if (outcome.kind !== 'stream') throw new Error(`${one.path} is no stream`)
    exports.push(outcome)
  }
  return exports
}

/** One hash over what every export prints, to the byte. */
async function exportsHash(exports: readonly Export[], db: ReadDb, ctx: Ctx): Promise<string> {
  const sha = createHash('sha256')
  for (const { view, blocks } of exports) {
    const csv = csvWriter(view, ctx.zone, { encoding: 'utf-8', lineEnd: '\n', headers: 'en' })
    sha.update(csv.start())
    for await (const rows of blocks(db)) sha.update(csv.lines(rows))
  }
  return sha.digest('hex')
}
