import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Backup } from '../store/backup.ts'
import { backUpOffice, backUpOfficeInto } from '../store/engine.ts'

const removedView: View<string> = [v.text('file', h.file, (file) => file)]

const backupView: View<Backup> = [
  v.text('file', h.file, (b) => b.file),
  v.count('bytes', h.bytes, (b) => b.bytes),
  v.count('version', h.version, (b) => b.version),
  v.count('entries', h.entries, (b) => b.entries),
  v.moment('changed_at', h.changed_at, (b) => b.changed_at),
  v.list('removed', h.removed, removedView, (b) => b.removed),
]

/** Only reads the office: a damaged one is found before anything is replaced. */
export const makeBackup = verb({
  path: 'backup',
  summary: t.backup,
  notes: t.backupNotes,
  examples: ['baoxiu backup /media/usb/office.db', 'baoxiu backup --dir /srv/backups --keep 14'],
  operands: { file: f.text('FILE', t.backupFile) },
  flags: { dir: f.text('DIR', t.backupFolder), keep: f.whole(t.keep) },
  faults: ['DB_DAMAGED', 'DB_ALTERED', 'CANNOT_WRITE', 'DISK_FULL'],
  async run(ctx, { file, dir, keep }) {
    if (keep !== undefined && dir === undefined) throw new Fault('USAGE', t.keepNeedsFolder)
    const backup = await taken(ctx, file, dir, keep)
    ctx.changed()
    return record(backupView, backup)
  },
})

async function taken(
  ctx: Ctx,
  file: string | undefined,
  folder: string | undefined,
  keep: number | undefined,
): Promise<Backup> {
  if (file !== undefined && folder === undefined) return backUpOffice(ctx.place, file, ctx.signal)
  if (file === undefined && folder !== undefined) return backUpOfficeInto(ctx.place, folder, keep, ctx)
  throw new Fault('USAGE', t.fileOrFolder)
}
