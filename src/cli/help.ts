import { Command } from 'commander'
import { displayWidth, wrap } from '../kernel/display.ts'
import { Fault, faultTable } from '../kernel/faults.ts'
import type { FaultCode } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { addGlobals, declare } from './program.ts'
import { loaderOf, verbs } from './verbs.ts'
import type { World } from './world.ts'

/** The help of one command, of a group (`fines`), or of all. */
export async function helpFor(
  words: readonly string[],
  path: string | undefined,
  language: Language,
  world: World,
): Promise<string> {
  const columns = world.out.columns ?? 80
  const bare = words.length === 0
  const asked = words[0] === 'help' ? words.slice(1) : words
  const found = bare
    ? undefined
    : (path ?? [asked.slice(0, 2).join(' '), asked[0] ?? ''].find((p) => loaderOf(p) !== undefined))
  if (found !== undefined) return await helpOfVerb(found, language, columns)
  const group = bare ? '' : (asked[0] ?? '')
  const paths = Object.keys(verbs).filter((p) => group === '' || p.startsWith(`${group} `))
  if (paths.length === 0) throw new Fault('USAGE', t.unknownCommand(asked.join(' '), []))
  return await helpOfMany(group, paths, language, columns)
}

async function helpOfVerb(path: string, language: Language, columns: number): Promise<string> {
  const verb = await loaded(path)
  const command = new Command(`baoxiu ${path}`)
  declare(command, verb, language)
  localize(command, language, columns)
  const examples = [say(t.examples, language), ...verb.examples.map((example) => `  ${example}`), '', ''].join('\n')
  const notes = verb.notes === undefined ? '' : `\n${wrap(say(verb.notes, language), columns).join('\n')}\n`
  return `${examples}${command.helpInformation()}${notes}\n${exitStatuses(verb.faults, language, columns)}`
}

async function helpOfMany(
  group: string,
  paths: readonly string[],
  language: Language,
  columns: number,
): Promise<string> {
  const program = new Command(group === '' ? 'baoxiu' : `baoxiu ${group}`)
  program.description(say(t.about, language))
  localize(program, language, columns)
  for (const path of paths) {
    const verb = await loaded(path)
    const child = program.command(group === '' ? path.replace(' ', '\u00a0') : path.slice(group.length + 1))
    child.description(say(verb.summary, language)).usage('')
  }
  if (group === '') addGlobals(program, language)
  return program.helpInformation().replaceAll('\u00a0', ' ')
}

async function loaded(path: string): Promise<Verb> {
  const load = loaderOf(path)
  if (load === undefined) throw new Fault('USAGE', t.unknownCommand(path, []))
  return await load()
}

function localize(command: Command, language: Language, columns: number): void {
  const titles: Readonly<Record<string, keyof typeof t.titles>> = {
    'Usage:': 'usage',
    'Arguments:': 'arguments',
    'Options:': 'options',
    'Commands:': 'commands',
  }
  command
    .helpOption(false)
    .helpCommand(false)
    .configureHelp({
      displayWidth,
      helpWidth: columns,
      // Theirs breaks at spaces only, which Chinese has none of.
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleTitle: (title) => {
        const known = titles[title]
        return known === undefined ? title : say(t.titles[known], language)
      },
    })
}

function exitStatuses(codes: readonly FaultCode[], language: Language, columns: number): string {
  const byStatus = new Map<number, string[]>()
  for (const { code, status } of faultTable()) {
    if (codes.includes(code)) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const special = [...byStatus].sort(([a], [b]) => a - b).map(([status, names]) => `  ${status}  ${names.join(' ')}`)
  return [...wrap(say(t.exitStatuses, language), columns), ...special, ''].join('\n')
}
