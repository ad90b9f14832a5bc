import type { Text } from '../text.ts'

/** Going through the pending findings one by one (3.0). */
export const reviewWords = {
  summary: { en: 'Go through the pending fines one by one', zh: '逐项核实处罚' } as Text,
  notes: {
    en: 'Shows each pending fine with its explanation: y confirms, n dismisses, m moves it to somebody else, s leaves it for later, q stops. What was decided is kept at once. Afterwards it offers to close the month. Without a terminal it lists what is pending.',
    zh: '逐项显示待核实的处罚及说明：y 属实，n 不罚，m 改罚他人，s 先放着，q 结束。每项决定当即保存。完了问是否月结。不在终端上时只列出待核实的。',
  } as Text,
  nonePending: { en: 'nothing is pending', zh: '没有待核实的' } as Text,
  atTerminal: { en: 'these are asked about at a terminal', zh: '逐项核实请在终端上进行' } as Text,
  byWhom: { en: 'Verified by (--by):', zh: '核实人（--by）：' } as Text,
  head: (n: number, of: number, fine: string, kind: Text, yuan: string, who: string): Text => ({
    en: `${n} of ${of}  ${fine}  ${kind.en}  ${yuan} yuan  ${who}`,
    zh: `第 ${n} 项，共 ${of} 项  ${fine}  ${kind.zh}  ${yuan} 元  ${who}`,
  }),
  mayExcuse: (reason: Text, at: string): Text => ({
    en: `may excuse: ${reason.en}, phoned ${at}`,
    zh: `可否免罚：${reason.zh}，${at} 联系过用户`,
  }),
  question: { en: 'Verified?', zh: '核实结果？' } as Text,
  yes: { en: 'confirm', zh: '属实' } as Text,
  no: { en: 'dismiss', zh: '不罚' } as Text,
  other: { en: 'somebody else', zh: '改罚他人' } as Text,
  skip: { en: 'skip', zh: '先放着' } as Text,
  quit: { en: 'quit', zh: '结束' } as Text,
  ground: { en: 'On what ground?', zh: '不罚的原因？' } as Text,
  reason: { en: 'Reason:', zh: '说明：' } as Text,
  newBranch: { en: 'Branch that answers:', zh: '罚哪个分公司：' } as Text,
  newMaintainer: { en: 'Maintainer (empty: the branch alone):', zh: '罚哪个维修员（空=只罚分公司）：' } as Text,
  closeNow: (month: string, pending: number): Text => ({
    en: `${month} is over${pending === 0 ? '' : `, ${pending} still pending`}. Close it?`,
    zh: `${month} 已过完${pending === 0 ? '' : `，还有 ${pending} 项待核实`}。现在月结吗？`,
  }),
  closed: (month: string): Text => ({ en: `${month} is closed`, zh: `${month} 已月结` }),
} as const
