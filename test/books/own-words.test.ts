import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLASS_WORDS, HOLD_WORDS, INTAKE_WORDS, SERVICE_WORDS } from '../../src/books/closed-words.ts'
import { codeOfWord } from '../../src/books/own-words.ts'
import { codeWords } from '../../src/kernel/messages/codes.ts'
import { foldWord } from '../../src/kernel/word-folding.ts'
import { openDesk } from '../desk.ts'
import { walkedDesk } from '../walked-desk.ts'
import { imported } from './books.ts'

const TABLES = [
  ['fault_class', CLASS_WORDS],
  ['service', SERVICE_WORDS],
  ['intake', INTAKE_WORDS],
  ['hold_reason', HOLD_WORDS],
] as const

test.each(TABLES)('desk 37: the words that we write for %s are read in the books of others, too', (field, table) => {
  for (const [code, { zh }] of Object.entries(codeWords[field])) expect(table.get(foldWord(zh)), zh).toBe(code)
})

test('desk 37: no two codes of a field have one word', () => {
  for (const words of Object.values(codeWords)) {
    const all = Object.values<{ zh: string }>(words).map(({ zh }) => zh)
    expect(new Set(all).size).toBe(all.length)
  }
  expect(codeOfWord('status', '作废')).toBe('void')
  expect(codeOfWord('address', '作废')).toBe('作废')
})

test('desk 37: tickets with Chinese headings and words come back to the byte', async () => {
  const desk = await walkedDesk()
  const whole = await desk.ok('export', 'tickets')
  await desk.ok('export', 'tickets', '--headers', 'zh', '-o', desk.path('zh.csv'))
  const other = await openDesk({ now: desk.env['BAOXIU_NOW'] ?? '' })
  expect(await imported(other, desk.path('zh.csv'))).toMatchObject({ rejected: 0 })
  expect(await other.ok('export', 'tickets')).toBe(whole)
  // The same rows in the other language are the same rows.
  writeFileSync(other.path('en.csv'), whole)
  expect(await imported(other, other.path('en.csv'))).toMatchObject({ imported: 0, rejected: 0 })
})

test('desk 37: branches with Chinese headings and words are read', async () => {
  const desk = await openDesk()
  await desk.ok('branch', 'list', '--headers', 'zh', '-o', desk.path('b.csv'))
  const other = await openDesk({ branches: false })
  expect(await other.json('import', 'branches', desk.path('b.csv'))).toMatchObject({ imported: 2, rejected: 0 })
  expect(await other.ok('branch', 'list', '--csv')).toBe(await desk.ok('branch', 'list', '--csv'))
})
