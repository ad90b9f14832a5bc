import { existsSync, readFileSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { needs, smallDisk } from '../faults/needs.ts'

const CALLS = 100

/** An empty office, its backup with many calls, and another disk. */
async function deskAndDisk(): Promise<{ desk: Desk; disk: string; target: string; empty: Buffer; size: number }> {
  const desk = await openDesk()
  const empty = readFileSync(desk.file)
  for (let i = 0; i < CALLS; i += 1) await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  await desk.ok('backup', desk.path('copy.db'))
  const disk = smallDisk(desk.path('disk'), '4m')
  return { desk, disk, target: join(disk, 'office.db'), empty, size: statSync(desk.path('copy.db')).size }
}

/** Leaves so many bytes free for as long as the work goes on. */
async function withSpare<T>(disk: string, spare: number, work: () => Promise<T>): Promise<T> {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - spare), 1))
  const answer = await work()
  rmSync(join(disk, 'filler'))
  return answer
}

const clear = (disk: string): void => readdirSync(disk).forEach((name) => rmSync(join(disk, name)))

async function restoresIn(desk: Desk, file: string): Promise<number> {
  await desk.ok('check', '--full', '--db', file)
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(`select entry from journal where tbl = 'restore'`).all().length
  } finally {
    db.close()
  }
}

test('restore: on a nearly full disk there is the whole office with its entry, or none', async (context) => {
  needs(context, 'root', 'mount')
  const { desk, disk, target, size } = await deskAndDisk()
  const seen = new Set<number>()
  for (let spare = size - 8192; spare <= size + 65_536; spare += 4096) {
    const restore = () => desk.run('restore', desk.path('copy.db'), '--db', target)
    const { status, err } = await withSpare(disk, spare, restore)
    expect({ spare, status, isThere: existsSync(target), err }).toMatchObject(
      status === 0 ? { isThere: true } : { isThere: false, err: expect.stringContaining('DISK_FULL') as string },
    )
    if (status === 0) expect(await restoresIn(desk, target)).toBe(1)
    seen.add(status)
    clear(disk)
  }
  expect([...seen].sort()).toEqual([0, 1])
})

test('restore --force: on a nearly full disk the office is replaced and kept, or nothing was changed', async (context) => {
  needs(context, 'root', 'mount')
  const { desk, disk, target, empty, size } = await deskAndDisk()
  const seen = new Set<number>()
  for (let spare = size; spare <= size * 3 + 200_000; spare += 24_576) {
    writeFileSync(target, empty)
    const restore = () => desk.run('restore', desk.path('copy.db'), '--db', target, '--force')
    const { status, err } = await withSpare(disk, spare, restore)
    const calls = (await desk.list('list', '--limit', '9999', '--db', target)).length
    const kept = readdirSync(disk).filter((name) => name.includes('replaced')).length
    expect({ spare, status, calls, kept, err }).toMatchObject(
      status === 0 ? { calls: CALLS, kept: 1 } : { status: 1, calls: 0, kept: 0 },
    )
    if (status === 0) expect(await restoresIn(desk, target)).toBe(1)
    seen.add(status)
    clear(disk)
  }
  expect([...seen].sort()).toEqual([0, 1])
})
