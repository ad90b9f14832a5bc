import { Command } from 'commander'
import { displayWidth, wrap } from '../kernel/display.ts'
import { Fault, faultTable } from '../kernel/faults.ts'
import type { FaultCode } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { nearest } from '../kernel/nearest.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { generalOptionsOf } from './general-options.ts'
import { topics } from './help-topics.ts'
import { localize } from './localize-help.ts'
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
  const topic = words[0] === 'help' ? topics.get(words[1] ?? '') : undefined
  if (topic !== undefined) return await topic(language, columns)
  const bare = words.length === 0
  const asked = words.filter((word, index) => word !== 'help' || index > 1)
  const found = bare
    ? undefined
    : (path ?? [asked.slice(0, 2).join(' '), asked[0] ?? ''].find((p) => loaderOf(p) !== undefined))
  if (found !== undefined) return await helpOfVerb(found, language, columns, world.out.columns !== undefined)
  const group = bare ? '' : (asked[0] ?? '')
  const paths = Object.keys(verbs).filter((p) => group === '' || p.startsWith(`${group} `))
  if (paths.length === 0) throw unknownTopic(asked.join(' '))
  return await helpOfMany(group, paths, language, columns)
}

function unknownTopic(typed: string): Fault {
  return new Fault('USAGE', t.unknownCommand(typed, nearest(typed, [...Object.keys(verbs), ...topics.keys()])))
}

async function helpOfVerb(path: string, language: Language, columns: number, isScreen: boolean): Promise<string> {
  const verb = await loaded(path)
  const command = new Command(`baoxiu ${path}`)
  declare(command, verb, language)
  localize(command, language, columns)
  const examples = verb.examples.flatMap((example) => (isScreen ? broken(example, columns) : [`  ${example}`]))
  const notes = verb.notes === undefined ? [] : ['', ...wrap(say(verb.notes, language), columns)]
  const statuses = exitStatuses(verb.faults, language, columns)
  return [
    say(t.examples, language),
    ...examples,
    '',
    command.helpInformation().trimEnd(),
    ...notes,
    '',
    ...generalOptionsOf(verb, language, columns),
    '',
    ...statuses,
    '',
  ].join('\n')
}

/** An example that is wider than the window, in lines that a shell takes as one. */
function broken(example: string, columns: number): string[] {
  // An option stays with its value.
  const words = example.match(/(?:--\S+ (?!-))?(?:"[^"]*"|'[^']*'|[^\s"']+)/g) ?? []
  const lines: string[] = []
  let line = ' '
  for (const word of words) {
    if (displayWidth(`${line} ${word} \\`) > columns && line.trim() !== '') {
      lines.push(`${line} \\`)
      line = '     '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

async function helpOfMany(
  group: string,
  paths: readonly string[],
  language: Language,
  columns: number,
): Promise<string> {
  const program = new Command(group === '' ? 'baoxiu' : `baoxiu ${group}`)
  if (group === '') program.description(say(t.about, language))
  localize(program, language, columns)
  for (const path of group === '' ? inGroups(paths) : paths) {
    const verb = await loaded(path)
    const child = program.command(group === '' ? path.replace(' ', '\u00a0') : path.slice(group.length + 1))
    const heading = t.groups.find(([words]) => words.includes(path.split(' ')[0] ?? ''))?.[1]
    child.description(say(verb.summary, language)).usage('')
    if (group === '' && heading !== undefined) child.helpGroup(say(heading, language))
  }
  if (group === '') addGlobals(program, language)
  const more = group === '' ? ['', ...wrap(say(t.moreHelp, language), columns)] : []
  return [program.helpInformation().replaceAll('\u00a0', ' ').trimEnd(), ...more, ''].join('\n')
}

/** In the order of a clerk's day. */
function inGroups(paths: readonly string[]): string[] {
  const place = (path: string): number => t.groups.findIndex(([words]) => words.includes(path.split(' ')[0] ?? ''))
  return paths.toSorted((a, b) => place(a) - place(b))
}

async function loaded(path: string): Promise<Verb> {
  const load = loaderOf(path)
  if (load === undefined) throw new Fault('USAGE', t.unknownCommand(path, []))
  return await load()
}

function exitStatuses(codes: readonly FaultCode[], language: Language, columns: number): string[] {
  const byStatus = new Map<number, string[]>()
  for (const { code, status } of faultTable()) {
    if (codes.includes(code)) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const special = [...byStatus].sort(([a], [b]) => a - b)
  return [
    ...wrap(say(t.exitStatuses, language), columns),
    ...special.flatMap(([status, names]) =>
      wrap(names.join(' '), columns - 5).map((line, index) => `  ${index === 0 ? status : ' '}  ${line}`),
    ),
  ]
}
