import type { Text } from '../text.ts'

/** What looks at everything. */
export const reportWords = {
  list: { en: 'List tickets', zh: '列出报修单' } as Text,
  listNotes: {
    en: 'Newest first; with --overdue or --due-within the nearest deadline first. --to is inclusive. --search finds its text literally, anywhere on the slip.',
    zh: '新的在前；用 --overdue 或 --due-within 时按时限排序。--to 含当天。--search 在报修单各栏中按原文查找。',
  } as Text,
  show: { en: 'Show a ticket with everything that happened to it', zh: '显示报修单及全部经过' } as Text,
  board: { en: 'What needs attention now', zh: '待办：眼下要处理的' } as Text,
  status: { en: 'only this status; may be given several times', zh: '只列该状态；可重复给出' } as Text,
  from: { en: 'reported on this day or later', zh: '接报日期起' } as Text,
  to: { en: 'reported on this day or earlier', zh: '接报日期止（含）' } as Text,
  overdue: { en: 'unrepaired and late', zh: '未修复且已超时' } as Text,
  dueWithin: { en: 'unrepaired and due within this time', zh: '未修复且在此时间内到期' } as Text,
  phone: { en: 'any phone of the ticket', zh: '报修单上任一电话' } as Text,
  search: { en: 'text anywhere on the slip', zh: '报修单上的任何文字' } as Text,
  limit: { en: 'at most so many', zh: '最多列几张' } as Text,
  none: { en: 'no tickets', zh: '没有报修单' } as Text,
  allClear: { en: 'nothing needs attention', zh: '没有待办' } as Text,
  now: { en: 'Now', zh: '现在' } as Text,
  nextCutOff: { en: 'Next cut-off', zh: '下次交接' } as Text,
  overdueTickets: { en: 'Overdue', zh: '已超时' } as Text,
  dueSoon: { en: 'Due within 4 hours', zh: '4 小时内到期' } as Text,
  awaitingApproval: { en: 'Severe, awaiting approval', zh: '严重故障待批准' } as Text,
  unsigned: { en: 'Batches without a signature', zh: '未签收的交接' } as Text,
  slipsOut: { en: 'Repaired, slip not back', zh: '已修复未回单' } as Text,
  appointments: { en: 'Appointments today', zh: '今日预约' } as Text,
  withoutFeedback: { en: 'Relayed, no feedback from the branch', zh: '已通知乡镇、未反馈' } as Text,
  changes: { en: 'Changes', zh: '改动' } as Text,
}
