import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { binary } from '../binary.ts'

/** A day of 23 hours and one of 25: summer time began and ended. The office's clock counts, never the machine's. */
const DAYS = [
  ['1986-05-04', 23],
  ['1991-09-15', 25],
] as const

test.concurrent.for(['UTC', 'America/New_York', 'Pacific/Auckland'])(
  'coverage is the same on a machine in %s',
  async (zone, { expect, onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'duty-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const env = { BAOXIU_DB: join(folder, 'office.db'), BAOXIU_NOW: '2026-11-22 09:00', TZ: zone }
    const ok = async (...argv: string[]): Promise<string> => {
      const ended = await binary(argv, { env })
      expect([ended.status, ended.stderr.startsWith('baoxiu:')]).toEqual([0, false])
      return ended.stdout
    }
    await ok('init', '--office-code', 'KF', '--office-name', '客户部')
    for (const [day] of DAYS)
      await ok('duty', 'on', '--name', '李敏', '--at', `${day} 08:00`, '--until', `${day} 16:00`)
    for (const [day, hours] of DAYS) {
      const gaps = JSON.parse(await ok('duty', 'coverage', '--from', day, '--to', day, '--json')) as {
        minutes: number
      }[]
      expect(gaps.map((gap) => gap.minutes)).toEqual([(hours - 16) * 60, 480])
    }
  },
)
