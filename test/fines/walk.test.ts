import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Fields } from '../desk.ts'
import { openDesk } from '../desk.ts'

const call = (phone: string, branch = 'CG'): string[] => [
  'log',
  '--name',
  '张三',
  '--address',
  '建设路5号',
  '--phone',
  phone,
  '--symptom',
  '无信号',
  '--class',
  'line',
  '--branch',
  branch,
  '--taken-by',
  '小刘',
]

test('from the late repair, the second report and the complaint to the month’s sums', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const { ticket_no: late } = await desk.json(...call('13800000001'))
  await desk.ok('assign', String(late), '--to', '李强')
  desk.at('2026-11-03 08:00:01')
  await desk.ok('repair', String(late), '--by', '王伟', '--resolution', '换接头')
  desk.at('2026-11-05 10:00:00')
  const { ticket_no: again } = await desk.json(...call('13800000001'))
  const { complaint_no } = await desk.json(
    'complaint',
    'add',
    '--channel',
    'mayor-hotline',
    '--ticket',
    String(again),
    '--content',
    '又坏了',
  )
  expect(complaint_no).toBe('KF-C-20261105-01')

  const list = await desk.list('fines', 'list', '--month', '2026-11')
  const shown = list.map(({ fine_id, branch, maintainer, occurred_at, amount_yuan, status }) => ({
    fine_id,
    branch,
    maintainer,
    occurred_at,
    amount_yuan,
    status,
  }))
  expect(shown).toEqual([
    {
      fine_id: `overdue:${String(late)}`,
      branch: 'CG',
      maintainer: '王伟',
      occurred_at: '2026-11-03T08:00:00+08:00',
      amount_yuan: 10,
      status: 'pending',
    },
    {
      fine_id: `complaint:${String(complaint_no)}`,
      branch: 'CG',
      maintainer: null,
      occurred_at: '2026-11-05T10:00:00+08:00',
      amount_yuan: 30,
      status: 'pending',
    },
    {
      fine_id: `repeat:${String(again)}`,
      branch: 'CG',
      maintainer: '王伟',
      occurred_at: '2026-11-05T10:00:00+08:00',
      amount_yuan: 20,
      status: 'pending',
    },
  ])
  await desk.ok('fines', 'confirm', `overdue:${String(late)}`, `repeat:${String(again)}`, '--by', '陈经理')
  await desk.ok(
    'fines',
    'correct',
    `repeat:${String(again)}`,
    '--maintainer',
    '李强',
    '--reason',
    '当日代班',
    '--by',
    '陈经理',
  )
  const ledger = await desk.list('fines', 'ledger', '--month', '2026-11')
  expect(ledger.map(({ entry, amount_yuan, maintainer }: Fields) => [entry, amount_yuan, maintainer])).toEqual([
    ['confirm', 10, '王伟'],
    ['confirm', 20, '王伟'],
    ['reverse', -20, '王伟'],
    ['correct', 20, '李强'],
  ])
  expect(await desk.ok('fines', 'summary', '--csv')).toBe(
    'month,branch,branch_name,maintainer,overdue_count,overdue_yuan,repeat_count,repeat_yuan,complaint_count,complaint_yuan,adjustment_yuan,total_yuan,pending_count,pending_yuan\n' +
      '2026-11,CG,城关分公司,,0,0.00,0,0.00,0,0.00,0.00,0.00,1,30.00\n' +
      '2026-11,CG,城关分公司,李强,0,0.00,1,20.00,0,0.00,0.00,20.00,0,0.00\n' +
      '2026-11,CG,城关分公司,王伟,1,10.00,0,0.00,0,0.00,0.00,10.00,0,0.00\n',
  )
  expect(await desk.run('nightly', '--out-dir', desk.folder)).toMatchObject({ status: 0, out: '', err: '' })
  await desk.ok('fines', 'list', '--month', '2026-11', '-o', desk.path('list.csv'))
  await desk.ok('fines', 'summary', '--month', '2026-11', '-o', desk.path('summary.csv'))
  expect(readFileSync(desk.path('fines-2026-11.csv'))).toEqual(readFileSync(desk.path('list.csv')))
  expect(readFileSync(desk.path('fines-summary-2026-11.csv'))).toEqual(readFileSync(desk.path('summary.csv')))
})
