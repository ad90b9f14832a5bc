import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

const HEADER = 100

test('attacks 10: a backup with one flipped byte in its header is refused or restored, and is never our mistake', async () => {
  const desk = await openDesk()
  await desk.ok('backup', desk.path('copy.db'))
  const whole = readFileSync(desk.path('copy.db'))
  const odd: string[] = []
  for (let at = 0; at < HEADER; at += 1) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(desk.path('flipped.db'), bytes)
    const { status, err } = await desk.run('restore', desk.path('flipped.db'), '--db', desk.path(`new-${at}.db`))
    const isTold = /^baoxiu: DB_(?:DAMAGED|FOREIGN|NEWER|ALTERED): .*flipped\.db/.test(err)
    if (status !== 0 && !isTold) odd.push(`${at}: ${err}`)
  }
  expect(odd).toEqual([])
}, 120_000)
