import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'

export type Driver = Database.Database

/** Version 12 aborts when Node 24 exits, version 13 crashes on Node 20: each Node gets the one that runs on it. */
const FIRST_WITH_13 = 22
export const nodeVersion = process.version
const nodeMajor = Number(process.versions.node.split('.', 1)[0])
export const driverPackage = nodeMajor >= FIRST_WITH_13 ? 'better-sqlite3' : 'better-sqlite3-node20'

// Not installed, or without a compiled half for this machine, or with one for another Node.
const MISSING = new Set(['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'])

/** The driver's class; `DRIVER_MISSING` where the package for this Node is not there. */
function driverClass(): typeof Database {
  return orMissing(() => createRequire(import.meta.url)(driverPackage) as typeof Database)
}

/** Opens a database; `timeout` is 0, because waiting is ours. Errors: those of the driver, and `DRIVER_MISSING`. */
export function openDatabase(file: string, options: { readonly?: boolean; fileMustExist?: boolean } = {}): Driver {
  const Class = driverClass()
  return orMissing(() => new Class(resolve(file), { ...options, timeout: 0 }))
}

/** A database that nobody keeps. */
export function openInMemory(): Driver {
  const Class = driverClass()
  return orMissing(() => new Class(':memory:'))
}

/** `better-sqlite3, SQLite 3.50.0`: the driver is opened for it, not only found. */
export function driverVersion(): string {
  const database = openInMemory()
  try {
    return `${driverPackage}, SQLite ${String(database.prepare('select sqlite_version()').pluck().get())}`
  } finally {
    database.close()
  }
}

/** An error as the driver would throw it, for what only we can see. */
export function driverError(message: string, code: string): Error {
  const Class = driverClass()
  return new Class.SqliteError(message, code)
}

/** The driver loads its compiled half when the first database is opened. */
function orMissing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isMissing(error) ? missing(error) : error
  }
}

function isMissing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  // What looks for the compiled half of version 12 throws without a code.
  return (typeof code === 'string' && MISSING.has(code)) || error.message.includes('bindings file')
}

function missing(error: Error): Fault {
  const isForAnotherNode = error.message.includes('NODE_MODULE_VERSION')
  return new Fault('DRIVER_MISSING', t.driverMissing(driverPackage, process.version, isForAnotherNode))
}
