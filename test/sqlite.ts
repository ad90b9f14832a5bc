import { createRequire } from 'node:module'
import type BetterSqlite from 'better-sqlite3'
import { driverPackage } from '../src/store/driver.ts'

/** The driver that the program takes on this Node, for tests that look into the file themselves. */
export const Database = createRequire(import.meta.url)(driverPackage) as typeof BetterSqlite
