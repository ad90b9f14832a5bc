import { displayWidth, padEnd, wrap } from '../kernel/display.ts'
import { faultTable } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { regulation } from '../kernel/messages/regulation.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'

type Topic = (language: Language, columns: number) => string

/** What `help` explains beside the commands. */
export const topics: ReadonlyMap<string, Topic> = new Map([
  ['exit-codes', exitCodes],
  ['regulation', articles],
])

/** Every exit status, and every code with what to do next. */
function exitCodes(language: Language, columns: number): string {
  const statuses = t.statuses.map(([status, text]) => hanging(status, say(text, language), columns, 5))
  const byStatus = [...new Set(faultTable().map(({ status }) => status))].toSorted((x, y) => x - y)
  const codes = byStatus.flatMap((status) => [
    `\n${status}`,
    ...faultTable()
      .filter((fault) => fault.status === status)
      .flatMap(({ code, next }) => [
        `  ${code}`,
        ...wrap(say(next, language), columns - 6).map((line) => `      ${line}`),
      ]),
  ])
  return [...statuses, ...codes, ''].join('\n')
}

/** The regulation article by article, with how the program answers it and how it is read. */
function articles(language: Language, columns: number): string {
  const told = regulation.articles.flatMap(({ article, says, does }) => [
    hanging(article, say(says, language), columns, 6),
    hanging('', `→ ${say(does, language)}`, columns, 6),
  ])
  const readings = regulation.readings.flatMap(({ question, answer }) => [
    ...wrap(say(question, language), columns),
    hanging('', say(answer, language), columns, 6),
  ])
  const heading = (text: typeof regulation.title): string[] => wrap(say(text, language), columns)
  return [
    ...heading(regulation.title),
    '',
    ...told,
    '',
    ...heading(regulation.readingsTitle),
    '',
    ...readings,
    '',
    ...heading(regulation.seeOffice),
    '',
  ].join('\n')
}

function hanging(mark: string, text: string, columns: number, left: number): string {
  const room = Math.max(left, displayWidth(mark) + 1)
  return wrap(text, columns - room)
    .map((line, index) => padEnd(index === 0 ? mark : '', room) + line)
    .join('\n')
}
