import { Fault } from '../kernel/faults.ts'
import { cliWords as c } from '../kernel/messages/cli.ts'
import { flagWords as t } from '../kernel/messages/flags.ts'
import type { Clock } from '../kernel/moment.ts'
import { flagName } from '../kernel/verb.ts'
import type { Verb } from '../kernel/verb.ts'

/** What was typed for each operand and flag; an empty list where nothing was. */
export type Typed = ReadonlyMap<string, readonly string[]>

/** Names everything that is missing at once, so that nobody runs a command three times to hear three names. */
export function requireAll(verb: Verb, typed: Typed): void {
  const missing = missingFrom(verb, typed)
  if (missing.length > 0) throw new Fault('USAGE', t.missing(missing), c.seeHelp(verb.path))
}

function missingFrom(verb: Verb, typed: Typed): string[] {
  const isMissing = (key: string): boolean => (typed.get(key) ?? []).length === 0
  const operands = Object.entries(verb.operands).filter(([key, flag]) => flag.required && isMissing(key))
  const flags = Object.entries(verb.flags).filter(([key, flag]) => flag.required && isMissing(key))
  return [...operands.map(([key, flag]) => flag.placeholder ?? key), ...flags.map(([key]) => flagName(key))]
}

/** Reads every operand and flag at its door; the first that cannot be read is a `Fault` that names it. */
export function readGiven(verb: Verb, typed: Typed, clock: Clock): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [key, flag] of Object.entries(verb.operands)) {
    given[key] = flag.read(typed.get(key) ?? [], flag.placeholder ?? key, clock)
  }
  for (const [key, flag] of Object.entries(verb.flags)) {
    given[key] = flag.read(typed.get(key) ?? [], flagName(key), clock)
  }
  return given
}
