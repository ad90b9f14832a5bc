import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'

/** An error of the driver or the system as a sentence for the user; anything unknown stays what it is: our bug. */
export function asFault(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_IOERR_SHMSIZE') {
    return new Fault('DISK_FULL', t.diskFull(file))
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new Fault('DB_BUSY', t.busy(file))
  if (code.startsWith('SQLITE_CORRUPT')) return new Fault('DB_DAMAGED', t.damaged(file))
  if (code === 'SQLITE_NOTADB') return new Fault('DB_FOREIGN', t.foreign(file))
  if (code.startsWith('SQLITE_READONLY') || WRITE_REFUSED.has(code)) return new Fault('CANNOT_WRITE', t.readOnly(file))
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOTDIR' || code === 'ENOENT')
    return new Fault('CANNOT_READ', t.cannotOpen(file))
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new Fault('CANNOT_READ', t.ioError(file, code))
  return error
}

const WRITE_REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ETXTBSY', 'EBUSY', 'SQLITE_PERM'])

/** `SQLITE_BUSY`, `ENOSPC` …, where the error carries one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return undefined
}
