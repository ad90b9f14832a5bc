import { Database } from '../sqlite.ts'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { ReadDb } from '../../src/kernel/db.ts'
import { patiently } from '../../src/store/patience.ts'
import { createStore, openStore } from '../../src/store/store.ts'
import type { Store } from '../../src/store/store.ts'
import { openDesk } from '../desk.ts'
import { lateCase } from '../fines/case.ts'
import { temporaryFolder } from './folder.ts'

const deed = { actor: '小李', verb: 'test', at: 1_795_000_000 }
const PUT = `insert into setting (key, value) values ($1, $2)`
const COUNT = `select count(*) as n from setting`

async function freshStore(signal = new AbortController().signal): Promise<{ store: Store; file: string }> {
  const file = join(temporaryFolder(), 'office.db')
  await createStore(file, deed, signal, async () => undefined)
  return { store: await openStore(file, signal), file }
}

const count = (db: ReadDb): Promise<number> => db.get(COUNT).then((row) => Number(row?.n))

describe('writing', () => {
  test('keeps what was done when the work ends, for every other seat', async () => {
    const { store, file } = await freshStore()
    expect(await store.writing(deed, async (db) => db.run(PUT, ['a', '1']))).toBe(1)
    const other = new Database(file, { readonly: true })
    expect(other.prepare(COUNT).get()).toEqual({ n: 1 })
  })

  test('undoes everything where the work throws, and the next one goes on', async () => {
    const { store } = await freshStore()
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

  test('undoes everything where a row is refused', async () => {
    const { store } = await freshStore()
    const failing = store.writing(deed, async (db) =>
      db.many(PUT, [
        ['a', '1'],
        ['b', '1'],
        ['a', '2'],
      ]),
    )
    await expect(failing).rejects.toThrow('UNIQUE')
    expect(await store.reading(count)).toBe(0)
  })

  test.each(['writing', 'reading'] as const)('inside %s there is no second transaction', async (outer) => {
    const { store } = await freshStore()
    const second = (): Promise<unknown> => store.writing(deed, async (db) => db.run(PUT, ['inner', '1']))
    const nested = outer === 'writing' ? store.writing(deed, second) : store.reading(second)
    await expect(nested).rejects.toThrow('a transaction is open on this connection already')
    await expect(Promise.all([store.reading(count), store.reading(count)])).rejects.toThrow('a transaction is open')
    // The one that was first goes on to its end.
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await store.reading(count)).toBe(0)
  })

  test.each([[undefined], [NaN]])('%s is no value', async (value) => {
    const { store } = await freshStore()
    const failing = store.writing(deed, async (db) => db.run(PUT, ['a', value as unknown as string]))
    await expect(failing).rejects.toThrow(`parameter $2 is ${value}`)
  })
})

describe('reading', () => {
  test('cannot write, whatever the SQL says', async () => {
    const { store } = await freshStore()
    for (const sql of [`insert into setting values ('a', '1') returning key`, 'delete from setting returning key']) {
      const sneaking = store.reading(async (db) => db.get(sql))
      await expect(sneaking).rejects.toMatchObject({ code: 'CANNOT_WRITE' })
    }
    expect(await store.reading(async (db) => db.get('pragma query_only'))).toEqual({ query_only: 1 })
    expect(await store.writing(deed, async (db) => db.get('pragma query_only'))).toEqual({ query_only: 0 })
  })

  test('sees one state, although another seat goes on writing', async () => {
    const { store, file } = await freshStore()
    const other = await openStore(file, new AbortController().signal)
    const seen = await store.reading(async (db) => {
      // The state is taken before the first question.
      await other.writing(deed, async (writer) => writer.run(PUT, ['a', '1']))
      return [await count(db), await count(db)]
    })
    expect(seen).toEqual([0, 0])
    expect(await store.reading(count)).toBe(1)
    other.close()
  })

  test('each yields every row once, in blocks', async () => {
    const { store } = await freshStore()
    const keys = Array.from({ length: 2500 }, (_, i) => String(i).padStart(5, '0'))
    await store.writing(deed, async (db) =>
      db.many(
        PUT,
        keys.map((key) => [key, 'x']),
      ),
    )
    const blocks = await store.reading(async (db) => {
      const seen: string[][] = []
      const PAGE = `select key from setting where value = $1 and key > $2 order by key limit $3`
      for await (const block of db.each(PAGE, ['x'], 'key', '')) seen.push(block.map((row) => String(row.key)))
      return seen
    })
    expect(blocks.length).toBeGreaterThan(2)
    expect(blocks.flat()).toEqual(keys)
  })
})

describe('interrupts', () => {
  test('a long write hears of them between blocks, and leaves nothing', async () => {
    const interrupt = new AbortController()
    const { store } = await freshStore(interrupt.signal)
    function* rows(): Generator<[string, string]> {
      for (let i = 0; i < 5000; i += 1) {
        if (i === 1500) interrupt.abort()
        yield [String(i), 'x']
      }
    }
    await expect(store.writing(deed, async (db) => db.many(PUT, rows()))).rejects.toMatchObject({ name: 'Interrupted' })
    expect(await store.reading(count)).toBe(0)
  })

  const MANY = 'with recursive r (n) as (select 1 union all select n + 1 from r where n < 1000000) select n from r'

  test.each<[string, (db: ReadDb) => Promise<unknown>]>([
    ['one after the other', (db) => eachAwaited(100_000, () => db.get('select 1'))],
    ['one with many rows', (db) => db.all(MANY)],
  ])('long reading hears of them between statements and between rows: %s', async (_, work) => {
    const interrupt = new AbortController()
    const { store } = await freshStore(interrupt.signal)
    const reading = store.reading((db) => {
      setImmediate(() => interrupt.abort())
      return work(db)
    })
    const began = performance.now()
    await expect(reading).rejects.toMatchObject({ name: 'Interrupted' })
    expect(performance.now() - began).toBeLessThan(100)
    expect(await store.reading(count).catch((error: unknown) => error)).toBe(0)
  })
})

async function eachAwaited(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i += 1) await work()
}

describe('the journal', () => {
  test('tells who changed what, when and by which command', async () => {
    const { store } = await freshStore()
    await store.writing(deed, async (db) => {
      await db.record({ subject: 'a', table: 'setting', after: { value: '新' } })
      await db.record({
        subject: 'a',
        table: 'setting',
        before: { value: '新' },
        after: { value: "'" },
        reason: '错了',
      })
    })
    const lines = await store.reading(async (db) => db.all('select * from journal order by entry'))
    const same = { at: deed.at, actor: '小李', verb: 'test', subject: 'a', tbl: 'setting' }
    expect(lines).toEqual([
      { entry: 1, ...same, before: null, after: '{"value":"新"}', reason: null },
      { entry: 2, ...same, before: '{"value":"新"}', after: '{"value":"\'"}', reason: '错了' },
    ])
  })

  test.each([
    `update journal set actor = 'nobody'`,
    `delete from journal`,
    `replace into journal select * from journal`,
  ])('is append-only: %s', async (sql) => {
    const { store } = await freshStore()
    await store.writing(deed, async (db) => db.record({ subject: 'a', table: 'setting', after: { value: '1' } }))
    await expect(store.writing(deed, async (db) => db.run(sql))).rejects.toThrow('append-only')
    expect(await store.reading(async (db) => db.all('select actor from journal'))).toEqual([{ actor: '小李' }])
  })
})

test.each(['journal', 'ledger_line', 'decision', 'month_close'])(
  'another program cannot replace a line of %s either',
  async (table) => {
    const desk = await openDesk({ now: '2026-11-22 09:00:00' })
    const fine = await lateCase(desk)
    await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
    desk.at('2026-12-05 09:00')
    await desk.ok('fines', 'close-month', '2026-11', '--by', '陈经理')
    const shell = new Database(desk.file)
    try {
      shell.pragma('recursive_triggers = off')
      const replace = `insert or replace into ${table} select * from ${table} limit 1`
      expect(() => shell.exec(replace)).toThrow(/append-only|never changes/)
    } finally {
      shell.close()
    }
  },
)

describe('patience', () => {
  const busy = (): never => {
    throw Object.assign(new Error('locked'), { code: 'SQLITE_BUSY_SNAPSHOT' })
  }

  test('ends after ten seconds with DB_BUSY', async () => {
    vi.useFakeTimers()
    try {
      const attempt = vi.fn<() => never>(busy)
      const waiting = patiently('office.db', new AbortController().signal, attempt).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(9900)
      const tries = attempt.mock.calls.length
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await waiting).toMatchObject({ code: 'DB_BUSY', status: 5 })
      expect(tries).toBeGreaterThan(100)
      expect(attempt.mock.calls.length - tries).toBeLessThan(10)
    } finally {
      vi.useRealTimers()
    }
  })

  test('is for other seats only: any other error comes at once', async () => {
    const attempt = vi.fn<() => never>(() => {
      throw new Error('ours')
    })
    await expect(patiently('office.db', new AbortController().signal, attempt)).rejects.toThrow('ours')
    expect(attempt).toHaveBeenCalledTimes(1)
  })

  test('a seat that writes is waited for', async () => {
    const { store, file } = await freshStore()
    const other = new Database(file)
    other.exec('begin immediate')
    setTimeout(() => other.exec('commit'), 120)
    expect(await store.writing(deed, async (db) => db.run(PUT, ['a', '1']))).toBe(1)
    other.close()
  })
})

describe('reading in blocks', () => {
  test('ends where an index leads back to where it was', async () => {
    const { store } = await freshStore()
    // As a damaged index would answer: whatever was read last, the same block comes again.
    const same = `with recursive n (k) as (select 1 union all select k + 1 from n where k < $2) select k from n where $1 >= 0`
    const read = store.reading(async (db) => {
      for await (const _ of db.each(same, [], 'k', 0)) continue
    })
    await expect(read).rejects.toMatchObject({ code: 'DB_DAMAGED' })
  })
})
