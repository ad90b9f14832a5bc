import type { Text } from '../text.ts'

/** What a terminal says after a change: what happened, in one line. `of` gives a field of the record as people read it. */
export type Brief = (of: (field: string) => string) => Text

/** A part of a sentence that is left out where nothing is known. */
const maybe = (value: string, text: string): string => (value === '' ? '' : text)

const ticket = (of: (field: string) => string): string => `${of('ticket_no')} ${of('customer_name')}`

const fine =
  (en: string, zh: string): Brief =>
  (of) => ({
    en: `${of('fine_id')} ${en}: ${of('branch_name')} ${of('maintainer')} ${of('amount_yuan')} yuan`,
    zh: `${of('fine_id')} ${zh}：${of('branch_name')}${of('maintainer')} ${of('amount_yuan')} 元`,
  })

export const briefs: Readonly<Record<string, Brief>> = {
  init: (of) => ({
    en: `${of('office_name')} (${of('office_code')}) is set up; next: branches and maintainers`,
    zh: `${of('office_name')}（${of('office_code')}）已建立；接着登记分公司和维修员`,
  }),
  'branch add': (of) => ({ en: `branch ${of('code')} ${of('name')} added`, zh: `已登记分公司 ${of('name')}` }),
  'branch edit': (of) => ({ en: `branch ${of('code')} ${of('name')} changed`, zh: `已修改分公司 ${of('name')}` }),
  'staff add': (of) => ({
    en: `${of('name')} added to ${of('branch')}`,
    zh: `已登记 ${of('branch')}维修员 ${of('name')}`,
  }),
  'staff retire': (of) => ({
    en: `${of('name')} of ${of('branch')} has left`,
    zh: `${of('branch')} ${of('name')} 已离职`,
  }),
  log: (of) => ({
    en: `logged ${ticket(of)}, ${of('address')}: ${of('symptom')} (${of('fault_class')}) for ${of('branch')}`,
    zh: `已登记 ${ticket(of)}，${of('address')}，${of('symptom')}（${of('fault_class')}），归${of('branch')}`,
  }),
  chase: (of) => ({
    en: `${ticket(of)}: chase noted, number ${of('chases')}; due ${of('deadline')}`,
    zh: `${ticket(of)}：已记催修，第 ${of('chases')} 次${maybe(of('deadline'), `；时限 ${of('deadline')}`)}`,
  }),
  amend: (of) => ({
    en: `${ticket(of)} corrected; ${of('status')}${maybe(of('deadline'), `, due ${of('deadline')}`)}`,
    zh: `${ticket(of)} 已更正；${of('status')}${maybe(of('deadline'), `，时限 ${of('deadline')}`)}`,
  }),
  reopen: (of) => ({
    en: `${ticket(of)} is open again; due ${of('deadline')}`,
    zh: `${ticket(of)} 已改回未修${maybe(of('deadline'), `；时限 ${of('deadline')}`)}`,
  }),
  void: (of) => ({ en: `${ticket(of)} is void`, zh: `${ticket(of)} 已作废` }),
  'handover sign': (of) => ({
    en: `${of('handover_no')}: ${of('ticket_count')} slips signed for by ${of('collected_by')}`,
    zh: `${of('handover_no')}：${of('collected_by')} 已签收 ${of('ticket_count')} 张`,
  }),
  'handover amend': (of) => ({
    en: `${of('handover_no')}: collected by ${of('collected_by')}`,
    zh: `${of('handover_no')}：签收人改为 ${of('collected_by')}`,
  }),
  notify: (of) => ({
    en: `${of('handover_no')}: ${of('ticket_count')} slips read out to ${of('collected_by')}`,
    zh: `${of('handover_no')}：已电话通知 ${of('collected_by')}，${of('ticket_count')} 张`,
  }),
  assign: (of) => ({
    en: `${ticket(of)}: ${of('assigned_to')} is sent${maybe(of('deadline'), `; due ${of('deadline')}`)}`,
    zh: `${ticket(of)}：已派 ${of('assigned_to')}${maybe(of('deadline'), `；${of('deadline')} 前修复`)}`,
  }),
  hold: (of) => ({
    en: `${ticket(of)} on hold: ${of('hold_reason')}${maybe(of('appointment_at'), `, appointment ${of('appointment_at')}`)}${maybe(of('deadline'), `; still due ${of('deadline')}`)}`,
    zh: `${ticket(of)} 未修：${of('hold_reason')}${maybe(of('appointment_at'), `，约在 ${of('appointment_at')}`)}${maybe(of('deadline'), `；时限不变，${of('deadline')}`)}`,
  }),
  approve: (of) => ({
    en: `${ticket(of)}: ${of('approved_by')} approved ${of('deadline')}`,
    zh: `${ticket(of)}：${of('approved_by')} 批准 ${of('deadline')} 前修复`,
  }),
  repair: (of) => ({
    en: `${ticket(of)} repaired by ${of('repaired_by')}, ${of('repaired_at')}; the slip is still out`,
    zh: `${ticket(of)} 已修复：${of('repaired_by')}，${of('repaired_at')}；等回单`,
  }),
  close: (of) => ({
    en: `${ticket(of)}: slip back, closed`,
    zh: `${ticket(of)} 已回单`,
  }),
  'complaint add': (of) => ({
    en: `complaint ${of('complaint_no')} recorded (${of('channel')}); next: verify it`,
    zh: `投诉 ${of('complaint_no')} 已登记（${of('channel')}）；待核实`,
  }),
  'complaint amend': (of) => ({
    en: `complaint ${of('complaint_no')} corrected`,
    zh: `投诉 ${of('complaint_no')} 已更正`,
  }),
  'complaint void': (of) => ({
    en: `complaint ${of('complaint_no')} is void`,
    zh: `投诉 ${of('complaint_no')} 已作废`,
  }),
  'fines confirm': fine('confirmed', '属实'),
  'fines dismiss': fine('dismissed', '不处罚'),
  'fines correct': fine('corrected', '已更正责任'),
  'fines close-month': (of) => ({
    en: `${of('month')} is closed, by ${of('closed_by')}`,
    zh: `${of('month')} 已月结（${of('closed_by')}）`,
  }),
  'duty on': (of) => ({ en: `${of('name')} is on duty since ${of('on_at')}`, zh: `${of('name')} ${of('on_at')} 上班` }),
  'duty off': (of) => ({
    en: `${of('name')} is off duty since ${of('off_at')}`,
    zh: `${of('name')} ${of('off_at')} 下班`,
  }),
  'duty void': (of) => ({ en: `shift ${of('shift_no')} is void`, zh: `值班 ${of('shift_no')} 已作废` }),
}

/** Several records of one change: what they are, briefly. */
export const manyChanged = (n: number, names: string, more: string): Text => ({
  en: `${n} changed: ${names}${more}`,
  zh: `共 ${n} 张：${names}${more}`,
})

export const late: Text = { en: 'late', zh: '已超时' }

export const warned = (text: string): Text => ({ en: `! ${text}`, zh: `！${text}` })
