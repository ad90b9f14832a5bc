import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { call, openSeat, together } from './seat.ts'

/** Backups one after the other while clerks log: each is one commit of the office, and sound. */
export async function backUpBesideWriters(clerks: number, milliseconds: number): Promise<void> {
  const seat = await openSeat()
  const end = performance.now() + milliseconds
  const writers = together(clerks, async (clerk) => {
    let logged = 0
    for (; performance.now() < end; logged += 1) expect((await seat.run(call(clerk * 1000 + logged))).status).toBe(0)
    return logged
  })
  let backups = 0
  for (; performance.now() < end; backups += 1) {
    const { status, stderr } = await seat.run(['backup', seat.path(`backup-${backups}.db`)])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }
  const logged = (await writers).reduce((sum, count) => sum + count, 0)
  expect(seat.count('ticket')).toBe(logged)
  const taken = readdirSync(seat.folder).filter((name) => /^backup-\d+\.db$/.test(name))
  expect(taken).toHaveLength(backups)
  let least = 0
  for (let i = 0; i < backups; i += 1) {
    const restored = seat.path(`restored-${i}.db`)
    await seat.desk.ok('restore', seat.path(`backup-${i}.db`), '--db', restored)
    expect(await seat.desk.run('check', '--full', '--db', restored)).toMatchObject({ status: 0, out: '' })
    const found = (await seat.desk.list('list', '--limit', '99999', '--db', restored)).length
    expect(found).toBeGreaterThanOrEqual(least)
    least = found
  }
  expect(least).toBeLessThanOrEqual(logged)
}
