import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { TestContext } from 'vitest'
import type { ReadDb, Value, WriteDb } from '../../src/kernel/db.ts'
import { serverTarget } from '../../src/kernel/server-target.ts'
import type { OfficePlace } from '../../src/kernel/server-target.ts'
import { createOffice, openOffice } from '../../src/store/engine.ts'
import type { Store } from '../../src/store/store.ts'
import { freshSchema, needsPg } from '../pg-desk.ts'
import { temporaryFolder } from './folder.ts'

const deed = { actor: '小李', verb: 'test', at: 1_795_000_000 }
const PUT = `insert into setting (key, value) values ($1, $2)`
const COUNT = `select count(*) as n from setting`
const VALUES = `select key, value from setting order by key`

const engines: readonly (readonly [name: string, place: (context: TestContext) => Promise<OfficePlace>])[] = [
  ['a file', async () => ({ file: join(temporaryFolder(), 'office.db'), server: undefined })],
  ['a server', async (context) => placeOf(await freshSchema(needsPg(context)))],
]

function placeOf(url: string): OfficePlace {
  const server = serverTarget(url, {}, 'nobody')
  return { file: server.shown, server }
}

async function opened(place: OfficePlace, signal = new AbortController().signal): Promise<Store> {
  const words = { longWork: () => undefined, seat: () => undefined, attended: false }
  const store = await openOffice(place, signal, words, false)
  onTestFinished(() => store.close())
  return store
}

describe.each(engines)('the store contract, on %s', (_, placeFor) => {
  const made = async (context: TestContext): Promise<OfficePlace> => {
    const place = await placeFor(context)
    await createOffice(place, deed, new AbortController().signal, async () => undefined)
    return place
  }
  const fresh = async (context: TestContext, signal?: AbortSignal): Promise<Store> =>
    opened(await made(context), signal)
  const count = (db: ReadDb): Promise<number> => db.get(COUNT).then((row) => Number(row?.n))

  test('an office is made once, and there is none before', async (context) => {
    const place = await placeFor(context)
    await expect(opened(place)).rejects.toMatchObject({ code: 'DB_MISSING' })
    const { signal } = new AbortController()
    const failing = createOffice(place, deed, signal, async (db) => {
      await db.run(PUT, ['a', '1'])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(opened(place)).rejects.toMatchObject({ code: 'DB_MISSING' })
    await createOffice(place, deed, signal, (db) => db.run(PUT, ['a', '1']))
    await expect(createOffice(place, deed, signal, async () => undefined)).rejects.toMatchObject({ code: 'DB_EXISTS' })
    expect(await (await opened(place)).reading(count)).toBe(1)
  })

  test('what was written is there for every other seat', async (context) => {
    const place = await made(context)
    const [one, other] = [await opened(place), await opened(place)]
    expect(await one.writing(deed, async (db) => db.run(PUT, ['a', '1']))).toBe(1)
    expect(await other.reading(async (db) => db.all(VALUES))).toEqual([{ key: 'a', value: '1' }])
  })

  test('everything is undone where the work throws, its journal too, and the next one goes on', async (context) => {
    const store = await fresh(context)
    const failing = store.writing(deed, async (db) => {
      await db.run(PUT, ['a', '1'])
      await db.record({ subject: 'a', table: 'setting', after: { value: '1' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.reading(count)).toBe(0)
    expect(await store.reading(async (db) => db.all('select * from journal'))).toEqual([])
    await store.writing(deed, async (db) => db.run(PUT, ['a', '2']))
    expect(await store.reading(count)).toBe(1)
  })

  const twice: readonly (readonly [string, (db: WriteDb) => Promise<unknown>])[] = [
    ['run', async (db) => [await db.run(PUT, ['a', '1']), await db.run(PUT, ['a', '2'])]],
    [
      'many',
      (db) =>
        db.many(PUT, [
          ['a', '1'],
          ['b', '1'],
          ['a', '2'],
        ]),
    ],
    [
      'append',
      (db) =>
        db.append(
          'setting',
          ['key', 'value'],
          [
            ['a', '1'],
            ['a', '2'],
          ],
        ),
    ],
    [
      'append, then more',
      async (db) => [
        await db.append(
          'setting',
          ['key', 'value'],
          [
            ['a', '1'],
            ['a', '2'],
          ],
        ),
        await count(db),
      ],
    ],
    [
      'copy',
      (db) => db.copy('setting', ['key', 'value'], `select 'a', name from counter union all select 'a', $1`, ['x']),
    ],
  ]
  test.each(twice)('a row that is refused undoes all of it: %s', async (how, work) => {
    const context = { skip: () => undefined } as unknown as TestContext
    const store = await fresh(context)
    const failing = store.writing(deed, async (db) => {
      if (how === 'copy') await db.run(`insert into counter (name, last) values ($1, $2)`, ['x', 1])
      await work(db)
    })
    await expect(failing).rejects.toThrow(/unique/i)
    expect(await store.reading(count)).toBe(0)
  })

  test.each(['writing', 'reading'] as const)('inside %s there is no second transaction', async (outer) => {
    const store = await fresh({ skip: () => undefined } as unknown as TestContext)
    const nested = async (): Promise<unknown> => store.reading(count)
    const both = outer === 'writing' ? store.writing(deed, nested) : store.reading(nested)
    await expect(both).rejects.toThrow('open on this connection already')
    expect(await store.reading(count)).toBe(0)
  })

  test('a reader sees one state, whoever writes meanwhile, and writes nothing', async (context) => {
    const place = await made(context)
    const [reader, writer] = [await opened(place), await opened(place)]
    const [before, after] = await reader.reading(async (db) => {
      const first = await count(db)
      await writer.writing(deed, async (other) => other.run(PUT, ['a', '1']))
      return [first, await count(db)]
    })
    expect([before, after]).toEqual([0, 0])
    expect(await reader.reading(count)).toBe(1)
    const sneaking = reader.reading(async (db) => (db as WriteDb).run(PUT, ['b', '1']))
    await expect(sneaking).rejects.toBeDefined()
    expect(await reader.reading(count)).toBe(1)
  })

  test('what a check read is still so when it is written', async (context) => {
    const place = await made(context)
    const seats = await Promise.all([1, 2, 3].map(() => opened(place)))
    const taken = await Promise.all(
      seats.map((seat) =>
        seat.writing(deed, async (db) => {
          const n = await count(db)
          await db.run(PUT, [String(n), 'x'])
          return n
        }),
      ),
    )
    expect(taken.toSorted()).toEqual([0, 1, 2])
  })

  test('values come back as they went: numbers, texts, nothing, and what is true as 1', async (context) => {
    const store = await fresh(context)
    const odd = `it's "so" \\ {a,b} \n\t null % _ 张三 𠮷 ${'x'.repeat(70_000)}`
    const found = await store.writing(deed, async (db) => {
      await db.append(
        'journal',
        ['entry', 'at', 'actor', 'verb', 'subject', 'tbl', 'before', 'after'],
        [
          [7, Number.MAX_SAFE_INTEGER, odd, 'null', '', 'NULL', null, '{}'],
          [8, -5, 'a', 'b', 'c', 'd', '', '"'],
        ],
      )
      return db.all(
        `select entry, at, actor, verb, subject, tbl, before, after, before is null as gone, $1 as given
        from journal order by entry`,
        ['x'],
      )
    })
    expect(found).toEqual([
      {
        entry: 7,
        at: Number.MAX_SAFE_INTEGER,
        actor: odd,
        verb: 'null',
        subject: '',
        tbl: 'NULL',
        before: null,
        after: '{}',
        gone: 1,
        given: 'x',
      },
      { entry: 8, at: -5, actor: 'a', verb: 'b', subject: 'c', tbl: 'd', before: '', after: '"', gone: 0, given: 'x' },
    ])
    const sums = await store.reading((db) =>
      db.get('select count(*) as n, sum(entry) as s, max(entry) as m from journal'),
    )
    expect(sums).toEqual({ n: 2, s: 15, m: 8 })
  })

  test('texts are ordered and folded by their bytes, whatever the language of the machine', async (context) => {
    const store = await fresh(context)
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
    const store = await fresh({ skip: () => undefined } as unknown as TestContext)
    const bad = [value as unknown as Value]
    await expect(store.reading(async (db) => db.all('select $1 as x', bad))).rejects.toThrow('parameter $1')
    await expect(store.writing(deed, async (db) => db.many(PUT, [['a', ...bad]]))).rejects.toThrow('parameter $2')
    await expect(
      store.writing(deed, async (db) => db.append('setting', ['key', 'value'], [['a', ...bad]])),
    ).rejects.toThrow('parameter')
  })

  test('a stream hands out every row once, in pages', async (context) => {
    const store = await fresh(context)
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
    const store = await fresh(context)
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
    const store = await fresh(context)
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
    const store = await fresh(context)
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

  test('Ctrl-C ends the work, nothing is written, and the next call goes on', async (context) => {
    const place = await made(context)
    const interrupt = new AbortController()
    const store = await opened(place, interrupt.signal)
    const failing = store.writing(deed, async (db) => {
      await db.run(PUT, ['a', '1'])
      interrupt.abort()
      for (let i = 0; i < 100; i += 1) await db.all(VALUES)
    })
    await expect(failing).rejects.toThrow('interrupted')
    expect(await (await opened(place)).reading(count)).toBe(0)
  })

  test('a seat that writes is waited for', async (context) => {
    const place = await made(context)
    const [first, second] = [await opened(place), await opened(place)]
    const order: string[] = []
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    let begun = (): void => undefined
    const begins = new Promise<void>((resolve) => (begun = resolve))
    const one = first.writing(deed, async (db) => {
      await db.run(PUT, ['a', '1'])
      order.push('first begins')
      begun()
      await held
      order.push('first ends')
    })
    await begins
    const two = second.writing(deed, async (db) => order.push(`second sees ${await count(db)}`))
    await new Promise((resolve) => setTimeout(resolve, 150))
    release()
    await Promise.all([one, two])
    expect(order).toEqual(['first begins', 'first ends', 'second sees 1'])
  })
})
