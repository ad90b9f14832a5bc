import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { record } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { stampOf } from '../store/backup.ts'
import { refuseRestore } from '../store/engine.ts'
import { Interrupted } from '../store/interrupted.ts'
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
    refuseRestore(ctx.place, file)
    const deed = { actor: ctx.actor, verb: 'restore', at: ctx.now }
    const restored = await restore(file, ctx.dbFile, { force, stamp: stampOf(ctx), deed }, ctx.signal)
    ctx.changed()
    return record(restoredView, restored, { notes: await openOnce(ctx) })
  },
})

/** An older version is upgraded now. Whatever is in the way of that, the office is restored. */
async function openOnce(ctx: Ctx): Promise<Text[]> {
  try {
    await ctx.writing(async () => undefined)
    return []
  } catch (error) {
    if (error instanceof Interrupted) return []
    if (error instanceof Fault) return [t.opensLater(ctx.dbFile), error.what]
    throw error
  }
}
