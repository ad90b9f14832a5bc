import type { Text } from '../text.ts'

/** The form of `log` on a terminal, in the order of a phone call. */
export const logFormWords = {
  title: (at: string, takenBy: string | undefined): Text => ({
    en: `New report  ${at}${takenBy === undefined ? '' : `  taken by ${takenBy}`}`,
    zh: `登记报修  ${at}${takenBy === undefined ? '' : `  接报人 ${takenBy}`}`,
  }),
  keys: {
    en: 'Enter: next   ↑ or Esc: one back   Ctrl-C: cancel',
    zh: 'Enter 下一项   ↑ 或 Esc 上一项   Ctrl-C 取消',
  } as Text,
  who: {
    en: 'Phone (or part of a name, address, account, ticket):',
    zh: '来电号码（或姓名、地址、编号的一部分）：',
  } as Text,
  notFound: (typed: string): Text => ({
    en: `nobody known by "${typed}"; a new customer: type the whole phone number`,
    zh: `没有找到“${typed}”；新用户请输入完整电话号码`,
  }),
  newCustomer: (phone: string): Text => ({ en: `${phone}: a new customer`, zh: `${phone}：新用户` }),
  which: { en: 'Which one?', zh: '是哪一位？' } as Text,
  anotherHousehold: { en: 'another household', zh: '另一户' } as Text,
  anotherOnPhone: (phone: string): Text => ({
    en: `${phone}: another household on the same phone`,
    zh: `${phone}：同一电话的另一户`,
  }),
  anotherOne: { en: 'another customer', zh: '另一位用户' } as Text,
  moreThanShown: (count: number, areMore: boolean, shown: number): Text => ({
    en: `${areMore ? 'more than ' : ''}${count} match, ${shown} are shown; ↑ or Esc to go back and type more letters`,
    zh: `共 ${count} 位${areMore ? '以上' : ''}，只列出 ${shown} 位；按 ↑ 或 Esc 返回多输几个字`,
  }),
  accountOf: (no: string): Text => ({ en: `account ${no}`, zh: `编号 ${no}` }),
  openTicket: (no: string, what: string, at: string): Text => ({
    en: `! open: ${no}  ${what}  reported ${at}`,
    zh: `！未修复：${no}  ${what}  ${at} 接报`,
  }),
  chases: (n: number): Text => ({ en: `chased ${n}×`, zh: `已催 ${n} 次` }),
  repairedLately: (no: string, what: string, at: string, by: string): Text => ({
    en: `! repaired lately: ${no}  ${what}  ${at} ${by}; the same class again is a repeat`,
    zh: `！近期修过：${no}  ${what}  ${at} ${by} 修复；同类再报即为连续报修`,
  }),
  chaseInstead: { en: 'Chase it instead?', zh: '是催修吗？' } as Text,
  chaseOf: (no: string): Text => ({ en: `chase ${no}`, zh: `催修 ${no}` }),
  newReport: { en: 'new report', zh: '新报修' } as Text,
  name: { en: 'Name:', zh: '姓名：' } as Text,
  address: { en: 'Address:', zh: '地址：' } as Text,
  branch: { en: 'Branch:', zh: '分公司：' } as Text,
  branchLine: { en: 'Branch (code or name):', zh: '分公司（代码或名称）：' } as Text,
  symptom: { en: 'What is wrong:', zh: '故障现象：' } as Text,
  takenBy: { en: 'Taken by:', zh: '接报人：' } as Text,
  faultClass: { en: 'Class:', zh: '故障类别：' } as Text,
  classBy: (word: string, by: string): Text => ({ en: `${word} (by ${by})`, zh: `${word}（${by} 前）` }),
  classApproval: (word: string): Text => ({ en: `${word} (as leadership approves)`, zh: `${word}（待领导批准）` }),
  chaseNote: { en: 'Note (Enter: none):', zh: '备注（直接 Enter 为无）：' } as Text,
  tellCaller: (no: string, by: string): Text => ({
    en: `Tell the caller: ticket ${no}, repaired by ${by}.`,
    zh: `请告诉用户：报修单号 ${no}，${by} 前修复。`,
  }),
  tellCallerApproval: (no: string): Text => ({
    en: `Tell the caller: ticket ${no}, repaired within the time that leadership approves.`,
    zh: `请告诉用户：报修单号 ${no}，修复时间待领导批准。`,
  }),
  tellChased: (no: string, by: string): Text => ({
    en: `Tell the caller: ticket ${no} was noted as urgent; due ${by}.`,
    zh: `请告诉用户：${no} 已登记催修，时限 ${by}。`,
  }),
  lookedFor: (typed: string): Text => ({ en: `looked for: ${typed}`, zh: `查找过：${typed}` }),
  goOn: (command: string): Text => ({ en: `go on with: ${command}`, zh: `接着登记：${command}` }),
}
