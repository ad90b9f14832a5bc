import { describe, expect, onTestFinished, test } from 'vitest'
import { openInMemory } from '../../src/store/driver.ts'
import type { Driver } from '../../src/store/driver.ts'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { foreignObjects } from '../../src/store/schema-guard.ts'

const A_COLUMN = 'alter table ticket add column region text;\ncreate index ticket_region on ticket (region);\n'

function office(...scripts: readonly string[]): Driver {
  const driver = openInMemory()
  onTestFinished(() => void driver.close())
  for (const sql of scripts) driver.exec(sql)
  return driver
}

describe('the schema of an office is ours where the migrations make the same', () => {
  test('each version', () => {
    for (let version = 1; version <= migrations.length; version += 1) {
      const upTo = migrations.slice(0, version)
      expect(foreignObjects(office(...upTo), upTo)).toEqual([])
    }
  })

  test('a column that a later migration adds, in an office that grew and in a new one', () => {
    const next = [...migrations, A_COLUMN]
    expect(foreignObjects(office(...next), next)).toEqual([])
  })

  test('a column that nobody added, or one that is missing', () => {
    expect(foreignObjects(office(...migrations, 'alter table ticket add column region text'), migrations)).toEqual([
      'ticket',
    ])
    expect(foreignObjects(office(...migrations), [...migrations, A_COLUMN])).toEqual(['ticket', 'ticket_region'])
  })

  test('a trigger or a view of somebody else, but not his tables and indexes', () => {
    const theirs = 'create table notes (text); create index notes_by_text on notes (text);'
    expect(foreignObjects(office(...migrations, theirs), migrations)).toEqual([])
    const acting = 'create view v as select 1; create trigger t after insert on journal begin select 1; end;'
    expect(foreignObjects(office(...migrations, theirs, acting), migrations)).toEqual(['t', 'v'])
  })

  test('a trigger that does something else', () => {
    const altered = `drop trigger journal_append_only_replace;
      create trigger journal_append_only_replace before insert on journal begin select 1; end;`
    expect(foreignObjects(office(...migrations, altered), migrations)).toEqual(['journal_append_only_replace'])
  })
})
