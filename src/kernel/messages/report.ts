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
  boardNotes: {
    en: 'Most urgent first, as much as the screen holds; what is left out is said. --json has it all.',
    zh: '按轻重缓急排列，能显示多少显示多少，未显示的会注明。--json 给出全部。',
  } as Text,
  watch: { en: 'draw it anew each minute, until q or Ctrl-C', zh: '每分钟刷新，q 或 Ctrl-C 退出' } as Text,
  boardTitle: (at: string, cutOff: string, left: string): Text => ({
    en: `Board  ${at}   next cut-off ${cutOff} (${left})`,
    zh: `待办  ${at}   下次交接 ${cutOff}（${left}）`,
  }),
  watching: { en: 'each minute; q ends', zh: '每分钟刷新，q 退出' } as Text,
  partOf: (shown: number, count: number): Text => ({
    en: `${shown} of ${count}`,
    zh: `显示 ${shown} / 共 ${count}`,
  }),
  allBy: (command: string): Text => ({ en: `all: ${command}`, zh: `全部：${command}` }),
  sinceReport: (span: string): Text => ({ en: `reported ${span} ago`, zh: `接报已 ${span}` }),
  unsignedFor: (span: string): Text => ({ en: `unsigned for ${span}`, zh: `${span}未签收` }),
  outFor: (span: string): Text => ({ en: `slip out for ${span}`, zh: `修复后 ${span}未回单` }),
  silentFor: (span: string): Text => ({ en: `told ${span} ago`, zh: `通知已 ${span}` }),
  slips: (n: number): Text => ({ en: `${n} slips`, zh: `${n} 张` }),
  status: { en: 'only this status; may be given several times', zh: '只列该状态；可重复给出' } as Text,
  from: { en: 'reported on this day or later', zh: '接报日期起' } as Text,
  to: { en: 'reported on this day or earlier', zh: '接报日期止（含）' } as Text,
  overdue: { en: 'unrepaired and late', zh: '未修复且已超时' } as Text,
  dueWithin: { en: 'unrepaired and due within this time', zh: '未修复且在此时间内到期' } as Text,
  phone: { en: 'any phone of the ticket', zh: '报修单上任一电话' } as Text,
  search: { en: 'text anywhere on the slip', zh: '报修单上的任何文字' } as Text,
  searchFor: {
    en: 'Find tickets by any part of a name, phone, address or number',
    zh: '按姓名、电话、地址、编号的任一部分查找报修单',
  } as Text,
  searchNotes: {
    en: 'Every word must occur somewhere on the slip; digits are also found within phones, whatever stands between them. Newest first.',
    zh: '各词都须出现在报修单上；数字也在电话号码中查找，不计其间的横线。新的在前。',
  } as Text,
  searchWords: { en: 'one or several words', zh: '一个或几个词' } as Text,
  moreFound: (n: number): Text => ({
    en: `${n} more; give --limit or another word`,
    zh: `还有 ${n} 张；可加 --limit 或再加一个词`,
  }),
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
  extra: { en: 'Further columns', zh: '其他栏' } as Text,
  /** Facts that have no column of their own. */
  eventFields: {
    assigned_at: { en: 'Assigned', zh: '派修时间' },
    closed_at: { en: 'Slip recorded', zh: '回单登记时间' },
    approved_deadline: { en: 'Approved deadline', zh: '批准时限' },
    handover_channel: { en: 'Channel', zh: '交接渠道' },
    place: { en: 'Place', zh: '序号' },
  } as Readonly<Record<string, Text>>,
  changes: { en: 'Changes', zh: '改动' } as Text,
}
