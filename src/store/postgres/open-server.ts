import type { WriteDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { storeWords } from '../../kernel/messages/store.ts'
import type { ServerTarget } from '../../kernel/server-target.ts'
import type { Deed } from '../sqlite-db.ts'
import type { Store } from '../store.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'
import { PgStore } from './pg-store.ts'
import type { SeatWaiting } from './pg-store.ts'
import { serverMigrations } from './server-migrations.ts'
import { asServerFault, stateOf } from './sql-faults.ts'

const VERSION = { text: 'select version from baoxiu_version', values: [] }
const ONE_AT_A_TIME = `begin; select pg_advisory_xact_lock(hashtext('baoxiu'), hashtext(current_schema()))`

/** Opens an existing office; an older one is upgraded by its owner, unless it is to be looked at as it is. */
export async function openServer(
  target: ServerTarget,
  signal: AbortSignal,
  waiting: SeatWaiting,
  asItIs = false,
  migrations: readonly string[] = serverMigrations,
): Promise<Store> {
  const link = new Link(await connectToServer(target, signal), signal)
  const store = new PgStore(target, link, signal, waiting)
  try {
    const version = await serverVersion(link, target.shown, migrations.length)
    if (version < migrations.length && !asItIs) await upgrade(link, target.shown, version, migrations)
    return store
  } catch (error) {
    store.close()
    throw asServerFault(error, target.shown)
  }
}

/** `DB_MISSING` where there is no office, `DB_NEWER` where a newer program made it. */
export async function serverVersion(link: Link, server: string, ours: number): Promise<number> {
  const version = await storedVersion(link)
  if (version === undefined) throw new Fault('DB_MISSING', storeWords.missing(server))
  if (version > ours) throw new Fault('DB_NEWER', t.newer(server, version, ours))
  return version
}

async function storedVersion(link: Link): Promise<number | undefined> {
  try {
    return Number((await link.query(VERSION)).rows[0]?.version)
  } catch (error) {
    if (stateOf(error) === '42P01') return undefined
    throw error
  }
}

async function upgrade(link: Link, server: string, seen: number, migrations: readonly string[]): Promise<void> {
  try {
    await link.script(ONE_AT_A_TIME)
    // Read again: another seat may have been first.
    const version = await serverVersion(link, server, migrations.length)
    for (const migration of migrations.slice(version)) await link.script(migration)
    await link.script(`update baoxiu_version set version = ${migrations.length}`)
    await link.script('commit')
  } catch (error) {
    if (stateOf(error) !== '42501') throw error
    throw new Fault('NOT_ALLOWED', t.older(server, seen, migrations.length), t.upgradeAsOwner)
  }
}

/** Makes an office, all of it or nothing; of several who try at once exactly one succeeds. */
export async function createOnServer<T>(
  target: ServerTarget,
  deed: Deed,
  signal: AbortSignal,
  work: (db: WriteDb) => Promise<T>,
): Promise<T> {
  const link = new Link(await connectToServer(target, signal), signal)
  const store = new PgStore(target, link, signal, { tell: () => undefined, most: 0 })
  try {
    return await store.creating(deed, (inside) => makeTables(inside, target.shown), work)
  } finally {
    store.close()
  }
}

const FOUND = {
  text: `select current_schema() as schema, to_regclass('baoxiu_version')::text as office`,
  values: [],
}

async function makeTables(link: Link, server: string): Promise<void> {
  const found = (await link.query(FOUND)).rows[0]
  if (found?.schema === null) throw new Fault('DB_MISSING', t.noSchema(server), t.createDatabase)
  if (found?.office !== null) throw new Fault('DB_EXISTS', storeWords.exists(server))
  try {
    for (const migration of serverMigrations) await link.script(migration)
    await link.script(`insert into baoxiu_version (version) values (${serverMigrations.length})`)
  } catch (error) {
    // A table, an index or a function of ours is there already, of somebody else.
    if (!['42P07', '42723'].includes(stateOf(error) ?? '')) throw error
    throw new Fault('DB_FOREIGN', t.taken(server, error instanceof Error ? error.message : ''), t.emptyDatabase)
  }
}
