import { asIs, say } from '../../kernel/text.ts'
import type { Language } from '../../kernel/text.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { weekdayOf } from './calls.ts'
import type { DayCalls, HourCalls } from './calls.ts'
import type { PeriodReport } from './period-report.ts'

/** `2026年11月 月报`, as the head of screen and page. */
export function titleLine({ period }: PeriodReport, language: Language): string {
  const { kind, name } = period
  const title = say(kind === 'day' ? t.titleOfDay : t.titleOfMonth, language)
  return language === 'zh-CN'
    ? `${dateWords(name, kind, language)} ${title}`
    : `${title} ${dateWords(name, kind, language)}`
}

function dateWords(name: string, kind: 'day' | 'month', language: Language): string {
  const [year, month, day] = name.split('-').map(Number)
  const weekday = kind === 'day' ? t.weekdays[weekdayOf(name)] : undefined
  const word = weekday === undefined ? '' : say(weekday, language)
  return say(t.dated(name, word, [year, month, kind === 'day' ? day : undefined]), language)
}

/** How far it reaches, and what it is compared with. */
export function spanLine({ period, previous, lastYear }: PeriodReport, language: Language): string {
  const parts = [
    ...(period.isWhole ? [] : [say(t.upTo(period.last), language)]),
    ...[previous, lastYear].map(({ period: { kind, first, last } }, index) => {
      const head = say((index === 0 ? t.previous : t.lastYear)[kind === 'day' ? 'day' : 'month'], language)
      const days = first === last ? first : say(t.comparedWith(first, last), language)
      return say(language === 'zh-CN' ? asIs(`${head}：${days}`) : asIs(`${head}: ${days}`), language)
    }),
  ]
  return parts.join(language === 'zh-CN' ? '；' : '; ')
}

const weekdayText = (weekday: number): (typeof t.weekdays)[number] => t.weekdays[weekday] ?? asIs('')

/** The day of the most calls; the first of several. */
export function busiestDay(days: readonly DayCalls[]): DayCalls | undefined {
  const most = Math.max(...days.map(({ calls }) => calls))
  return most > 0 ? days.find(({ calls }) => calls === most) : undefined
}

export function dayLine({ days, period }: PeriodReport, language: Language): string {
  const passed = days.filter(({ date }) => date <= period.last)
  const sum = passed.reduce((all, { calls }) => all + calls, 0)
  const most = busiestDay(passed)
  if (most === undefined) return say(t.none, language)
  const told = t.most(most.calls, most.date.slice(5), weekdayText(weekdayOf(most.date)))
  return say(t.callsOnDays(sum, passed.length, told), language)
}

export function busiestLine(hours: readonly HourCalls[], language: Language): string {
  const most = hours.reduce((best, one) => (one.calls > best.calls ? one : best), { weekday: 0, hour: 0, calls: 0 })
  return say(most.calls === 0 ? t.none : t.busiest(weekdayText(most.weekday), most.hour, most.calls), language)
}
