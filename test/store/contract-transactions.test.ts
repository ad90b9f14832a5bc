import { describe, expect, test } from 'vitest'
import type { WriteDb } from '../../src/kernel/db.ts'
import { createOffice } from '../../src/store/engine.ts'
import { placeOf } from '../desk-store.ts'
import { PUT, VALUES, count, deed, engines, made, never, opened } from './contract.ts'

describe.each(engines)('transactions of the store contract, on %s', (_, room) => {
  test('an office is made once, and there is none before', async (context) => {
    const place = await room(context)
    await expect(opened(place)).rejects.toMatchObject({ code: 'DB_MISSING' })
    const { signal } = new AbortController()
    const failing = createOffice(placeOf(place), deed, signal, async (db) => {
      await db.run(PUT, ['a', '1'])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(opened(place)).rejects.toMatchObject({ code: 'DB_MISSING' })
    await createOffice(placeOf(place), deed, signal, (db) => db.run(PUT, ['a', '1']))
    await expect(createOffice(placeOf(place), deed, signal, async () => undefined)).rejects.toMatchObject({
      code: 'DB_EXISTS',
    })
    expect(await (await opened(place)).reading(count)).toBe(1)
  })

  test('what was written is there for every other seat', async (context) => {
    const place = await made(room, context)
    const [one, other] = [await opened(place), await opened(place)]
    expect(await one.writing(deed, async (db) => db.run(PUT, ['a', '1']))).toBe(1)
    expect(await other.reading(async (db) => db.all(VALUES))).toEqual([{ key: 'a', value: '1' }])
  })

  test('everything is undone where the work throws, its journal too, and the next one goes on', async (context) => {
    const store = await opened(await made(room, context))
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
    const store = await opened(await made(room, never))
    const failing = store.writing(deed, async (db) => {
      if (how === 'copy') await db.run(`insert into counter (name, last) values ($1, $2)`, ['x', 1])
      await work(db)
    })
    await expect(failing).rejects.toThrow(/unique/i)
    expect(await store.reading(count)).toBe(0)
  })

  test.each(['writing', 'reading'] as const)('inside %s there is no second transaction', async (outer) => {
    const store = await opened(await made(room, never))
    const nested = async (): Promise<unknown> => store.reading(count)
    const both = outer === 'writing' ? store.writing(deed, nested) : store.reading(nested)
    await expect(both).rejects.toThrow('open on this connection already')
    expect(await store.reading(count)).toBe(0)
  })

  test('a reader sees one state, whoever writes meanwhile, and writes nothing', async (context) => {
    const place = await made(room, context)
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
    const place = await made(room, context)
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

  test('Ctrl-C ends the work, nothing is written, and the next call goes on', async (context) => {
    const place = await made(room, context)
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
    const place = await made(room, context)
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
