import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/kernel/db.ts'
import { PUT, deed, engines, made, never, opened } from './contract.ts'

/** Of the year 9998: no later time is written. */
const LAST_SECOND = 253_370_764_799

describe.each(engines)('values of the store contract, on %s', (_, room) => {
  test('values come back as they went: numbers, texts, nothing, and what is true as 1', async (context) => {
    const store = await opened(await made(room, context))
    const odd = `it's "so" \\ {a,b} \n\t null % _ 张三 𠮷 ${'x'.repeat(70_000)}`
    const found = await store.writing(deed, async (db) => {
      await db.append(
        'journal',
        ['entry', 'at', 'actor', 'verb', 'subject', 'tbl', 'before', 'after'],
        [
          [7, LAST_SECOND, odd, 'null', '', 'NULL', null, '{}'],
          [8, -5, 'a', 'b', 'c', 'd', '', '"'],
        ],
      )
      return db.all(
        `select entry, at, actor, verb, subject, tbl, before, after, before is null as gone, $1 as given,
          9007199254740991 as most
        from journal order by entry`,
        ['x'],
      )
    })
    expect(found).toEqual([
      {
        entry: 7,
        at: LAST_SECOND,
        actor: odd,
        verb: 'null',
        subject: '',
        tbl: 'NULL',
        before: null,
        after: '{}',
        gone: 1,
        given: 'x',
        most: Number.MAX_SAFE_INTEGER,
      },
      {
        entry: 8,
        at: -5,
        actor: 'a',
        verb: 'b',
        subject: 'c',
        tbl: 'd',
        before: '',
        after: '"',
        gone: 0,
        given: 'x',
        most: Number.MAX_SAFE_INTEGER,
      },
    ])
    const sums = await store.reading((db) =>
      db.get('select count(*) as n, sum(entry) as s, max(entry) as m from journal'),
    )
    expect(sums).toEqual({ n: 2, s: 15, m: 8 })
  })

  test('texts are ordered and folded by their bytes, whatever the language of the machine', async (context) => {
    const store = await opened(await made(room, context))
    const keys = ['b', 'a', 'B', 'É', 'é', 'z', '张', '一', '~', '1', '10', '9', 'ß', '']
    await store.writing(deed, (db) =>
      db.append(
        'setting',
        ['key', 'value'],
        keys.map((key) => [key, key]),
      ),
    )
    const rows = await store.reading((db) => db.all(`select key from setting order by key`))
    const byBytes = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(rows.map(({ key }) => key)).toEqual(byBytes)
    const folded = await store.reading((db) =>
      db.get(`select lower($1) as low, lower(key) as col from setting where key = $1`, ['É']),
    )
    expect(folded).toEqual({ low: 'É', col: 'É' })
    expect(
      await store.reading((db) =>
        db.all(`select key from setting where key > $1 and key < $2 order by key`, ['B', 'a']),
      ),
    ).toEqual([])
  })

  test.each([undefined, Number.NaN])('%s is refused as a parameter', async (value) => {
    const store = await opened(await made(room, never))
    const bad = [value as unknown as Value]
    await expect(store.reading(async (db) => db.all('select $1 as x', bad))).rejects.toThrow('parameter $1')
    await expect(store.writing(deed, async (db) => db.many(PUT, [['a', ...bad]]))).rejects.toThrow('parameter $2')
    await expect(
      store.writing(deed, async (db) => db.append('setting', ['key', 'value'], [['a', ...bad]])),
    ).rejects.toThrow('parameter')
  })

  test('a stream hands out every row once, in pages', async (context) => {
    const store = await opened(await made(room, context))
    const keys = Array.from({ length: 5000 }, (_, i) => [`k${String(i).padStart(5, '0')}`, 'x'])
    await store.writing(deed, (db) => db.append('setting', ['key', 'value'], keys))
    const found: Value[] = []
    let pages = 0
    await store.reading(async (db) => {
      for await (const rows of db.each('select key from setting where key > $1 order by key limit $2', [], 'key', '')) {
        found.push(...rows.map(({ key }) => key ?? null))
        pages += 1
      }
    })
    expect(found).toEqual(keys.map(([key]) => key))
    expect(pages).toBeGreaterThan(1)
  })

  test('set gives each named row its value, and no other', async (context) => {
    const store = await opened(await made(room, context))
    const found = await store.writing(deed, async (db) => {
      await db.append(
        'counter',
        ['name', 'last'],
        [
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ],
      )
      await db.set('counter', 'last', 'name', [
        [10, 'a'],
        [30, 'c'],
        [40, 'nobody'],
      ])
      return db.all('select name, last from counter order by name')
    })
    expect(found).toEqual([
      { name: 'a', last: 10 },
      { name: 'b', last: 2 },
      { name: 'c', last: 30 },
    ])
  })

  test('a stage is this call’s own, and a later transaction finds it', async (context) => {
    const store = await opened(await made(room, context))
    await store.staging(async (db) => {
      await db.run('create temporary table staged_phone (seq integer not null, digits text not null)')
      await db.append(
        'staged_phone',
        ['seq', 'digits'],
        [
          [3_000_000_000, '1'],
          [2, '2'],
        ],
      )
    })
    const n = await store.writing(deed, (db) =>
      db.copy('counter', ['name', 'last'], 'select digits, seq from staged_phone', []),
    )
    expect(n).toBe(2)
  })

  test('journal and append-only tables: numbers without gaps, never changed, never taken away', async (context) => {
    const store = await opened(await made(room, context))
    await store.writing(deed, async (db) => {
      for (const subject of ['a', 'b']) await db.record({ subject, table: 'setting', after: { subject } })
      await db.record({ subject: 'c', table: 'setting', before: { x: 1 }, after: { x: 2 }, reason: '改错' })
    })
    const rows = await store.reading((db) => db.all('select * from journal order by entry'))
    expect(rows.map(({ entry, actor, verb, at }) => [entry, actor, verb, at])).toEqual(
      [1, 2, 3].map((entry) => [entry, deed.actor, deed.verb, deed.at]),
    )
    for (const sql of [`update journal set actor = 'x'`, 'delete from journal'])
      await expect(store.writing(deed, (db) => db.run(sql))).rejects.toThrow('append-only')
  })
})
