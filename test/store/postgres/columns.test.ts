import { expect, test } from 'vitest'
import { openInMemory } from '../../../src/store/driver.ts'
import { migrations } from '../../../src/store/migrations/migrations.ts'
import { ownCatalogue } from '../../../src/store/postgres/catalogue.ts'
import { serverMigrations } from '../../../src/store/postgres/server-migrations.ts'
import { COPIED } from '../../../src/store/copy-tables.ts'

const SCHEMA = serverMigrations.join('\n')

interface Column {
  readonly tbl: string
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
  readonly dflt_value: string | null
}

const COLUMNS = `
  select m.name as tbl, c.name, c.type, c."notnull", c.pk, c.dflt_value from sqlite_schema m join pragma_table_info(m.name) c
  where m.type = 'table' order by m.name, c.cid`
const INDEXES = `select name, sql from sqlite_schema where type = 'index' and sql is not null order by name`

const inFile = <T>(sql: string): T[] => {
  const driver = openInMemory()
  for (const migration of migrations) driver.exec(migration)
  return driver.prepare(sql).all() as T[]
}

/** Every column of a file, written as PostgreSQL has to have it. */
function columnsOfFile(): string[] {
  return inFile<Column>(COLUMNS)
    .map(({ tbl, name, type, notnull, pk }) => {
      const ours = type.toLowerCase() === 'integer' ? 'bigint' : 'text C'
      return `${tbl}.${name} ${ours}${notnull === 1 || pk > 0 ? ' not null' : ''}`
    })
    .toSorted()
}

test('both engines have the same columns: one that is missing here goes into src/store/postgres/tables-*.ts', () => {
  const ofServer = ownCatalogue().columns.filter((column) => !column.startsWith('baoxiu_version.'))
  expect(ofServer).toEqual(columnsOfFile())
})

test('both engines have the same indexes, over the same columns', () => {
  const plain = (sql: string): string => sql.toLowerCase().replaceAll(/\s+/g, ' ').replace(/;$/, '').trim()
  const ofServer = [...SCHEMA.matchAll(/create (?:unique )?index [^;]*/g)].map(([sql]) => plain(sql)).toSorted()
  expect(ofServer).toEqual(
    inFile<{ sql: string }>(INDEXES)
      .map(({ sql }) => plain(sql))
      .toSorted(),
  )
})

test('both engines have the same defaults, references and checks', () => {
  const rules = (sql: string): string[] =>
    [...sql.matchAll(/default [^,\n]+|references \w+ \(\w+\)|unique(?= |,|\n)(?! index)|check \([^\n]*\)/g)]
      .map(([rule]) => rule.trim())
      .toSorted()
  const ofFile = inFile<{ sql: string }>(`select sql from sqlite_schema where type = 'table' order by name`)
  expect(rules(SCHEMA)).toEqual(rules(ofFile.map(({ sql }) => sql).join('\n')))
})

test('a copy of an office takes every table along', () => {
  const tables = new Set(inFile<Column>(COLUMNS).map(({ tbl }) => tbl))
  expect(COPIED.map(([table]) => table).toSorted()).toEqual([...tables].toSorted())
})

test('a table that one engine lacks is seen', () => {
  const { columns } = ownCatalogue(`${SCHEMA}\ncreate table more (\n  name text collate "C" not null\n);`)
  expect(columns).toContain('more.name text C not null')
  expect(ownCatalogue().columns).not.toContain('more.name text C not null')
})
