import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TestContext } from 'vitest'
import type { ReadDb } from '../../src/kernel/db.ts'
import { createOffice } from '../../src/store/engine.ts'
import type { Store } from '../../src/store/store.ts'
import { openStoreOf, placeOf } from '../desk-store.ts'
import { freshSchema, needsPg } from '../pg-desk.ts'
import { temporaryFolder } from './folder.ts'

export const deed = { actor: '小李', verb: 'test', at: 1_795_000_000 }
export const PUT = `insert into setting (key, value) values ($1, $2)`
export const VALUES = `select key, value from setting order by key`

/** Where there is room for an office, on each engine. */
export const engines: readonly (readonly [name: string, room: (context: TestContext) => Promise<string>])[] = [
  ['a file', async () => join(temporaryFolder(), 'office.db')],
  ['a server', async (context) => await freshSchema(needsPg(context))],
]

export async function opened(office: string, signal?: AbortSignal): Promise<Store> {
  const store = await openStoreOf(office, signal)
  onTestFinished(() => store.close())
  return store
}

/** A context that never skips, for tests with a table. */
export const never = { skip: () => undefined } as unknown as TestContext

type Room = (context: TestContext) => Promise<string>

/** An empty office. */
export async function made(room: Room, context: TestContext): Promise<string> {
  const office = await room(context)
  await createOffice(placeOf(office), deed, new AbortController().signal, async () => undefined)
  return office
}

export const count = (db: ReadDb): Promise<number> =>
  db.get('select count(*) as n from setting').then((row) => Number(row?.n))
