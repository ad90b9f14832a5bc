import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { lateCase } from '../fines/case.ts'
import { tamper } from '../tamper.ts'

let desk: Desk

/** Three of everything that is numbered. */
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  for (const [index, name] of ['李敏', '王芳', '刘洋'].entries()) {
    await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
    await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '停电', '--by', '陈经理')
    await desk.ok('complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'XZ', '--content', '慢')
    await desk.ok('duty', 'on', '--name', name)
    await desk.ok('conduct', 'inspect', '--staff', name, '--by', '王主任', '--fail', 'zip')
    writeFileSync(desk.path('roster.csv'), `日期,班次,姓名\n2011-05-0${index + 1},8:00-20:00,李敏\n`)
    await desk.ok('duty', 'import', desk.path('roster.csv'))
  }
})

async function findings(): Promise<Fields[]> {
  return JSON.parse((await desk.run('check', '--json')).out) as Fields[]
}

test.each([
  ['complaints-without-gaps', 'complaint', 'complaint_no', 'KF-C-20261103-02'],
  ['inspections-without-gaps', 'inspection', 'inspection_no', 'KF-J-20261103-02'],
  ['imports-without-gaps', 'import', 'import_id', 'KF-I-20261103-02'],
  ['shifts-without-gaps', 'shift', 'shift_no', '3', 'shift 3'],
  ['decisions-without-gaps', 'decision', 'decision', '2', 'decision 2'],
  ['ledger-without-gaps', 'ledger_line', 'line', '2', 'ledger_line 2'],
])('%s: one in the middle was taken out, or the counter was', async (invariant, table, column, no, subject = no) => {
  expect(await findings()).toEqual([])
  tamper(desk.file, `pragma foreign_keys = off; delete from ${table} where ${column} = '${no}'`)
  expect(await findings()).toContainEqual(
    expect.objectContaining({
      invariant,
      subject,
      finding: `${subject} does not exist, although its number was given`,
    }),
  )
  tamper(desk.file, `delete from counter where name = '${table}' or name like '${table}:%'`)
  expect(await findings()).toContainEqual(
    expect.objectContaining({ invariant, finding: expect.stringMatching(/^the counter stands at 0, but /) }),
  )
})
