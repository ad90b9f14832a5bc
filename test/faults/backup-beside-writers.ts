import { mkdirSync, readdirSync } from 'node:fs'
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

/** A backup and a nightly with clocks a second apart, each of which is to leave one. */
export async function makeRoomBesideEachOther(rounds: number): Promise<void> {
  const seat = await openSeat({ rows: 2000 })
  const [backups, out] = [seat.path('backups'), seat.path('out')]
  for (const folder of [backups, out]) mkdirSync(folder)
  const commands = [
    ['backup', '--dir', backups, '--keep', '1'],
    ['nightly', '--out-dir', out, '--backup-dir', backups, '--keep', '1'],
  ]
  for (let round = 0; round < rounds; round += 1) {
    const second = round * 2
    const ran = await together(2, async (index) => {
      const at = `2026-11-23 03:00:${String(second + ((index + round) % 2)).padStart(2, '0')}`
      return await seat.run(commands[index] ?? [], { env: { BAOXIU_NOW: at } })
    })
    expect(ran.map(({ status, stderr }) => ({ status, stderr }))).toEqual(ran.map(() => ({ status: 0, stderr: '' })))
    const newest = `office-20261123-0300${String(second + 1).padStart(2, '0')}.db`
    expect(readdirSync(backups)).toContain(newest)
    await seat.desk.ok('check', '--db', `${backups}/${newest}`)
  }
}
