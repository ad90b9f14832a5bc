import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { demo } from './demo.ts'

it('the demo walks one report from the call to the month’s fines', async () => {
  const shown: string[] = []
  const folder = await demo((text) => shown.push(text))
  const said = shown.join('')
  expect(said).toContain('KF-20261119-AM-CG')
  expect(said).toContain('SIGNATURE_MISSING')
  expect(said).toContain('NO_EXCUSES')
  const [head, ...rows] = readFileSync(join(folder, 'fines-summary-2026-11.csv'), 'utf8').trimEnd().split('\r\n')
  expect(head).toMatch(/^\uFEFFmonth,branch,/)
  const total = rows.map((row) => Number(row.split(',')[11])).reduce((sum, yuan) => sum + yuan, 0)
  // Two repeats and a complaint to 10000; the overdue one was excused.
  expect(total).toBe(20 + 20 + 100)
  expect(said).toContain(join(folder, 'fines-2026-11.csv'))
  rmSync(folder, { recursive: true, force: true })
})
