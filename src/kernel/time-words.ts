import { formatDuration } from 'date-fns/formatDuration'
import { enGB } from 'date-fns/locale/en-GB'
import { zhCN } from 'date-fns/locale/zh-CN'
import { addDays, clockText, dayAt } from './calendar.ts'
import { timeWords as t } from './messages/time.ts'
import type { Clock } from './moment.ts'
import { say } from './text.ts'
import type { Language } from './text.ts'
import type { Instant } from './zone.ts'

/** A span as people say it, to the minute: `22 小时 30 分钟`. From a day on without minutes. */
export function spanWords(seconds: number, language: Language): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const span = days > 0 ? { days, hours } : { hours, minutes: minutes % 60 }
  const words = formatDuration(span, { locale: language === 'zh-CN' ? zhCN : enGB })
  return words === '' ? say(t.underAMinute, language) : words
}

/** How long there is until a deadline, or how long it has passed. */
export function leftWords(deadline: Instant, now: Instant, language: Language): string {
  if (deadline >= now && deadline - now < 60) return say(t.lastMinute, language)
  const span = spanWords(deadline - now, language)
  return say(deadline < now ? t.overdueBy(span) : t.timeLeft(span), language)
}

/** A time as it is said to somebody: `明天 08:05`, `11-25 08:05`; with the year where it is another one. */
export function sayTime(at: Instant, { now, zone }: Clock, language: Language): string {
  const [day, today] = [dayAt(zone, at), dayAt(zone, now)]
  const near = [-1, 0, 1].find((days) => day === addDays(today, days))
  const time = clockText(zone, at).slice(11, 16)
  if (near === undefined) return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${time}`
  return `${say(near === 0 ? t.today : near === 1 ? t.tomorrow : t.yesterday, language)} ${time}`
}
