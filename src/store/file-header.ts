import { closeSync, fstatSync, openSync, readSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asReadFault, codeOf } from './driver-faults.ts'
import { THIS_MACHINE, isOnShare } from './windows-files.ts'
import type { Machine } from './windows-files.ts'

/** "bxiu": our files say so in their header, so that another program's database is never taken for ours. */
export const APPLICATION_ID = 0x62786975

/**
 * Looks at the file before SQLite does: a folder, an empty file, another program's file, a newer version and a
 * truncated file are refused with the file unchanged to the byte. (SQLite file format, section 1.3.)
 */
export function inspectFile(file: string, newestVersion: number): void {
  const { header, size } = readHeader(file)
  if (size === 0) throw new Fault('DB_FOREIGN', t.empty(file))
  if (header.length < 16 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new Fault('DB_FOREIGN', t.foreign(file))
  if (header.length < 100) throw new Fault('DB_DAMAGED', t.truncated(file, size, 100))
  if (!isPossible(header)) throw new Fault('DB_DAMAGED', t.damaged(file))
  // With a write-ahead log beside it the header may be older than the content: SQLite itself is asked later.
  if (hasContent(`${file}-wal`)) return
  requireOurs(file, header.readInt32BE(68), header.readInt32BE(60), newestVersion)
  const pages = header.readUInt32BE(28)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  if (countIsValid && size < pages * pageSize) throw new Fault('DB_DAMAGED', t.truncated(file, size, pages * pageSize))
}

/** What every SQLite writes there: versions of the file format, fractions of a page, the format of the schema. */
function isPossible(header: Buffer): boolean {
  const isVersion = (at: number): boolean => header[at] === 1 || header[at] === 2
  const [most, least, leaf] = header.subarray(21, 24)
  return isVersion(18) && isVersion(19) && most === 64 && least === 32 && leaf === 32 && header.readUInt32BE(44) <= 4
}

/** Refuses another program's database and one that a newer version of ours wrote. */
export function requireOurs(file: string, applicationId: number, version: number, newestVersion: number): void {
  if (applicationId !== APPLICATION_ID || version < 1) throw new Fault('DB_FOREIGN', t.foreign(file))
  if (version > newestVersion) throw new Fault('DB_NEWER', t.newer(file, version, newestVersion))
}

function readHeader(file: string): { header: Buffer; size: number } {
  try {
    if (statSync(file).isDirectory()) throw new Fault('DB_FOREIGN', t.folder(file))
    if (!statSync(file).isFile()) throw new Fault('DB_FOREIGN', t.notAFile(file))
    const handle = openSync(file, 'r')
    try {
      const header = Buffer.alloc(100)
      const length = readSync(handle, header, 0, 100, 0)
      return { header: header.subarray(0, length), size: fstatSync(handle).size }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw new Fault('DB_MISSING', t.missing(file))
    throw asReadFault(error, file)
  }
}

export function hasContent(file: string): boolean {
  // Asked once: another seat that closes takes its log away.
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** SQLite would fold the log of a database that is gone into a new one of the same name. */
export function refuseStaleLogs(file: string): void {
  const stale = ['-wal', '-journal'].map((end) => file + end).find(hasContent)
  if (stale === undefined || statSync(file, { throwIfNoEntry: false }) !== undefined) return
  throw new Fault('CANNOT_WRITE', t.staleLog(stale), t.moveLog)
}

const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x73757245, 0x01021997, 0x5346414f])

/** SQLite's locks are not reliable on network drives (sqlite.org/howtocorrupt.html, 2.1). */
export function refuseNetworkDrive(file: string, machine: Machine = THIS_MACHINE): void {
  // Windows tells nothing by the type, and a share by its name.
  const isRemote = machine.platform === 'win32' ? isOnShare(file, machine) : isNetworkType(dirname(file))
  if (isRemote) throw new Fault('CANNOT_WRITE', t.networkDrive(file))
}

const isNetworkType = (folder: string): boolean => NETWORK_TYPES.has(statfsSync(folder).type)
