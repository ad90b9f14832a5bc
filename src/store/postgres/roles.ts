import type { ServerTarget } from '../../kernel/server-target.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'
import { asServerFault } from './sql-faults.ts'
import { serverMigrations } from './server-migrations.ts'

/** Rows of these are only ever added. */
const APPENDED = ['journal', 'ledger_line', 'decision', 'month_close']
/** What taking back an import takes away. */
const DELETED = ['ticket', 'ticket_phone']

const SCHEMA_NAME = { text: 'select current_schema() as schema', values: [] }

/** SQL that makes a role for a clerk, who may do what the commands do, and one for whoever only reads. */
export async function roleSql(target: ServerTarget, signal: AbortSignal): Promise<string> {
  const link = new Link(await connectToServer(target, signal), signal)
  try {
    return rolesOf(target.database, String((await link.query(SCHEMA_NAME)).rows[0]?.schema))
  } catch (error) {
    throw asServerFault(error, target.shown)
  } finally {
    link.close()
  }
}

function rolesOf(database: string, schema: string): string {
  const tables = [...serverMigrations.join('\n').matchAll(/create table (\w+)/g)].map(([, name = '']) => name)
  const books = tables.filter((name) => name !== 'baoxiu_version')
  const named = (names: readonly string[]): string => names.map((name) => `${quoted(schema)}.${name}`).join(', ')
  return [
    `create role baoxiu_clerk nologin;`,
    `grant connect, temporary on database ${quoted(database)} to baoxiu_clerk;`,
    `grant usage on schema ${quoted(schema)} to baoxiu_clerk;`,
    `grant select on ${named(tables)} to baoxiu_clerk;`,
    `grant insert on ${named(books)} to baoxiu_clerk;`,
    `grant update on ${named(books.filter((name) => !APPENDED.includes(name)))} to baoxiu_clerk;`,
    `grant delete on ${named(DELETED)} to baoxiu_clerk;`,
    `create role baoxiu_reader nologin;`,
    `grant connect on database ${quoted(database)} to baoxiu_reader;`,
    `grant usage on schema ${quoted(schema)} to baoxiu_reader;`,
    `grant select on ${named(tables)} to baoxiu_reader;`,
    `-- create role xiaoliu login password '…' in role baoxiu_clerk;`,
  ].join('\n')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
