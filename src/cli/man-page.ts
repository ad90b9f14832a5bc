import { Command } from 'commander'
import { faultTable } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { guidePage } from '../kernel/messages/help-guide.ts'
import type { HelpPart } from '../kernel/messages/help-guide.ts'
import { environmentPage, postgresPage, printingPage, windowsPage } from '../kernel/messages/help-pages.ts'
import { helpWords } from '../kernel/messages/help.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import manifest from '../../package.json' with { type: 'json' }
import { addGlobals, declare } from './program.ts'
import { verbs } from './verbs.ts'

/** The manual for `man baoxiu`, made of the same words as the help. */
export async function manPage(language: Language): Promise<string> {
  const all = await Promise.all(Object.values(verbs).map(async (load) => await load()))
  const program = new Command('baoxiu')
  addGlobals(program, language)
  const statuses = t.statuses.map(([status, text]) => item(status, say(text, language)))
  const codes = faultTable().map(({ code, status, next }) => item(`${code} (${status})`, say(next, language)))
  return [
    `.TH BAOXIU 1 "" "baoxiu ${manifest.version}"`,
    '.nh',
    '.ad l',
    section('NAME'),
    `baoxiu \\- ${roff(say(helpWords.manual, language))}`,
    section('SYNOPSIS'),
    '.B baoxiu',
    '[\\fIcommand\\fR] [\\fIoptions\\fR]',
    section('DESCRIPTION'),
    roff(say(t.about, language)),
    ...page(guidePage, language),
    section('COMMANDS'),
    ...all.map((verb) => commandOf(verb, language)),
    section('GENERAL OPTIONS'),
    ...program.options.map(({ flags, description }) => item(flags, description)),
    ...[environmentPage, printingPage, windowsPage, postgresPage].flatMap((parts, index) => [
      section(['ENVIRONMENT', 'PRINTING', 'WINDOWS', 'POSTGRESQL'][index] ?? ''),
      ...page(parts, language),
    ]),
    section('EXIT STATUS'),
    ...statuses,
    section('ERRORS'),
    ...codes,
    '',
  ].join('\n')
}

function commandOf(verb: Verb, language: Language): string {
  const command = new Command(verb.path)
  declare(command, verb, language)
  const lines = [`.SS ${roff(`${verb.path} ${command.usage()}`.trim())}`, roff(say(verb.summary, language))]
  const options = command.options.map(({ flags, description }) => item(flags, description))
  const notes: readonly Text[] = verb.notes === undefined ? [] : [verb.notes]
  const examples = verb.examples.map((example) => `.br\n\\fB${roff(example)}\\fR`)
  return [...lines, ...notes.map((note) => `.PP\n${roff(say(note, language))}`), ...options, '.PP', ...examples].join(
    '\n',
  )
}

function page(parts: readonly HelpPart[], language: Language): string[] {
  return parts.map((part) => {
    const text = say(part.text, language)
    if (part.kind === 'entry') return item(part.word, text)
    return part.kind === 'heading' ? `.SS ${roff(text)}` : `.PP\n${roff(text)}`
  })
}

const section = (name: string): string => `.SH ${name}`
const item = (word: string, text: string): string => `.TP\n\\fB${roff(word)}\\fR\n${roff(text)}`

/** Nothing of the text is taken for a request; a hyphen stays one that can be copied. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('\n', ' ')
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}
