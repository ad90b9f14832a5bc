import { constants } from 'node:os'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/kernel/faults.ts'
import { asFault, asReadFault, asWriteFault, codeOf } from '../../src/store/driver-faults.ts'

const erring = (code: string): Error => Object.assign(new Error(code), { code })

const codeFor = (code: string): string | undefined => {
  const fault = asFault(erring(code), '/srv/office.db')
  return fault instanceof Fault ? fault.code : undefined
}

describe('errors of the driver and the system', () => {
  test.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EFBIG', 'DISK_FULL'],
    ['SQLITE_BUSY', 'DB_BUSY'],
    ['SQLITE_BUSY_SNAPSHOT', 'DB_BUSY'],
    ['SQLITE_BUSY_RECOVERY', 'DB_BUSY'],
    ['SQLITE_LOCKED', 'DB_BUSY'],
    ['SQLITE_PROTOCOL', 'DB_BUSY'],
    ['SQLITE_CORRUPT', 'DB_DAMAGED'],
    ['SQLITE_CORRUPT_INDEX', 'DB_DAMAGED'],
    ['SQLITE_NOTADB', 'DB_FOREIGN'],
    ['SQLITE_READONLY', 'CANNOT_WRITE'],
    ['SQLITE_READONLY_DIRECTORY', 'CANNOT_WRITE'],
    ['EACCES', 'CANNOT_WRITE'],
    ['EROFS', 'CANNOT_WRITE'],
    ['ENAMETOOLONG', 'CANNOT_WRITE'],
    ['ELOOP', 'CANNOT_WRITE'],
    ['SQLITE_CANTOPEN', 'CANNOT_READ'],
    ['SQLITE_CANTOPEN_ISDIR', 'CANNOT_READ'],
    ['SQLITE_IOERR_READ', 'CANNOT_READ'],
    ['SQLITE_IOERR_WRITE', 'CANNOT_WRITE'],
    ['SQLITE_IOERR_FSYNC', 'CANNOT_WRITE'],
    ['EIO', 'CANNOT_READ'],
    ['SQLITE_NOMEM', 'EXHAUSTED'],
    ['EMFILE', 'EXHAUSTED'],
    ['ERR_WORKER_INIT_FAILED', 'EXHAUSTED'],
    ['ERR_WORKER_OUT_OF_MEMORY', 'EXHAUSTED'],
  ])('%s is %s', (code, fault) => {
    expect(codeFor(code)).toBe(fault)
  })

  test.each([
    ['EACCES', 'CANNOT_READ: x cannot be read', 'CANNOT_WRITE: x may not be written'],
    ['ENOENT', 'CANNOT_READ: there is no file x', 'CANNOT_WRITE: x cannot be opened'],
    ['ELOOP', 'CANNOT_READ: x is no name', 'CANNOT_WRITE: x is no name'],
    ['EIO', 'CANNOT_READ: the disk refused', 'CANNOT_WRITE: the disk refused'],
    ['ENOSPC', 'DISK_FULL: ', 'DISK_FULL: '],
  ])('%s, where it is known what was done', (code, read, written) => {
    const said = (fault: unknown): string => (fault instanceof Fault ? `${fault.code}: ${fault.message}` : '')
    expect(said(asReadFault(erring(code), 'x')).startsWith(read)).toBe(true)
    expect(said(asWriteFault(erring(code), 'x')).startsWith(written)).toBe(true)
  })

  test.each([
    'SQLITE_ERROR',
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_MISUSE',
    'SQLITE_MISMATCH',
    'ERR_INVALID_ARG_TYPE',
    'EIOX',
  ])('%s stays what it is: our mistake', (code) => {
    const error = erring(code)
    expect(asFault(error, 'x')).toBe(error)
  })

  test('what carries no code, and a fault, stay what they are', () => {
    const fault = new Fault('DB_MISSING', { en: 'x', zh: 'x' })
    const office = new Fault('CANNOT_READ', { en: 'x', zh: 'x' })
    for (const map of [asFault, asReadFault, asWriteFault])
      for (const error of [new Error('x'), 'text', undefined, fault, office]) expect(map(error, 'x')).toBe(error)
    expect(codeOf(Object.assign(new Error('x'), { code: 5 }))).toBeUndefined()
  })

  test('every error that a file system of this machine may answer has its sentence', () => {
    // Sockets, processes and mistakes of ours are not among them.
    const files = [
      'EACCES',
      'EBUSY',
      'EDQUOT',
      'EFBIG',
      'EIO',
      'EISDIR',
      'ELOOP',
      'EMFILE',
      'ENAMETOOLONG',
      'ENFILE',
      'ENODEV',
      'ENOENT',
      'ENOMEM',
      'ENOSPC',
      'ENOTDIR',
      'ENXIO',
      'EPERM',
      'EROFS',
      'ESTALE',
      'ETIMEDOUT',
      'ETXTBSY',
    ]
    expect(files.filter((code) => code in constants.errno && codeFor(code) === undefined)).toEqual([])
  })
})
