import { Fault } from '../kernel/faults.ts'
import type { FaultCode } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'

type Sentence = (file: string, code: string) => Fault

const diskFull: Sentence = (file) => new Fault('DISK_FULL', t.diskFull(file))
/** SQLite does not say which: its own file, or one of those that it keeps for a while elsewhere. */
const databaseFull: Sentence = (file) => new Fault('DISK_FULL', t.databaseFull(file))
const busy: Sentence = (file) => new Fault('DB_BUSY', t.busy(file))
const damaged: Sentence = (file) => new Fault('DB_DAMAGED', t.damaged(file))
const foreign: Sentence = (file) => new Fault('DB_FOREIGN', t.foreign(file))
const readOnly: Sentence = (file) => new Fault('CANNOT_WRITE', t.readOnly(file))
const cannotOpen: Sentence = (file) => new Fault('CANNOT_READ', t.cannotOpen(file))
const badName: Sentence = (file) => new Fault('CANNOT_WRITE', t.badName(file))
const ioError: Sentence = (file, code) => new Fault('CANNOT_READ', t.ioError(file, code))
const writeError: Sentence = (file, code) => new Fault('CANNOT_WRITE', t.ioError(file, code))
const exhausted: Sentence = (_, code) => new Fault('EXHAUSTED', t.exhausted(code))

/** By the beginning of the code: `SQLITE_BUSY` stands for `SQLITE_BUSY_SNAPSHOT` too. The first that fits counts. */
const SENTENCES: readonly (readonly [code: string, sentence: Sentence])[] = [
  ['SQLITE_FULL', databaseFull],
  ['SQLITE_IOERR_SHMSIZE', diskFull],
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['EFBIG', diskFull],
  ['SQLITE_BUSY', busy],
  ['SQLITE_LOCKED', busy],
  ['SQLITE_PROTOCOL', busy],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', foreign],
  ['SQLITE_READONLY', readOnly],
  ['SQLITE_PERM', readOnly],
  ['EACCES', readOnly],
  ['EPERM', readOnly],
  ['EROFS', readOnly],
  ['EISDIR', readOnly],
  ['ETXTBSY', readOnly],
  ['EBUSY', readOnly],
  ['ENAMETOOLONG', badName],
  ['EILSEQ', badName],
  ['ELOOP', badName],
  ['SQLITE_CANTOPEN', cannotOpen],
  ['ENOTDIR', cannotOpen],
  ['ENOENT', cannotOpen],
  ['ENXIO', cannotOpen],
  ['SQLITE_IOERR_WRITE', writeError],
  ['SQLITE_IOERR_FSYNC', writeError],
  ['SQLITE_IOERR_DIR_FSYNC', writeError],
  ['SQLITE_IOERR_TRUNCATE', writeError],
  ['SQLITE_IOERR_DELETE', writeError],
  ['SQLITE_IOERR_CLOSE', writeError],
  ['SQLITE_IOERR_COMMIT_ATOMIC', writeError],
  ['SQLITE_IOERR_GETTEMPPATH', writeError],
  ['SQLITE_IOERR', ioError],
  ['SQLITE_NOLFS', ioError],
  ['EIO', ioError],
  ['ENODEV', ioError],
  ['ESTALE', ioError],
  ['ETIMEDOUT', ioError],
  ['SQLITE_NOMEM', exhausted],
  ['ENOMEM', exhausted],
  ['EMFILE', exhausted],
  ['ENFILE', exhausted],
  ['EAGAIN', exhausted],
  ['ERR_WORKER_INIT_FAILED', exhausted],
  ['ERR_WORKER_OUT_OF_MEMORY', exhausted],
]

/** An error of the driver or the system as a sentence for the user; anything unknown stays what it is: our bug. */
export function asFault(error: unknown, file: string): unknown {
  const code = codeOf(error) ?? ''
  return sentenceOf(code)?.(file, code) ?? error
}

// Of two files the one that is only read is open already when the other one is.
const OF_OPENING = new Set([readOnly, cannotOpen])

/** Could something not be written? Where one file is read and another written, that tells which of the two it is. */
export function isOfWriting(error: unknown): boolean {
  const sentence = sentenceOf(codeOf(error) ?? '')
  return sentence === writeError || (sentence !== undefined && OF_OPENING.has(sentence))
}

/** The same of a file that is only read. */
export function asReadFault(error: unknown, file: string): unknown {
  const code = codeOf(error) ?? ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Fault('CANNOT_READ', t.noFile(file))
  if (sentenceOf(code) === readOnly) return new Fault('CANNOT_READ', t.cannotRead(file))
  return recoded(error, file, 'CANNOT_WRITE', 'CANNOT_READ')
}

/** The same of a file that is only written. */
export function asWriteFault(error: unknown, file: string): unknown {
  return recoded(error, file, 'CANNOT_READ', 'CANNOT_WRITE')
}

function recoded(error: unknown, file: string, from: FaultCode, to: FaultCode): unknown {
  const fault = asFault(error, file)
  return fault !== error && fault instanceof Fault && fault.code === from ? new Fault(to, fault.what) : fault
}

function sentenceOf(code: string): Sentence | undefined {
  return SENTENCES.find(([start]) => code === start || code.startsWith(`${start}_`))?.[1]
}

/** `SQLITE_BUSY`, `ENOSPC` …, where the error carries one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return undefined
}
