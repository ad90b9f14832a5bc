import type { Text } from '../text.ts'

/** What the board says of the desk's own duties. */
export const boardWords = {
  due: { en: 'Hand-over is due', zh: '该交接了' } as Text,
  dueLine: (slot: Text, at: string, branches: readonly string[], slips: number): Text => ({
    en: `Hand-over is due (${slot.en}, ${at}): ${branches.join(', ')}, ${slips} slips`,
    zh: `该交接了（${slot.zh}，截止 ${at}）：${branches.join('、')} 共 ${slips} 张`,
  }),
  print: { en: '→ baoxiu handover print', zh: '→ baoxiu handover print' } as Text,
  branches: { en: 'Branches', zh: '分公司' } as Text,
  slips: { en: 'Slips', zh: '张数' } as Text,
  waiting: { en: 'Waiting for the hand-over', zh: '等交接' } as Text,
  unassigned: { en: 'Handed over, nobody sent', zh: '已交接未派人' } as Text,
  missed: { en: 'Missed appointments', zh: '过了预约时间' } as Text,
  missedFor: (span: string): Text => ({ en: `missed by ${span}`, zh: `已过 ${span}` }),
  slipMissing: { en: 'Opened again, the branch has no slip', zh: '重新打开，分公司手里没有单' } as Text,
  leavers: { en: 'Assigned to somebody who has left', zh: '派给了已离岗的人' } as Text,
  notes: { en: 'For this shift', zh: '交班留言' } as Text,
  notPhoned: (span: string): Text => ({ en: `not yet phoned, ${span}`, zh: `还没电话通知，${span}` }),
}
