import { mkdirSync, readFileSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { lateCase } from '../fines/case.ts'

test('fault 10: the files of a night belong together: where one cannot be written, all stay as they were', async () => {
  const desk = await openDesk()
  const folder = desk.path('out')
  mkdirSync(folder)
  const fine = await lateCase(desk)
  await desk.ok('nightly', '--out-dir', folder)
  const last = join(folder, 'fines-summary-2026-11.csv')
  unlinkSync(last)
  symlinkSync('/nowhere', last)
  const bytes = () => readFileSync(join(folder, 'fines-2026-11.csv'), 'utf8')
  const before = bytes()
  await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
  expect(await desk.run('nightly', '--out-dir', folder)).toMatchObject({ status: 1 })
  expect(bytes()).toBe(before)
  unlinkSync(last)
  await desk.ok('nightly', '--out-dir', folder)
  expect(bytes()).not.toBe(before)
  expect(readdirSync(folder)).toHaveLength(2)
})
