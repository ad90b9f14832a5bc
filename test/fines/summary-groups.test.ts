import { expect, test } from 'vitest'
import { byPerson } from '../../src/fines/summary-groups.ts'
import type { SummaryRow } from '../../src/fines/summary.ts'
import { openDesk } from '../desk.ts'
import { lateCase } from './case.ts'

const row = (branch: string, maintainer: string | null, total: number): SummaryRow => ({
  month: '2026-11',
  branch,
  branch_name: `old ${branch}`,
  maintainer,
  overdue_count: total / 1000,
  overdue: total,
  repeat_count: 0,
  repeat: 0,
  complaint_count: 0,
  complaint: 0,
  adjustment: 0,
  total,
  pending_count: 1,
  pending: 2000,
})

test('desk 21: one person over the branches that he was moved between is one row; the same name elsewhere another', () => {
  const rows = [row('CG', '王伟', 1000), row('DM', '王伟', 3000), row('XZ', '王伟', 2000), row('CG', null, 1000)]
  const joins = [{ maintainer: '王伟', from: 'CG', to: 'XZ' }]
  const grouped = byPerson(rows, joins, new Map([['XZ', '新庄分公司']]))
  expect(
    grouped.map(({ branch, branch_name, maintainer, total, pending_count }) => [
      branch,
      branch_name,
      maintainer,
      total,
      pending_count,
    ]),
  ).toEqual([
    ['CG', 'old CG', null, 1000, 1],
    ['DM', 'old DM', '王伟', 3000, 1],
    ['XZ', '新庄分公司', '王伟', 3000, 2],
  ])
})

test('fines summary --group person has the columns of every summary', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await lateCase(desk)
  const person = await desk.list('fines', 'summary', '--group', 'person')
  expect(person).toEqual(await desk.list('fines', 'summary'))
})
