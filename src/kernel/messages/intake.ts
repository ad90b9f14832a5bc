import type { Text } from '../text.ts'

/** Taking calls (1.3). */
export const intakeWords = {
  goOn: { en: 'go on with the call that was left half typed', zh: '接着登记上次没登完的' } as Text,
  log: { en: 'Log a call: one report of a fault', zh: '登记一次报修' } as Text,
  logNotes: {
    en: 'On a terminal it asks for what was not given, phone first: Enter takes what is offered, ↑ or Esc goes back, Ctrl-C leaves and tells how to go on. Times may be 8:05, 昨天 15:20 or -2h. A known phone or account fills in what is not given: name, address, branch, account. Whoever is alone on duty took the call, unless --taken-by says otherwise. Warnings (OPEN_TICKET, REPEAT_REPORT, SAME_PLACE, PHONE_ODD, LATE_ENTRY, NOT_ON_DUTY, CLOCK_BACK) never stop a call.',
    zh: '在终端上，未写的逐项询问，先问电话：回车采用所示内容，↑ 或 Esc 回上一项，Ctrl-C 退出并说明如何接着登记。时间可写 8:05、昨天 15:20 或 -2h。电话或用户编号已有记录时，未写的姓名、地址、分公司、编号自动带出。未写 --taken-by 的，由当时唯一的值班人员接报。提醒（OPEN_TICKET、REPEAT_REPORT、SAME_PLACE、PHONE_ODD、LATE_ENTRY、NOT_ON_DUTY、CLOCK_BACK）从不阻止登记。',
  } as Text,
  chase: { en: 'The customer calls again about an open ticket', zh: '用户催修（未修复前再次来电）' } as Text,
  amend: {
    en: 'Correct a ticket; the number stays, the deadline is counted again',
    zh: '更正报修单；号码不变，时限重新计算',
  } as Text,
  amendNotes: {
    en: 'Changing the branch of an unrepaired ticket that was handed over strikes it from that batch; the next batch of the new branch takes it, and the assignment is withdrawn.',
    zh: '已交接而未修复的报修单改分公司，会从原批中划去，由新分公司的下一批交接，原派修同时撤回。',
  } as Text,
  reopen: {
    en: 'Take back what was entered by mistake: repair and close, or a void',
    zh: '撤回误录的修复和回单，或撤回误作废',
  } as Text,
  chasedAt: { en: 'when the customer called; default now', zh: '来电时间；默认现在' } as Text,
  chaseTakenBy: { en: 'who took the call', zh: '接听人' } as Text,
  repairedAt: { en: 'when it was repaired', zh: '修复时间' } as Text,
  repairedBy: { en: 'who repaired it', zh: '维护人' } as Text,
  resolution: { en: 'what was done', zh: '处理结果' } as Text,
  customerSigned: { en: 'who signed for the customer', zh: '用户签名' } as Text,
  maintainerSigned: { en: 'who signed for the maintainer', zh: '维护人签名' } as Text,
  severalKnown: (phone: string, known: readonly string[]): Text => ({
    en: `${phone} is known for several customers: ${known.join('; ')}`,
    zh: `${phone} 有多位用户：${known.join('；')}`,
  }),
  sayWho: { en: 'give --name, --address and --branch', zh: '请给出 --name、--address 和 --branch' } as Text,
}
