import { constants } from 'node:os'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/kernel/faults.ts'
import { asFault, codeOf } from '../../src/store/driver-faults.ts'

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
    ['SQLITE_IOERR_FSYNC', 'CANNOT_READ'],
    ['EIO', 'CANNOT_READ'],
    ['SQLITE_NOMEM', 'EXHAUSTED'],
    ['EMFILE', 'EXHAUSTED'],
    ['ERR_WORKER_INIT_FAILED', 'EXHAUSTED'],
    ['ERR_WORKER_OUT_OF_MEMORY', 'EXHAUSTED'],
  ])('%s is %s', (code, fault) => {
    expect(codeFor(code)).toBe(fault)
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
    for (const error of [new Error('x'), 'text', undefined, fault]) expect(asFault(error, 'x')).toBe(error)
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
