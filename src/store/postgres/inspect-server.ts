import { serverWords as t } from '../../kernel/messages/server.ts'
import type { ServerTarget } from '../../kernel/server-target.ts'
import type { Text } from '../../kernel/text.ts'
import type { FileFinding, Inspection } from '../inspect.ts'
import { COLUMNS_FOUND, INDEXES_FOUND, TRIGGERS_FOUND, UNCHECKED, ownCatalogue } from './catalogue.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'
import { serverVersion } from './open-server.ts'
import { serverMigrations } from './server-migrations.ts'
import { asServerFault } from './sql-faults.ts'

/** Holds the server's catalogue to our own DDL: columns with their types and collations, indexes, guards, references. */
export async function inspectServer(target: ServerTarget, signal: AbortSignal): Promise<Inspection> {
  const link = new Link(await connectToServer(target, signal), signal)
  try {
    const version = await serverVersion(link, target.shown, serverMigrations.length)
    const older = version < serverMigrations.length ? version : undefined
    return { findings: older === undefined ? await differences(link, target.shown) : [], older }
  } catch (error) {
    throw asServerFault(error, target.shown)
  } finally {
    link.close()
  }
}

async function differences(link: Link, server: string): Promise<FileFinding[]> {
  const ask = async (text: string) => (await link.query({ text, values: [] })).rows
  const [columns, indexes, triggers, unchecked] = await Promise.all(
    [COLUMNS_FOUND, INDEXES_FOUND, TRIGGERS_FOUND, UNCHECKED].map(ask),
  )
  const own = ownCatalogue()
  const names = (rows: typeof columns): Set<string> => new Set(rows?.map(({ found }) => String(found)))
  const missing = [
    ...own.columns.filter((one) => !names(columns).has(one)),
    ...own.indexes.filter((one) => !names(indexes).has(one)),
    ...own.triggers.filter((one) => !names(triggers).has(one)),
    // `O`: it fires in every session that is no replica.
    ...(triggers ?? []).filter(({ enabled }) => enabled !== 'O').map(({ found }) => String(found)),
  ]
  const ours = new Set(own.columns.map((column) => column.split('.')[0]))
  const acting = (triggers ?? [])
    .filter(({ found, tbl }) => ours.has(String(tbl)) && !own.triggers.includes(String(found)))
    .map(({ found }) => String(found))
  return [
    ...ofSchema(server, [...missing, ...acting], t.altered),
    ...ofSchema(server, [...names(unchecked)], t.unchecked),
  ]
}

function ofSchema(server: string, names: string[], words: (server: string, names: string[]) => Text): FileFinding[] {
  return names.length === 0 ? [] : [{ kind: 'file-schema', subject: server, what: words(server, names) }]
}
