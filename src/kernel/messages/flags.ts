import { joined } from '../text.ts'
import type { Text } from '../text.ts'

/** What is said of an option that cannot be read. */
export const flagWords = {
  missing: (labels: readonly string[]): Text => ({
    en: `missing ${labels.join(', ')}`,
    zh: `缺少 ${labels.join('、')}`,
  }),
  understood: (label: string, typed: string, at: string): Text => ({
    en: `${label}${typed} is ${at}`,
    zh: `${label}${typed} 即 ${at}`,
  }),
  blank: (label: string): Text => ({ en: `${label} is blank`, zh: `${label} 是空白` }),
  tooLong: (label: string, length: number, most: number): Text => ({
    en: `${label} has ${length} characters; at most ${most} fit`,
    zh: `${label} 有 ${length} 个字符，最多 ${most} 个`,
  }),
  notText: (label: string): Text => ({
    en: `${label} holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)`,
    zh: `${label} 含有无法保存的字符（NUL，或不是 UTF-8 的字节）`,
  }),
  notOneOf: (label: string, typed: string, choices: readonly Text[], near: readonly string[]): Text => {
    const all = joined(choices, { en: ' | ', zh: ' | ' })
    return {
      en: `${label} "${typed}" is not one of ${all.en}${near[0] === undefined ? '' : `; did you mean ${near[0]}?`}`,
      zh: `${label} “${typed}”不在可选值之内：${all.zh}${near[0] === undefined ? '' : `；是不是 ${near[0]}？`}`,
    }
  },
  notATime: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a time; type 2026-11-22 08:05, 08:05 (today), yesterday 15:20 or -2h`,
    zh: `${label} “${typed}”看不懂；时间请写成 18:00（当天）、昨天 15:20、11-22 08:05 或 2026-11-22 08:05`,
  }),
  bareDate: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" lacks the time of day; type ${typed} 08:05`,
    zh: `${label} “${typed}”缺少钟点；请写成 ${typed} 08:05`,
  }),
  inFuture: (label: string, at: string, now: string): Text => ({
    en: `${label} ${at} lies in the future; it is ${now} now`,
    zh: `${label} ${at} 在将来；现在是 ${now}`,
  }),
  notADate: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a date; type 2026-11-22`,
    zh: `${label} “${typed}”不是日期；请写成 2026-11-22`,
  }),
  notAMonth: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a month; type 2026-11`,
    zh: `${label} “${typed}”不是月份；请写成 2026-11`,
  }),
  notADuration: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a span of time; type 4h, 90m or 2d`,
    zh: `${label} “${typed}”不是时长；请写成 4h、90m 或 2d`,
  }),
  fromAfterTo: (from: string, to: string): Text => ({
    en: `--from ${from} is after --to ${to}`,
    zh: `--from ${from} 晚于 --to ${to}`,
  }),
  notWhole: (label: string, typed: string, least: number): Text => ({
    en: `${label} "${typed}" is not a whole number from ${least} on`,
    zh: `${label} “${typed}”不是不小于 ${least} 的整数`,
  }),
  notYuan: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not an amount in yuan; type 10 or 10.50`,
    zh: `${label} “${typed}”不是金额（元）；请写成 10 或 10.50`,
  }),
}
