import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HashTable, contentHash, contentKey } from '../../src/books/identity.ts'

describe('HashTable', () => {
  test('holds what a map holds, whatever is set and however often', () => {
    const sets = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 2 ** 32 - 1 })), { maxLength: 600 })
    fc.assert(
      fc.property(sets, (given) => {
        const table = new HashTable()
        const map = new Map<number, number>()
        for (const [key, value] of given) {
          table.set(contentHash(String(key)), value)
          map.set(key, value)
        }
        for (let key = 0; key <= 300; key += 1) expect(table.get(contentHash(String(key)))).toBe(map.get(key) ?? 0)
      }),
      { numRuns: 30 },
    )
  })

  test('grows past its first size without losing any', () => {
    const table = new HashTable()
    for (let n = 0; n < 100_000; n += 1) table.set(contentHash(`row ${n}`), n + 1)
    for (let n = 0; n < 100_000; n += 997) expect(table.get(contentHash(`row ${n}`))).toBe(n + 1)
    expect(table.get(contentHash('row 100000'))).toBe(0)
  })
})

test('a key tells the time, the content and the place among equals apart', () => {
  const [one, other] = [contentHash('a\nb'), contentHash('a b')]
  const keys = [contentKey(1, one, 1), contentKey(1, one, 2), contentKey(2, one, 1), contentKey(1, other, 1)]
  expect(new Set(keys).size).toBe(4)
})
