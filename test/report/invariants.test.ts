import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Invariant } from '../../src/kernel/invariant.ts'
import { invariants } from '../../src/report/invariants.ts'

const ROOMS = fileURLToPath(new URL('../../src/', import.meta.url))
const FILES = readdirSync(ROOMS, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\/invariants\/.*\.ts$/.test(path),
)

test.each(FILES)('%s holds one invariant, named as the file, and check runs it', async (path) => {
  const [invariant, ...more] = Object.values((await import(`${ROOMS}${path}`)) as Record<string, Invariant>)
  expect(more).toEqual([])
  expect(invariant?.name).toBe(basename(path, '.ts'))
  expect(invariants).toContain(invariant)
})

test('check runs nothing besides', () => {
  expect(invariants.map(({ name }) => name).toSorted()).toEqual(FILES.map((path) => basename(path, '.ts')).toSorted())
})

test.each(invariants)('$name: one sentence says what to do about it, in both languages', ({ remedy }) => {
  for (const sentence of [remedy.en, remedy.zh]) expect(sentence).toMatch(/\S/)
})
