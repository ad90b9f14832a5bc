import type { Text } from '../text.ts'

/** What is worth a word about a call that was just taken. */
export const callWarningWords = {
  openTicket: (no: string): Text => ({
    en: `this customer has an open ticket, ${no}; if it is the same fault, use \`baoxiu chase ${no}\``,
    zh: `该用户有未修复的报修单 ${no}；若是同一故障，请用 \`baoxiu chase ${no}\``,
  }),
  repeatReport: (no: string, at: string, by: string): Text => ({
    en: `repeat report: ${no} was repaired on ${at}${by === '' ? '' : ` by ${by}`}`,
    zh: `连续报修：${no} 已于 ${at}${by === '' ? '' : ` 由 ${by}`} 修复`,
  }),
  lateEntry: (minutes: number): Text => ({
    en: `entered ${Math.floor(minutes / 60)} h ${minutes % 60} min after the call; the deadline counts from the call`,
    zh: `来电后 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分才录入；时限从来电时起算`,
  }),
  notOnDuty: (name: string): Text => ({
    en: `${name} is not on duty by the duty list`,
    zh: `值班表上此时没有 ${name}`,
  }),
  clockBack: (latest: string): Text => ({
    en: `the clock of this machine is behind the latest entry, ${latest}`,
    zh: `本机时钟早于最近一次录入（${latest}）`,
  }),
  onlyPhone: (told: Text, who: string, earlier: string): Text => ({
    en: `${told.en}; only the phone is the same: now ${who}, before ${earlier}: another household?`,
    zh: `${told.zh}；只有电话相同：这次 ${who}，上次 ${earlier}，是不是另一户？`,
  }),
  samePlace: (no: string, phone: string): Text => ({
    en: `${no} is of the same name and address, with another phone or account (${phone})`,
    zh: `${no} 姓名、地址相同，电话或编号不同（${phone}）`,
  }),
  phoneOdd: (phones: readonly string[]): Text => ({
    en: `${phones.join(', ')} is no whole number: a mobile one has 11 digits, a landline 7 or 8 and its area code`,
    zh: `${phones.join('、')} 位数不对：手机 11 位，座机 7–8 位（可带区号）`,
  }),
}
