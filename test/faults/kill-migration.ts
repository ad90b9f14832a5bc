import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../sqlite.ts'
import { expect } from 'vitest'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { bundleForNode, workshop } from '../conventions/bundle.mjs'
import { openSeat, randomBetween, sleep } from './seat.ts'

const ROWS = 300_000
const RELEASED = migrations.length

/** A program of tomorrow: it knows one version more, and that migration takes its time. */
const TOMORROW = `
  import { openStore } from '../src/store/store.ts'
  import { migrations } from '../src/store/migrations/migrations.ts'
  migrations.push(\`
    create table later (n integer primary key, note text not null) strict;
    insert into later with recursive r (n) as (select 1 union all select n + 1 from r where n < ${ROWS})
      select n, 'row' from r;
    update later set note = note || '!';\`)
  const store = await openStore(process.argv[2], new AbortController().signal)
  store.close()`

/** Kills migrations at random moments: the old version or the new one, with a backup of the old one beside it. */
export async function killMigrations(kills: number): Promise<void> {
  const seat = await openSeat({ rows: 500 })
  mkdirSync(workshop, { recursive: true })
  const source = join(workshop, 'tomorrow.ts')
  writeFileSync(source, TOMORROW)
  const program = await bundleForNode(source)
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, [program, seat.file])
    const over = new Promise((resolve) => child.once('close', resolve))
    await sleep(randomBetween(60, 700))
    child.kill('SIGKILL')
    await over
    expect([RELEASED, RELEASED + 1]).toContain(versionOf(seat.file))
  }
  const last = spawn(process.execPath, [program, seat.file])
  await new Promise((resolve) => last.once('close', resolve))
  const backup = seat.path(`office.v${RELEASED}.db`)
  expect(versionOf(seat.file)).toBe(RELEASED + 1)
  expect(versionOf(backup)).toBe(RELEASED)
  await seat.desk.ok('check', '--full', '--db', backup)
}

/** The version of a database that is sound and has all of it. */
function versionOf(file: string): unknown {
  const db = new Database(file)
  try {
    const version = db.pragma('user_version', { simple: true })
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    expect(db.prepare('select count(*) as n from ticket').get()).toEqual({ n: 500 })
    const later = db.prepare(`select count(*) as n from sqlite_schema where name = 'later'`).get()
    expect(later).toEqual({ n: version === RELEASED + 1 ? 1 : 0 })
    if (version === RELEASED + 1) {
      const changed = db.prepare(`select count(*) as n from later where note = 'row!'`).get()
      expect(changed).toEqual({ n: ROWS })
    }
    return version
  } finally {
    db.close()
  }
}
