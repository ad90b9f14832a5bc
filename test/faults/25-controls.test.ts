import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { call, openSeat } from './seat.ts'

const EVIL = 'a\x1b[31mred\x9b2Jb\rc\u202Ed<script>alert(1)</script>&"e'
const RAW = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/
const CSV = [
  ['list', '--csv'],
  ['show', '1', '--csv'],
  ['export', 'tickets'],
  ['export', 'journal'],
]

test('fault 25: stored controls are shown as escapes, on a terminal and in a pipe; JSON and HTML escape them', async () => {
  const { desk } = await openSeat()
  await desk.ok(...call(1, '--note', EVIL, '--symptom', EVIL))
  await desk.ok('hold', '1', '--reason', 'other', '--appointment', '2026-11-23 18:00', '--note', EVIL)
  await desk.ok('handover', 'print', '--date', '2026-11-22', '--slot', 'morning')
  for (const columns of [undefined, 100]) {
    desk.columns(columns)
    for (const argv of [
      ['list'],
      ['show', '1'],
      ['board'],
      ['slip', '1'],
      ['handover', 'print', '--preview'],
      ['list', '--search', EVIL],
      ...(columns === undefined ? [] : CSV),
    ]) {
      expect(`${argv[0]}: ${await desk.ok(...argv)}`).not.toMatch(RAW)
    }
  }
  desk.columns(undefined)
  expect(await desk.ok('show', '1')).toContain('\\x1b[31mred\\x9b2Jb\\x0dc\\u202ed')
  // Programs get what was stored: an import gives the original.
  for (const argv of CSV) expect(await desk.ok(...argv)).toContain('\x9b')
  expect(await desk.ok('export', 'tickets')).toContain(EVIL.replaceAll('"', '""'))
  const json = await desk.ok('show', '1', '--json')
  expect(json).not.toMatch(RAW)
  expect(JSON.parse(json)).toMatchObject({ note: EVIL })
  await desk.ok('slip', '1', '--format', 'html', '-o', desk.path('slip.html'))
  const html = readFileSync(desk.path('slip.html'), 'utf8')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toMatch(RAW)
  const { err } = await desk.run('show', EVIL)
  expect(err).not.toMatch(RAW)
})
