import { Command } from 'commander'
import { wrap } from '../kernel/display.ts'
import { helpWords as t } from '../kernel/messages/help.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { localize } from './localize-help.ts'
import { addGlobals } from './program.ts'

/** All general options with what they do. */
export function generalOptions(language: Language, columns: number): string {
  const program = new Command('baoxiu')
  addGlobals(program, language)
  localize(program, language, columns)
  program.usage('')
  const text = program.helpInformation()
  return `${text.slice(text.indexOf('\n\n') + 2).trimEnd()}\n`
}

/** Those that mean something to a command, by name. */
export function generalOptionsOf(verb: Verb, language: Language, columns: number): string[] {
  const program = new Command('baoxiu')
  addGlobals(program, language, verb)
  const names = program.options.filter(({ long }) => applies(long ?? '', verb)).map(({ long, short }) => short ?? long)
  return wrap(say(t.generalOf(names.join(' ')), language), columns)
}

const LISTS = /(?:^|\s)(?:list|search|summary|ledger|coverage|items|import|report)$|^export /
const MANY_AT_ONCE = /^(?:import |fines close-month$)/

/** What a list alone has, what only asks, and what needs an office. */
function applies(option: string, verb: Verb): boolean {
  const operands = Object.values(verb.operands)
  const asks = [...operands, ...Object.values(verb.flags)].some(({ required }) => required)
  switch (option) {
    case '--csv':
    case '--headers':
      return LISTS.test(verb.path)
    case '--encoding':
      return LISTS.test(verb.path) || 'format' in verb.flags
    case '--yes':
      return operands.some(({ many }) => many) || MANY_AT_ONCE.test(verb.path)
    case '--no-input':
      return asks || verb.path === 'log'
    case '--db':
    case '--actor':
      return verb.withoutOffice !== true || verb.path === 'init' || verb.path === 'restore'
    case '--version':
    case '--help':
      return false
    default:
      return true
  }
}
