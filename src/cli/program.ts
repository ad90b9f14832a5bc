import { Argument, Command, Option } from 'commander'
import { ENCODINGS } from '../kernel/gb18030.ts'
import { displayWidth } from '../kernel/display.ts'
import type { Flag } from '../kernel/flags.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { flagName } from '../kernel/verb.ts'
import type { Verb } from '../kernel/verb.ts'
import { GENERAL_CHOICES } from './general-choices.ts'
import type { Globals } from './globals.ts'
import type { Typed } from './read-given.ts'

type Heard = (typed: Typed, globals: Globals) => void

/** The command line of one verb, with the options that all share. */
export function programFor(verb: Verb, language: Language, heard: Heard): Command {
  const program = quiet(new Command('baoxiu'))
  addGlobals(program, language, verb)
  const [first = '', second] = verb.path.split(' ')
  const parent = second === undefined ? program : quiet(program.command(first))
  const command = quiet(parent.command(second ?? first))
  declare(command, verb, language)
  const off = { json: false, csv: false, yes: false, debug: false, quiet: false, verbose: false }
  command.action(() => heard(typedOf(command, verb), { ...off, ...program.opts<Globals>() }))
  return program
}

/** Errors are thrown and nothing is printed behind our back; every child needs it anew. */
function quiet(command: Command): Command {
  return command
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
}

export function declare(command: Command, verb: Verb, language: Language): void {
  command.description(say(verb.summary, language)).configureHelp({ displayWidth })
  for (const [key, flag] of Object.entries(verb.operands)) {
    command.addArgument(new Argument(operandSyntax(key, flag), say(flag.help, language)))
  }
  for (const [key, flag] of Object.entries(verb.flags)) command.addOption(optionOf(key, flag, language))
}

function operandSyntax(key: string, flag: Flag<unknown>): string {
  // Optional for the parser: what is missing is said, or asked, by us and all at once.
  return `[${flag.placeholder ?? key}${flag.many ? '...' : ''}]`
}

/** Longer lists of words go into the text beside the option, which wraps. */
const WIDEST_PLACEHOLDER = 24

function optionOf(key: string, flag: Flag<unknown>, language: Language): Option {
  const name = flagName(key)
  const { placeholder, choices } = flag
  const aside = choices !== undefined && (placeholder?.length ?? 0) > WIDEST_PLACEHOLDER
  const syntax = placeholder === undefined ? name : `${name} <${aside ? 'WORD' : placeholder}>`
  const help = aside ? `${say(flag.help, language)}: ${choices.join(' | ')}` : say(flag.help, language)
  const option = new Option(syntax, help)
  if (!flag.many) return option
  return option.argParser<string[]>((value, previous) => [...(previous ?? []), value])
}

function typedOf(command: Command, verb: Verb): Typed {
  const options = command.opts<Record<string, unknown>>()
  const typed = new Map<string, readonly string[]>()
  for (const [index, key] of Object.keys(verb.operands).entries()) typed.set(key, listed(command.processedArgs[index]))
  for (const key of Object.keys(verb.flags)) typed.set(key, listed(valueOf(options, key)))
  return typed
}

/** Commander reads `--no-slip` as `slip: false`. */
function valueOf(options: Record<string, unknown>, key: string): unknown {
  const camel = (word: string): string => word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  if (key.startsWith('no_')) return options[camel(key.slice(3))] === false ? true : undefined
  return options[camel(key)]
}

function listed(value: unknown): readonly string[] {
  if (value === undefined || value === false) return []
  if (value === true) return ['']
  return Array.isArray(value) ? value.map(String) : [value as string]
}

/** A verb that reads a file has an `--encoding` of its own. */
export function addGlobals(program: Command, language: Language, verb?: Verb): void {
  if (verb === undefined || !('encoding' in verb.flags)) {
    program.addOption(new Option('--encoding <ENCODING>', say(t.encoding, language)).choices([...ENCODINGS]))
  }
  program
    .option('--db <FILE>', say(t.db, language))
    .option('--actor <NAME>', say(t.actor, language))
    .addOption(new Option('--lang <LANG>', say(t.lang, language)).choices([...GENERAL_CHOICES.lang.choices]))
    .option('--json', say(t.json, language))
    .option('--csv', say(t.csv, language))
    .option('-o, --output <FILE>', say(t.output, language))
    .addOption(new Option('--headers <LANG>', say(t.headers, language)).choices([...GENERAL_CHOICES.headers.choices]))
    .addOption(new Option('--color <WHEN>', say(t.color, language)).choices([...GENERAL_CHOICES.color.choices]))
    .option('--no-pager', say(t.noPager, language))
    .option('--no-input', say(t.noInput, language))
    .option('-y, --yes', say(t.yes, language))
    .option('-q, --quiet', say(t.quiet, language))
    .option('--verbose', say(t.verbose, language))
    .option('--debug', say(t.debug, language))
    .option('-h, --help', say(t.help, language))
    .option('-V, --version', say(t.version, language))
}
