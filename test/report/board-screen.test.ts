import { expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import type { Size } from '../../src/kernel/screen.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import type { Board, Concern } from '../../src/report/board.ts'
import type { Handover } from '../../src/handover/handover.ts'
import { boardScreen } from '../../src/report/board-screen.ts'
import { judge } from '../../src/ticket/rules.ts'
import { aTicket } from '../ticket/a-ticket.ts'

const NOW = Date.UTC(2026, 10, 22, 1) / 1000
const HOUR = 3600
const told = { now: NOW, zone: SHANGHAI, language: 'zh-CN' as const }

function concern(count: number, hoursAgo: number, more: object = {}): Concern {
  const tickets = Array.from({ length: Math.min(count, 50) }, (_, n) =>
    judge(
      aTicket({
        ticket_no: `KF-20261122-${String(n + 1).padStart(4, '0')}`,
        reported_at: NOW - hoursAgo * HOUR,
        ...more,
      }),
      [],
      NOW,
    ),
  )
  return { count, tickets }
}

const none = concern(0, 0)
const QUIET: Board = {
  now: NOW,
  next_cut_off: NOW + 5 * HOUR,
  due_handovers: [],
  notes: [],
  waiting_count: 0,
  unassigned_count: 0,
  overdue: none,
  due_soon: none,
  awaiting_approval: none,
  unsigned: [],
  slips_out: none,
  appointments: none,
  missed_appointments: none,
  reopened_without_slip: none,
  left_staff_slips: none,
  without_feedback: none,
}
const BUSY: Board = {
  ...QUIET,
  overdue: concern(300, 25),
  due_soon: concern(9, 21),
  awaiting_approval: concern(3, 30, { fault_class: 'severe' }),
  appointments: concern(1, 3, { hold_reason: 'absent', appointment_at: NOW + HOUR }),
  without_feedback: concern(7, 5, { handover_no: 'KF-20261122-AM-XZ', handed_over_at: NOW - HOUR }),
  slips_out: concern(60, 5, { repaired_at: NOW - HOUR, repaired_by: '王伟', resolution: '好' }),
}

const draw = (board: Board, size: Size): string[] =>
  boardScreen(board, told, false)(size).map((line) => line.map(({ text }) => text).join(''))

test('nothing to do is said in a line', () => {
  expect(draw(QUIET, { columns: 80, rows: 24 })).toEqual([
    '待办  2026-11-22 09:00   下次交接 今天 14:00（还剩 5 小时）',
    '没有待办',
  ])
})

test.each([20, 24, 40].flatMap((rows) => [60, 80, 120].map((columns) => ({ columns, rows }))))(
  'fits a screen of $columns × $rows with a line to spare',
  (size) => {
    const lines = draw(BUSY, size)
    expect(lines.length).toBeLessThan(size.rows)
    expect(lines.filter((line) => displayWidth(line) > size.columns)).toEqual([])
  },
)

const unsigned: Handover = {
  handover_no: 'KF-20261122-AM-CG',
  channel: 'paper',
  branch: 'CG',
  date: '2026-11-22',
  slot: 'morning',
  cut_off: NOW - HOUR,
  printed_at: NOW - HOUR,
  reprints: 0,
  ticket_count: 3,
  collected_by: null,
  signed_at: null,
}
const ALL: Board = { ...BUSY, unsigned: [unsigned, unsigned, unsigned] }
const KINDS = [
  '已超时 300',
  '4 小时内到期 9',
  '严重故障待批准 3',
  '今日预约 1',
  '已通知乡镇、未反馈 7',
  '未签收的交接 3',
  '已修复未回单 60',
]

test.each([60, 80, 120])('every kind is told at %i columns, and what it is cut off by', (columns) => {
  for (const rows of [12, 24, 40]) {
    const lines = draw(ALL, { columns, rows })
    expect(lines.length).toBeLessThan(rows)
    for (const kind of KINDS) expect(lines.some((line) => line.includes(kind))).toBe(true)
    expect(lines.filter((line) => /^[^K].*…/.test(line))).toEqual([])
  }
})

test('the hint how to leave is never cut', () => {
  for (const columns of [60, 80]) {
    const lines = boardScreen(ALL, told, true)({ columns, rows: 24 }).map((line) => line.map((p) => p.text).join(''))
    expect(lines.slice(0, 2).some((line) => line.endsWith('每分钟刷新，q 退出'))).toBe(true)
  }
})

test('the most urgent come first, in words, and what is left out is said', () => {
  const lines = draw(BUSY, { columns: 100, rows: 30 })
  expect(lines[1]).toBe(
    '已超时 300   4 小时内到期 9   严重故障待批准 3   今日预约 1   已通知乡镇、未反馈 7   已修复未回单 60',
  )
  expect(lines.filter((line) => /^\p{Script=Han}|^4 小时/u.test(line)).slice(2)).toEqual([
    '已超时   显示 6 / 共 300   全部：baoxiu list --overdue',
    '4 小时内到期   显示 2 / 共 9   全部：baoxiu list --due-within 4h',
    '严重故障待批准   显示 2 / 共 3',
    '今日预约   1',
    '已通知乡镇、未反馈   显示 2 / 共 7   全部：baoxiu list --status handed_over --branch CG',
    '已修复未回单   显示 2 / 共 60   全部：baoxiu list --status repaired',
  ])
  expect(lines).toContain('KF-20261122-0001  已超时 1 小时  CG  张三  13800001234  建设路5号')
})

test('a command that lists exactly these stands in a line of its own where it does not fit', () => {
  const wide = draw(BUSY, { columns: 60, rows: 40 })
  const at = wide.findIndex((line) => line.startsWith('已通知乡镇、未反馈   显示'))
  expect(wide[at + 1]).toBe('  全部：baoxiu list --status handed_over --branch CG')
  const two = { count: 60, tickets: concern(3, 5).tickets }
  expect(draw({ ...BUSY, without_feedback: two }, { columns: 100, rows: 30 }).join('\n')).not.toContain('handed_over')
})

test('on a low screen the less urgent are counted only', () => {
  const lines = draw(BUSY, { columns: 80, rows: 9 })
  expect(lines.length).toBeLessThan(9)
  expect(lines.join('\n')).toContain('今日预约 1')
  expect(lines.filter((line) => line.startsWith('KF-'))).toHaveLength(3)
})

test('a phone is shown whole or not at all', () => {
  for (let columns = 40; columns < 90; columns += 1) {
    const phones = draw(BUSY, { columns, rows: 24 }).flatMap((line) => line.match(/1[38]\d*/g) ?? [])
    expect(new Set(phones).size).toBeLessThanOrEqual(1)
    expect(phones.every((phone) => phone === '13800001234')).toBe(true)
  }
})

test('the last minute is not “left” of anything', () => {
  expect(draw({ ...QUIET, next_cut_off: NOW + 59 }, { columns: 80, rows: 24 })[0]).toBe(
    '待办  2026-11-22 09:00   下次交接 今天 09:00（不到 1 分钟）',
  )
})
