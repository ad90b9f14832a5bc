import { readableTime } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import type { Flag } from '../kernel/flags.ts'
import { cliWords as c } from '../kernel/messages/cli.ts'
import { flagWords as t } from '../kernel/messages/flags.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Text } from '../kernel/text.ts'
import { flagName } from '../kernel/verb.ts'
import type { Verb } from '../kernel/verb.ts'

/** What was typed for each operand and flag; an empty list where nothing was. */
export type Typed = ReadonlyMap<string, readonly string[]>

/** An operand or flag with its name as the user knows it. */
export interface Named {
  readonly key: string
  readonly flag: Flag<unknown>
  readonly label: string
}

function namedOf(verb: Verb): Named[] {
  return [
    ...Object.entries(verb.operands).map(([key, flag]) => ({ key, flag, label: flag.placeholder ?? key })),
    ...Object.entries(verb.flags).map(([key, flag]) => ({ key, flag, label: flagName(key) })),
  ]
}

/** What must be given and was not. */
export function missingFrom(verb: Verb, typed: Typed): Named[] {
  return namedOf(verb).filter(({ key, flag }) => flag.required && (typed.get(key) ?? []).length === 0)
}

/** What a form asks for: what must be given, and what goes with it. No answer is needed: no form, unless it is open. */
export function openQuestions(verb: Verb, typed: Typed, isFormOpen = false): Named[] {
  const isTyped = (key: string): boolean => (typed.get(key) ?? []).length > 0
  const isOpen = ({ key, flag }: Named): boolean =>
    !isTyped(key) && (flag.required || (flag.asked !== undefined && (flag.asked.when?.(typed) ?? true)))
  const open = namedOf(verb).filter(isOpen)
  return isFormOpen || open.some(({ flag }) => flag.asked?.blank !== true) ? open : []
}

/** Names everything that is missing at once, so that nobody runs a command three times to hear three names. */
export function requireAll(verb: Verb, typed: Typed): void {
  const missing = missingFrom(verb, typed)
  if (missing.length === 0) return
  throw new Fault('USAGE', t.missing(missing.map(({ label }) => label)), c.seeHelp(verb.path))
}

/** Reads every operand and flag at its door; the first that cannot be read is a `Fault` that names it. */
export function readGiven(verb: Verb, typed: Typed, clock: Clock): Record<string, unknown> {
  return Object.fromEntries(
    namedOf(verb).map(({ key, flag, label }) => [key, flag.read(typed.get(key) ?? [], label, clock)]),
  )
}

/** Times typed short (`8:05`, `昨天 15:20`, `-2h`), as we understood them. */
export function echoedTimes(
  verb: Verb,
  typed: Typed,
  given: Record<string, unknown>,
  { zone }: Clock,
  inForm: boolean,
): Text[] {
  return namedOf(verb).flatMap(({ key, flag, label }) => {
    const [said] = typed.get(key) ?? []
    const at = given[key]
    const isShort = flag.placeholder === 'TIME' && said !== undefined && !/^\s*\p{Nd}{4}/u.test(said)
    return isShort && typeof at === 'number'
      ? [t.understood(inForm ? '' : `${label} `, said, readableTime(zone, at))]
      : []
  })
}
