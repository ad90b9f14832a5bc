import { formatDuration } from 'date-fns/formatDuration'
import { enUS } from 'date-fns/locale/en-US'
import { zhCN } from 'date-fns/locale/zh-CN'
import type { Text } from '../kernel/text.ts'

/** A span of whole seconds as people say it: `1 day 2 hours`. Days are of 24 hours, as everywhere in the rules. */
export function spanWords(seconds: number): Text {
  const span = {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  }
  const zero = seconds === 0
  return {
    en: formatDuration(span, { locale: enUS, zero, ...(zero ? { format: ['seconds'] } : {}) }),
    zh: formatDuration(span, { locale: zhCN, zero, ...(zero ? { format: ['seconds'] } : {}) }).replaceAll(' ', ''),
  }
}
