import { wrap } from '../kernel/display.ts'
import { faultTable } from '../kernel/faults.ts'
import { commandTable } from './command-table.ts'
import { hanging, helpPage } from './help-page.ts'
import { manPage } from './man-page.ts'
import { generalOptions } from './general-options.ts'
import { guidePage } from '../kernel/messages/help-guide.ts'
import { environmentPage, postgresPage, printingPage, windowsPage } from '../kernel/messages/help-pages.ts'
import { helpWords } from '../kernel/messages/help.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { regulation } from '../kernel/messages/regulation.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'

type Topic = (language: Language, columns: number) => string | Promise<string>

/** What `help` explains beside the commands. */
export const topics: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ['guide', (language, columns) => helpPage(guidePage, language, columns)],
  ['commands', commandTable],
  ['options', generalOptions],
  ['environment', (language, columns) => helpPage(environmentPage, language, columns)],
  ['printing', (language, columns) => helpPage(printingPage, language, columns)],
  ['windows', (language, columns) => helpPage(windowsPage, language, columns)],
  ['postgres', (language, columns) => helpPage(postgresPage, language, columns)],
  ['regulation', articles],
  ['exit-codes', exitCodes],
  ['help', topicList],
  ['man', manPage],
])

/** What `help` knows beside the commands; the page for `man` is for the package, not for people. */
function topicList(language: Language, columns: number): string {
  const topicWords = [...topics.keys()].filter((topic) => topic in helpWords.topics)
  return [
    ...wrap(say(helpWords.usage, language), columns),
    '',
    ...topicWords.map((topic) =>
      hanging(`  ${topic}`, say(helpWords.topics[topic] ?? helpWords.usage, language), columns, 16),
    ),
    '',
  ].join('\n')
}

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
