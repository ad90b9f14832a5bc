import type { Text } from '../text.ts'

/** The sheet that payroll gets (3.x). */
export const paySheetWords = {
  summary: { en: 'Print a month’s fines for payroll', zh: '打印当月处罚明细表，交财务扣款' } as Text,
  notes: {
    en: 'A page for each branch, a block for each person with every fine, why, how much, and a line to sign. What is to be paid is what `fines summary` says; adjustments of earlier months and what nobody has verified yet stand apart.',
    zh: '每个分公司一页，每人一块：逐项列明报修单、原因、金额，下面签字。应扣合计与 `fines summary` 一致；往月调整和尚未核实的分开列。',
  } as Text,
  format: { en: 'text, html or raw', zh: 'text 文本，html 网页，raw 针式打印机' } as Text,
  title: { en: 'Fines', zh: '处罚明细表' } as Text,
  ofBranch: (name: string): Text => ({ en: `Branch: ${name}`, zh: `分公司：${name}` }),
  notClosed: (month: string): Text => ({ en: `${month} is not closed yet`, zh: `${month} 还没有月结` }),
  closed: (month: string, by: string, at: string): Text => ({
    en: `${month} was closed by ${by} at ${at}`,
    zh: `${month} 已由 ${by} 于 ${at} 月结`,
  }),
  booked: { en: 'Fines of this month', zh: '本月处罚' } as Text,
  adjusted: { en: 'Adjustments for earlier months', zh: '往月调整' } as Text,
  pending: { en: 'Not verified yet, not to be paid', zh: '尚未核实，本次不扣' } as Text,
  total: { en: 'To be paid (yuan)', zh: '应扣合计（元）' } as Text,
  stillOpen: { en: 'Not verified yet (yuan)', zh: '尚未核实（元）' } as Text,
  branchTotal: { en: 'Total of the branch (yuan)', zh: '分公司应扣合计（元）' } as Text,
  signature: { en: 'Signature', zh: '本人签字' } as Text,
  signedOn: { en: 'Date', zh: '日期' } as Text,
  yuan: (yuan: string): Text => ({ en: `${yuan} yuan`, zh: `${yuan} 元` }),
  movedAway: { en: 'somebody else answers', zh: '改由他人承担' } as Text,
  takenBack: (ground: Text, by: string, at: string, reason: string): Text => ({
    en: `taken back (${ground.en}) by ${by} at ${at}${reason === '' ? '' : `: ${reason}`}`,
    zh: `${by} 于 ${at} 冲销（${ground.zh}）${reason === '' ? '' : `：${reason}`}`,
  }),
  occurred: (kind: Text, at: string): Text => ({ en: `${kind.en}, ${at}`, zh: `${kind.zh}，${at}` }),
  part: { en: 'Part', zh: '部分' } as Text,
  parts: {
    booked: { en: 'this month', zh: '本月' } as Text,
    adjusted: { en: 'adjustment', zh: '往月调整' } as Text,
    pending: { en: 'not verified', zh: '未核实' } as Text,
  },
} as const
