import { serverMigrations } from './server-migrations.ts'

/** One column, as the server's catalogue tells it: `ticket.phone text C`. */
const COLUMN = /^ {2}(\w+) (bigint|text collate "C")( primary key| not null)?/
const ADDED = /^alter table (\w+) add column (\w+) (bigint|text collate "C");$/
const TABLE = /^create table (\w+) \($/

/** What an office on a server consists of, by its own DDL. */
export interface Catalogue {
  /** `ticket.phone text C not null`. */
  readonly columns: readonly string[]
  readonly indexes: readonly string[]
  readonly triggers: readonly string[]
}

export function ownCatalogue(schema: string = serverMigrations.join('\n')): Catalogue {
  const columns: string[] = []
  let table = ''
  for (const line of schema.split('\n')) {
    table = TABLE.exec(line)?.[1] ?? table
    const [, name, type = '', rule] = COLUMN.exec(line) ?? []
    if (name !== undefined) columns.push(`${table}.${name} ${typeFound(type)}${rule === undefined ? '' : ' not null'}`)
    const [, grown, added, typeAdded = ''] = ADDED.exec(line) ?? []
    if (added !== undefined) columns.push(`${grown}.${added} ${typeFound(typeAdded)}`)
  }
  const keyed = [...schema.matchAll(/create table (\w+) \((.*?)\n\);/gs)].flatMap(([, name = '', body = '']) =>
    primaryKey(body).map((column) => `${name}.${column} `),
  )
  const freed = [...schema.matchAll(/alter table (\w+) alter column (\w+) drop not null/g)].map(
    ([, name = '', column = '']) => `${name}.${column} `,
  )
  const named = (pattern: RegExp): string[] => [...schema.matchAll(pattern)].map(([, name = '']) => name).toSorted()
  return {
    columns: columns
      .map((one) => (freed.some((start) => one.startsWith(start)) ? one.replace(' not null', '') : one))
      .map((one) => (keyed.some((key) => one.startsWith(key)) && !one.endsWith('not null') ? `${one} not null` : one))
      .toSorted(),
    indexes: named(/create (?:unique )?index (\w+)/g),
    triggers: named(/create trigger (\w+)/g),
  }
}

/** A type as the server's catalogue names it. */
const typeFound = (type: string): string => type.replace(/ collate "C"/, ' C')

function primaryKey(body: string): string[] {
  return /^ {2}primary key \((.*)\)/m.exec(body)?.[1]?.split(', ') ?? []
}

/** `$1` are the names of our tables. */
export const COLUMNS_FOUND = `
  select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, null)
    || case when o.collname is null then '' else ' ' || o.collname end
    || case when a.attnotnull then ' not null' else '' end as found
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_collation o on o.oid = a.attcollation
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`
export const INDEXES_FOUND = `
  select c.relname as found from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = current_schema()::regnamespace and i.indisvalid`
export const TRIGGERS_FOUND = `
  select t.tgname as found, t.tgenabled as enabled, c.relname as tbl from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal`
/** References that were never checked. */
export const UNCHECKED = `
  select conname as found from pg_constraint
  where connamespace = current_schema()::regnamespace and not convalidated`
