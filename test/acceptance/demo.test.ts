import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { demo } from './demo.ts'

interface Walk {
  readonly said: string
  readonly summary: string
}

const TAKEN_HOME = ['11月报表.html', '报修单.html', '报修单.xlsx', '报修单.csv', 'fines-2026-11.csv']

/** The demo on a machine of some zone; what it said and wrote, without the name of its folder. */
async function walk(zone: string): Promise<Walk> {
  const shown: string[] = []
  const folder = await demo((text) => shown.push(text), { TZ: zone })
  const said = shown.join('').replaceAll(folder, 'FOLDER')
  const summary = readFileSync(join(folder, 'fines-summary-2026-11.csv'), 'utf8')
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(TAKEN_HOME))
  expect(readFileSync(join(folder, '报修单.xlsx')).toString('latin1', 0, 2)).toBe('PK')
  rmSync(folder, { recursive: true, force: true })
  return { said, summary }
}

it('walks one report from the call to the month’s fines, the same whatever the zone of the machine', async () => {
  const zones = ['UTC', 'America/New_York', 'Pacific/Auckland']
  const [utc, newYork, auckland] = await Promise.all(zones.map(walk))
  expect(newYork).toEqual(utc)
  expect(auckland).toEqual(utc)
  const { said = '', summary = '' } = utc ?? {}
  expect(said).toContain('KF-20261119-AM-CG')
  expect(said).toContain('SIGNATURE_MISSING')
  expect(said).toContain('NO_EXCUSES')
  expect(said).toContain('FOLDER/fines-2026-11.csv')
  const [head, ...rows] = summary.trimEnd().split('\r\n')
  expect(head).toMatch(/^\uFEFFmonth,branch,/)
  // Two repeats and a complaint to 10000; the overdue one was excused.
  const total = rows.map((row) => Number(row.split(',')[11])).reduce((sum, yuan) => sum + yuan, 0)
  expect(total).toBe(20 + 20 + 100)
}, 240_000)
