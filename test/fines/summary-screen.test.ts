import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { displayWidth } from '../../src/kernel/display.ts'
import type { SummaryRow } from '../../src/fines/summary.ts'
import { summaryScreen } from '../../src/fines/summary-screen.ts'
import { openDesk } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

const title = { en: 'Fines of 2026-11, not closed', zh: '2026-11 处罚汇总（未月结）' }

test('a terminal shows the sums of each branch, its maintainers, and pending ones beside them', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  await desk.ok('fines', 'confirm', await lateCase(desk), '--by', '陈经理')
  const far = await called(desk, '2026-11-06 08:00', { phone: '13900000000', branch: 'XZ' })
  await repaired(desk, '2026-11-08 08:00', far, '赵敏')
  await desk.ok('complaint', 'add', '--channel', 'company-leader', '--branch', 'XZ', '--content', '无人接听')
  const shown = (await desk.columns(80).run('fines', 'summary')).out
  expect(shown).toBe(
    [
      '2026-11 处罚汇总（未月结）  # 属实  : 待核实',
      '               超时  连续  投诉   金额     待核实',
      '城关分公司 CG     1              10.00',
      '  王伟            1              10.00             ##########',
      '新庄分公司 XZ                     0.00  30.00 (2)',
      '  （分公司）                      0.00  20.00 (1)  ::::::::::::::::::::',
      '  赵敏                            0.00  10.00 (1)  ::::::::::',
      '合计              1              10.00  30.00 (2)',
      '',
    ].join('\n'),
  )
  // In a pipe and as data nothing is added up.
  expect((await desk.columns(undefined).ok('fines', 'summary')).trimEnd().split('\n')).toHaveLength(4)
})

const amount = fc.integer({ min: -500_000, max: 500_000 }).map((yuan) => yuan * 100)
const rows = fc.array(
  fc.record<SummaryRow>({
    month: fc.constant('2026-11'),
    branch: fc.constantFrom('CG', 'XZ', 'LONGCODE'),
    branch_name: fc.constantFrom('城关分公司', '新庄第二维护分公司（含周边乡镇）', 'B\u001B[31m'),
    maintainer: fc.option(fc.constantFrom('王伟', '买买提·阿不都热合曼', 'x'.repeat(90))),
    overdue_count: fc.integer({ min: 0, max: 999 }),
    overdue: amount,
    repeat_count: fc.integer({ min: 0, max: 999 }),
    repeat: amount,
    complaint_count: fc.integer({ min: 0, max: 999 }),
    complaint: amount,
    adjustment: amount,
    total: amount,
    pending_count: fc.integer({ min: 0, max: 999 }),
    pending: fc.integer({ min: 0, max: 50_000_000 }),
  }),
  { maxLength: 8 },
)

test('no line is wider than the terminal, and no control character reaches it', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(60, 80, 120), fc.constantFrom('en', 'zh-CN'), (some, columns, language) => {
      for (const line of summaryScreen(some, title, language)({ columns, rows: 24 })) {
        const text = line.map((piece) => piece.text).join('')
        expect(displayWidth(text)).toBeLessThanOrEqual(columns)
        expect(text).not.toMatch(/[\x00-\x1f]/)
      }
    }),
  )
})
