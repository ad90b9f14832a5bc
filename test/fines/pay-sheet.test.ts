import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { payPages } from '../../src/fines/pay-sheet.ts'
import type { NamedFine } from '../../src/fines/fine.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, lateCase } from './case.ts'

const BY = ['--by', '陈经理']

/** December: an adjustment of November that was moved from 王伟 to 李强, a fine of 赵敏, and one that nobody verified. */
async function december(): Promise<Desk> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  await desk.ok('fines', 'confirm', fine, ...BY)
  await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', ...BY)
  await desk.ok('fines', 'correct', fine, '--maintainer', '李强', '--reason', '当日代班', ...BY)
  const add = ['complaint', 'add', '--channel', 'telecom-10000', '--content', '态度恶劣', '--received-at']
  await desk.ok(...add, '2026-12-01 08:00', '--branch', 'XZ', '--maintainer', '赵敏')
  await desk.ok('fines', 'confirm', 'complaint:KF-C-20261201-01', ...BY)
  await called(desk, '2026-12-02 08:00:00', { phone: '13911112222', branch: 'XZ' })
  return desk.at('2026-12-04 09:00')
}

test('fines sheet: every fine of a person with ticket, reason, article and sum, a line to sign, and totals of the branch', async () => {
  const desk = await december()
  const sheet = await desk.ok('fines', 'sheet', '--month', '2026-12')
  expect(sheet).toContain('Branch: 城关分公司\n2026-12 is not closed yet')
  expect(sheet).toContain('Adjustments for earlier months')
  expect(sheet).toContain('1 second late')
  expect(sheet).toMatch(/taken back \(somebody else answers\) by 陈经理 at 2026-12-01 09:00: 当日代班\s+-10\.00 yuan/)
  const flat = sheet.replaceAll(/\s+/g, ' ')
  expect(flat).toContain('received 2026-12-01 08:00; no excuses are accepted for complaints (3.3) 100.00 yuan')
  expect(sheet).toMatch(/Not verified yet, not to be paid\n\n-+\n +1\. KF-20261202-0001/)
  expect(sheet.match(/Signature _+ {2}Date _+/g)).toHaveLength(4)
  expect(sheet).toMatch(/Total of the branch \(yuan\) +0\.00/)
})

test('what is on the sheet is the summary, to the fen, in an open month and a closed one', async () => {
  const desk = await december()
  for (const month of ['2026-11', '2026-12']) {
    const rows = await desk.list('fines', 'sheet', '--month', month)
    const sums: Record<string, number> = {}
    for (const { part, branch, maintainer, amount_yuan } of rows) {
      const key = `${String(branch)} ${String(maintainer)} ${part === 'pending' ? 'pending' : 'total'}`
      sums[key] = (sums[key] ?? 0) + Number(amount_yuan)
    }
    const said: Record<string, number> = {}
    for (const { branch, maintainer, total_yuan, pending_yuan } of await desk.list(
      'fines',
      'summary',
      '--month',
      month,
    )) {
      if (total_yuan !== 0) said[`${String(branch)} ${String(maintainer)} total`] = Number(total_yuan)
      if (pending_yuan !== 0) said[`${String(branch)} ${String(maintainer)} pending`] = Number(pending_yuan)
    }
    expect(sums, month).toEqual(said)
  }
})

test('the page for a browser is one file with a section for each branch, in the clerk’s words', async () => {
  const desk = await december()
  const html = await desk.ok('fines', 'sheet', '--month', '2026-12', '--format', 'html', '--lang', 'zh-CN')
  expect(html.match(/<section>/g)).toHaveLength(2)
  await desk.ok('fines', 'sheet', '--month', '2026-12', '--lang', 'zh-CN', '-o', desk.path('处罚.html'))
  expect(readFileSync(desk.path('处罚.html'), 'utf8')).toBe(html)
  for (const word of ['处罚明细表', '应扣合计（元）', '往月调整', '尚未核实，本次不扣', '本人签字'])
    expect(html).toContain(word)
})

test('a month without fines says so', async () => {
  const desk = await openDesk()
  expect(await desk.ok('fines', 'sheet', '--month', '2026-11')).toContain('no fines')
  expect(await desk.list('fines', 'sheet', '--month', '2026-11')).toEqual([])
})

test('one person over the branches that he was moved between is one block, under the present one', () => {
  const fine = (branch: string, amount: number): NamedFine => ({
    fine_id: `overdue:${branch}`,
    month: '2026-11',
    kind: 'overdue',
    channel: null,
    ticket_no: branch,
    branch,
    branch_name: branch,
    maintainer: '王伟',
    occurred_at: 5,
    amount,
    status: 'confirmed',
    decided_by: '陈经理',
    decided_at: 6,
    ground: null,
    reason: null,
    booked_month: '2026-11',
  })
  const list = [fine('CG', 1000), fine('XZ', 2000), fine('DM', 4000)]
  const pages = payPages('2026-11', list, [{ maintainer: '王伟', from: 'CG', to: 'XZ' }])
  expect(pages.map(({ branch, total, blocks }) => [branch, total, blocks.length])).toEqual([
    ['DM', 4000, 1],
    ['XZ', 3000, 1],
  ])
})
