import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { TestContext } from 'vitest'
import { serverMigrations } from '../src/store/postgres/server-migrations.ts'

/** Do the tests of the slices run on PostgreSQL? `npm run test:pg` says so. */
export const onPostgres = process.env['BAOXIU_TEST_ENGINE'] === 'postgres'

/** The run's server; skips the test, with its reason, where there is none. */
export function needsPg(context: TestContext): string {
  const url = process.env['BAOXIU_PG_URL'] ?? ''
  context.skip(url === '', process.env['BAOXIU_PG_REASON'] ?? 'no server was started')
  return url
}

export function runServer(): string {
  const url = process.env['BAOXIU_PG_URL'] ?? ''
  if (url === '') throw new Error(process.env['BAOXIU_PG_REASON'] ?? 'no server was started')
  return url
}

const SCHEMA = serverMigrations.join('\n')

let names = 0

/** An empty schema of its own for one test; what it answers is the URL of an office in it. */
export async function freshSchema(server = runServer(), isKept = false): Promise<string> {
  const name = `t${process.pid}_${(names += 1)}`
  await execute(server, `create schema ${name}`)
  if (isKept) return urlOf(server, name)
  try {
    onTestFinished(() => execute(server, `drop schema ${name} cascade`))
  } catch {
    // Outside a test it goes with the server.
  }
  return urlOf(server, name)
}

function urlOf(server: string, schema: string): string {
  return `${server}${server.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=${schema}`)}`
}

export function schemaOf(url: string): string {
  return decodeURIComponent(url).split('search_path=')[1] ?? 'public'
}

/** A copy of an office in a schema of its own. */
export async function cloneOffice(template: string, isKept = false): Promise<string> {
  const url = await freshSchema(undefined, isKept)
  const [from, to] = [schemaOf(template), schemaOf(url)]
  const tables = [...SCHEMA.matchAll(/create table (\w+)/g)].map(([, name]) => name)
  const rows = tables.map((name) => `insert into ${to}.${name} select * from ${from}.${name};`)
  await execute(runServer(), `begin; set local search_path = ${to}; ${SCHEMA} ${rows.join('\n')} commit`)
  return url
}

const clients = new Map<string, Promise<pg.Client>>()

/** A statement, or several, behind the program's back. */
export async function execute(server: string, sql: string): Promise<void> {
  const client = clients.get(server) ?? connected(server)
  clients.set(server, client)
  await (await client).query(sql)
}

async function connected(server: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  client.on('error', () => undefined)
  // It must not keep a worker of the tests alive; the types lack it.
  ;(client as unknown as { unref(): void }).unref()
  return client
}

/** Looks behind the program's back, as `desk.rows` does with a file: without waiting. */
export function rowsOnServer(url: string, sql: string, values: readonly (string | number)[]): unknown {
  let place = 0
  const text = sql
    .replaceAll('?', () => literal(values[place++] ?? ''))
    .replaceAll(/group_concat\((\w+)\)/g, "string_agg($1, ',')")
  return JSON.parse(psql(url, `select coalesce(json_agg(found), '[]') from (${text}) found`), asInFile) as unknown
}

/** What nobody can do through the program: not even the laws against changing it are there. */
export function tamperOnServer(url: string, sql: string): void {
  psql(url, `set session_replication_role = replica; ${sql.replaceAll(/pragma [^;]*;/g, '')}`)
}

/** What is true is 1 in a file. */
const asInFile = (_: string, value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

function psql(url: string, sql: string): string {
  // The client of Debian, beside the server.
  const set = `set search_path = ${schemaOf(url)};`
  return execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-c', `${set} ${sql}`, '-d', serverOf(url)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

const serverOf = (url: string): string => url.replace(/[?&]options=.*$/, '')

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
