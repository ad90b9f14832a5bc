import { expect, it, test } from 'vitest'
import type { LedgerLine } from '../../src/fines/decision.ts'
import type { Fine } from '../../src/fines/fine.ts'
import { byBranch } from '../../src/fines/summary-groups.ts'
import { summarize } from '../../src/fines/summary.ts'
import type { SummaryRow } from '../../src/fines/summary.ts'

const names = new Map([['CG', '城关分公司']])

function line(facts: Partial<LedgerLine> = {}): LedgerLine {
  return {
    line: 1,
    booked_month: '2026-11',
    month: '2026-11',
    fine_id: 'overdue:1',
    kind: 'overdue',
    channel: null,
    ticket_no: '1',
    occurred_at: 5,
    amount: 1e3,
    branch: 'CG',
    maintainer: '王伟',
    entry: 'confirm',
    decided_at: 6,
    decided_by: '陈经理',
    reason: null,
    ...facts,
  }
}

function pending(facts: Partial<Fine> = {}): Fine {
  return {
    fine_id: 'repeat:2',
    month: '2026-11',
    kind: 'repeat',
    channel: null,
    ticket_no: '2',
    branch: 'CG',
    maintainer: '王伟',
    occurred_at: 5,
    amount: 2e3,
    status: 'pending',
    decided_by: null,
    decided_at: null,
    ground: null,
    reason: null,
    booked_month: null,
    ...facts,
  }
}

function summary(lines: readonly LedgerLine[], fines: readonly Fine[] = []): SummaryRow[] {
  return summarize({ month: '2026-11', lines, pending: fines, names })
}

const reversal = { entry: 'reverse', amount: -1000 } as const
const older = { month: '2026-10' } as const

test.each<[string, SummaryRow[], Partial<SummaryRow>[]]>([
  ['nothing', summary([]), []],
  ['a confirmed one', summary([line()]), [{ overdue_count: 1, overdue: 1000, total: 1000, pending_count: 0 }]],
  ['taken back in its month', summary([line(), line(reversal)]), []],
  [
    'a complaint',
    summary([line({ kind: 'complaint', amount: 3000 })]),
    [{ complaint_count: 1, complaint: 3000, total: 3000 }],
  ],
  ['of an earlier month', summary([line(older)]), [{ overdue_count: 0, overdue: 0, adjustment: 1000, total: 1000 }]],
  ['an earlier one taken back', summary([line({ ...older, ...reversal })]), [{ adjustment: -1000, total: -1000 }]],
  [
    'moved to another',
    summary([line(), line(reversal), line({ entry: 'correct', maintainer: '李强' })]),
    [{ maintainer: '李强', overdue_count: 1, total: 1000 }],
  ],
  ['a pending one alone', summary([], [pending()]), [{ total: 0, pending_count: 1, pending: 2000 }]],
  [
    'confirmed and pending of one person',
    summary([line()], [pending()]),
    [{ overdue: 1000, repeat: 0, total: 1000, pending_count: 1, pending: 2000 }],
  ],
  [
    'by branch, the branch itself before its people',
    summary([line({ branch: 'XZ' }), line(), line({ maintainer: null })]),
    [
      { branch: 'CG', maintainer: null },
      { branch: 'CG', maintainer: '王伟' },
      { branch: 'XZ', branch_name: 'XZ' },
    ],
  ],
])('%s', (_, rows, expected) => {
  expect(rows).toMatchObject(expected)
  expect(rows).toHaveLength(expected.length)
})

it('two people of one branch make one row of it', () => {
  const rows = byBranch(summary([line(), line({ maintainer: '李强', kind: 'repeat', amount: 2000 })], [pending()]))
  expect(rows).toEqual([
    {
      month: '2026-11',
      branch: 'CG',
      branch_name: '城关分公司',
      maintainer: null,
      overdue_count: 1,
      overdue: 1e3,
      repeat_count: 1,
      repeat: 2e3,
      complaint_count: 0,
      complaint: 0,
      adjustment: 0,
      total: 3e3,
      pending_count: 1,
      pending: 2e3,
    },
  ])
})
