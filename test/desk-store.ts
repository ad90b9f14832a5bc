import { readFileSync } from 'node:fs'
import type { TestContext } from 'vitest'
import { serverTarget } from '../src/kernel/server-target.ts'
import type { OfficePlace } from '../src/kernel/server-target.ts'
import { COPIED } from '../src/store/copy-tables.ts'
import { openOffice } from '../src/store/engine.ts'
import type { Store } from '../src/store/store.ts'
import { onPostgres, rowsOnServer } from './pg-desk.ts'

/** Where a desk's office is, as the program sees it. */
export function placeOf(office: string): OfficePlace {
  if (!office.startsWith('postgres:')) return { file: office, server: undefined }
  const server = serverTarget(office, {}, 'nobody')
  return { file: server.shown, server }
}

/** The store behind a desk, on whichever engine it is. */
export function openStoreOf(office: string, signal = new AbortController().signal): Promise<Store> {
  return openOffice(placeOf(office), signal, { holder: () => undefined, seat: () => undefined, attended: false }, false)
}

/** All that an office holds, to tell whether anything changed. */
export function contentOf(office: string): string {
  if (!office.startsWith('postgres:')) return readFileSync(office, 'latin1')
  const tables = COPIED.map(
    ([table, key]) => `(select json_agg(x) from (select * from ${table} order by ${key.join(', ')}) x) as ${table}`,
  )
  return JSON.stringify(rowsOnServer(office, `select ${tables.join(', ')}`, []))
}

/** Skips a test that is about the file itself, where the desks have none. */
export function aboutFiles(context: TestContext): void {
  context.skip(onPostgres, 'is about an office in a file')
}
