import { expect, test } from 'vitest'
import { dutyInvariants } from '../../src/duty/invariants.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { tamper } from '../tamper.ts'
import { openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

/** `name subject` of each breach. */
async function breaches(desk: Desk): Promise<string[]> {
  const store = await openStoreOf(desk.file)
  try {
    return await store.reading(async (db) => {
      const found: string[] = []
      for (const invariant of dutyInvariants) {
        for await (const { subject } of invariant.breaches(db, { now: 0, zone: SHANGHAI }))
          found.push(`${invariant.name} ${subject}`)
      }
      return found
    })
  } finally {
    store.close()
  }
}

const byHand = (desk: Desk, sql: string): void => tamper(desk.file, sql)

test('what the desk signs is sound; what a hand in the file breaks is named', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00', '--until', '08:00')
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '08:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '02:00')
  await desk.ok('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--fail', 'zip')
  expect(await breaches(desk)).toEqual([])
  byHand(desk, `update shift set off_at = off_at + 1 where shift_no = 1; update inspection_failure set item = 'hat'`)
  expect(await breaches(desk)).toEqual(['one-seat-at-a-time 2', 'conduct-items-known KF-J-20261122-01'])
  byHand(desk, `update shift set void_at = 1, void_reason = 'x' where shift_no = 1`)
  expect(await breaches(desk)).toEqual(['conduct-items-known KF-J-20261122-01'])
})
