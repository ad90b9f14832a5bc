import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect } from 'vitest'
import { openDesk } from '../desk.ts'
import { call, openSeat } from './seat.ts'

/** Cuts the log of so many commits every `step` bytes: what is left opens, is a prefix of the commits, and is sound. */
export async function cutLog(commits: number, step: number): Promise<void> {
  const { desk } = await openSeat()
  // A second connection keeps the log from being folded into the file.
  const other = new Database(desk.file)
  other.prepare('select 1 from ticket').get()
  const counts = [0]
  for (let i = 1; i <= commits; i += 1) {
    await desk.ok(...call(i))
    counts.push(i)
  }
  const cut = await openDesk({ office: false })
  const log = readFileSync(`${desk.file}-wal`)
  expect(log.length).toBeGreaterThan(commits * 5000)
  let least = 0
  for (let length = 0; length <= log.length + step; length += step) {
    copyFileSync(desk.file, cut.file)
    writeFileSync(`${cut.file}-wal`, log.subarray(0, length))
    const found = (await cut.list('list')).length
    // Every commit before the cut is there, in its order; the longer the log, the more of them.
    expect(counts).toContain(found)
    expect(found).toBeGreaterThanOrEqual(least)
    least = found
    const { entries, last } = cut.rows('select count(*) as entries, max(entry) as last from journal')[0] ?? {}
    expect(entries).toBe(last)
    expect(cut.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    for (const end of ['', '-wal', '-shm']) rmSync(cut.file + end, { force: true })
  }
  expect(least).toBe(commits)
  expect(statSync(desk.file).size).toBeGreaterThan(0)
  other.close()
}
