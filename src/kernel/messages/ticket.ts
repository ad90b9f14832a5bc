import type { Text } from '../text.ts'

/** What is said of a ticket wherever it is looked for or changed. */
export const ticketWords = {
  unknown: (typed: string, alike: readonly string[] = []): Text => ({
    en: `no ticket ${typed}${alike.length === 0 ? '' : `; there are ${alike.join(', ')}`}`,
    zh: `没有报修单 ${typed}${alike.length === 0 ? '' : `；尾号相同的有：${alike.join('、')}`}`,
  }),
  ownOpen: { en: 'open, taken by the branch', zh: '自接，待修' } as Text,
  none: { en: 'no tickets', zh: '没有报修单' } as Text,
  about: (no: string, what: Text): Text => ({ en: `${no}: ${what.en}`, zh: `${no}：${what.zh}` }),
  void: (no: string): Text => ({ en: `${no} is void`, zh: `${no} 已作废` }),
  repaired: (no: string, by: string, at: string): Text => ({
    en: `${no} was repaired by ${by} at ${at}`,
    zh: `${no} 已由 ${by} 于 ${at} 修复`,
  }),
  closed: (no: string, actor: string, at: string): Text => ({
    en: `${no} was closed by ${actor} at ${at}`,
    zh: `${no} 已由 ${actor} 于 ${at} 回单`,
  }),
  notRepaired: (no: string): Text => ({ en: `${no} has no repair yet`, zh: `${no} 还没有修复` }),
  before: (later: string, at: string, earlier: string, limit: string): Text => ({
    en: `${later} ${at} is before ${earlier} ${limit}`,
    zh: `${later} ${at} 早于 ${earlier} ${limit}`,
  }),
  badPhone: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a phone number: digits, spaces, + - ( ), several parted by / 、 , ;`,
    zh: `${label} “${typed}”不是电话号码：只能有数字、空格、+ - ( )，多个用 / 、 , ; 分开`,
  }),
  ticket: {
    en: 'ticket number; short: 7 (of today), 22-7, 1122-7',
    zh: '报修单号；可简写：7（当天）、22-7（22 日）、1122-7',
  } as Text,
  name: { en: 'customer’s name', zh: '用户姓名' } as Text,
  address: { en: 'address', zh: '地址' } as Text,
  phone: { en: 'phone; several parted by / 、 , ;', zh: '联系电话；多个用 / 、 , ; 分开' } as Text,
  symptom: { en: 'what is wrong', zh: '故障现象' } as Text,
  faultClass: {
    en: 'line: 24 h; network: 36 h; severe: as leadership approves (2.2–2.4)',
    zh: 'line 线路 24 小时；network 一般网络 36 小时；severe 严重网络按批准时限（2.2–2.4）',
  } as Text,
  branch: { en: 'branch, by code or name', zh: '分公司代码或名称' } as Text,
  signedNameless: { en: 'signed (name not given)', zh: '已签（未写姓名）' } as Text,
  takenBy: { en: 'who took the call', zh: '接报人' } as Text,
  account: { en: 'account number', zh: '用户编号' } as Text,
  service: { en: 'tv or telecom', zh: 'tv 电视，telecom 电信' } as Text,
  intake: {
    en: 'desk: we took it; branch: the township branch took it itself (2.7)',
    zh: 'desk 客户部接报；branch 乡镇分公司自接（2.7）',
  } as Text,
  reportedAt: { en: 'when the customer called; default now', zh: '接报时间；默认现在' } as Text,
  note: { en: 'remark', zh: '备注' } as Text,
  reason: { en: 'why', zh: '原因' } as Text,
}
