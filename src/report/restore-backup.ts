import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { stampOf } from '../store/backup.ts'
import { restore } from '../store/restore.ts'
import type { Restored } from '../store/restore.ts'

const restoredView: View<Restored> = [
  v.text('file', h.file, (r) => r.file),
  v.text('from_file', h.from_file, (r) => r.from_file),
  v.text('kept', h.kept, (r) => r.kept),
  v.count('version', h.version, (r) => r.version),
  v.count('entries', h.entries, (r) => r.entries),
  v.moment('changed_at', h.changed_at, (r) => r.changed_at),
]

/** Beside `init` the only command that makes a database. */
export const restoreBackup = verb({
  path: 'restore',
  summary: t.restore,
  notes: t.restoreNotes,
  examples: ['baoxiu restore /media/usb/office.db', 'baoxiu restore /srv/backups/office-20261122-030000.db --force'],
  operands: { file: f.required(f.text('FILE', t.restoreFile)) },
  flags: { force: f.toggle(t.force) },
  faults: ['DB_EXISTS', 'DB_MISSING', 'DB_FOREIGN', 'DB_DAMAGED', 'DB_ALTERED', 'DB_NEWER'],
  withoutOffice: true,
  async run(ctx, { file, force }) {
    const how = { force, stamp: stampOf(ctx) }
    const restored = await restore(file, ctx.dbFile, how, ctx.signal)
    const { from_file, kept = null, entries } = restored
    await ctx.writing((db) => db.record({ subject: ctx.dbFile, table: 'restore', after: { from_file, kept, entries } }))
    return record(restoredView, restored)
  },
})
