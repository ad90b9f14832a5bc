import type { Asked } from './asked-flag.ts'
import type { Day, Month } from './calendar.ts'
import { readableTime } from './calendar.ts'
import { choiceNames, nearestChoice, readChoice } from './choices.ts'
import type { ChoiceWords } from './choices.ts'
import { Fault } from './faults.ts'
import { flagWords as t } from './messages/flags.ts'
import { readDay, readDuration, readMoment, readMonth } from './moment.ts'
import type { Clock } from './moment.ts'
import { fenOf } from './money.ts'
import type { Fen } from './money.ts'
import type { Text } from './text.ts'
import { withoutInvisible } from './invisible.ts'
import { nameOfTyped } from './typed-names.ts'
import { foldWidth } from './width-folding.ts'
import type { Instant } from './zone.ts'

/** One option or operand: its help, and the reader that turns what was typed into a checked value. */
export interface Flag<T> {
  /** The word for the value in the help; absent: a switch. */
  readonly placeholder?: string
  readonly help: Text
  readonly required: boolean
  /** May be given several times. */
  readonly many: boolean
  /** The closed words, for help and completion. */
  readonly choices?: readonly string[]
  /** What the closed words mean, for a person who is asked. */
  readonly words?: Readonly<Record<string, Text>>
  /** A form asks for it although it may be left out. */
  readonly asked?: Asked
  /** `typed` is empty where the flag was not given. */
  read(typed: readonly string[], label: string, clock: Clock): T
}

/** Reads one typed value or throws a `Fault` that names `label`. */
type ReadOne<T> = (typed: string, label: string, clock: Clock) => T

/** An optional flag with a reader of its own. */
export function optional<T>(placeholder: string, help: Text, read: ReadOne<T>): Flag<T | undefined> {
  return {
    placeholder,
    help,
    required: false,
    many: false,
    read: (typed, label, clock) => (typed[0] === undefined ? undefined : read(typed[0], label, clock)),
  }
}

/** The same flag, which must be given. */
export function required<T>(flag: Flag<T | undefined>): Flag<T> {
  return {
    ...flag,
    required: true,
    read(typed, label, clock) {
      const value = flag.read(typed, label, clock)
      if (value === undefined) throw new Fault('USAGE', t.missing([label]))
      return value
    },
  }
}

/** The same flag, given any number of times. */
export function several<T>(flag: Flag<T | undefined>): Flag<readonly T[]> {
  return {
    ...flag,
    many: true,
    read: (typed, label, clock) =>
      typed.map((one) => flag.read([one], label, clock)).filter((value) => value !== undefined),
  }
}

/** The same flag, with a value where it is not given. */
export function otherwise<T>(flag: Flag<T | undefined>, value: T): Flag<T> {
  return { ...flag, read: (typed, label, clock) => flag.read(typed, label, clock) ?? value }
}

/** A switch. */
export function toggle(help: Text): Flag<boolean> {
  return { help, required: false, many: false, read: (typed) => typed.length > 0 }
}

const LONGEST_TEXT = 10_000

/** What is typed of these is a name or a number. */
const NAMES = new Set([
  'NAME',
  'MAINTAINER',
  'LEADER',
  'CODE',
  'NO',
  'NUMBER',
  'TICKET',
  'HANDOVER',
  'FINE',
  'COMPLAINT',
])

/**
 * Free text, kept exactly as typed, and names, kept without invisible characters; refused where it is blank or cannot be
 * stored without being mangled.
 */
export function text(placeholder: string, help: Text): Flag<string | undefined> {
  const read = NAMES.has(placeholder) ? checkedName : checkedText
  return optional(placeholder, help, (typed, label) => read(typed, label))
}

export function checkedName(typed: string, label: string): string {
  return checkedText(withoutInvisible(typed), label)
}

/** A file that is only read: its name may be in GBK. */
export function fileToRead(help: Text): Flag<string | undefined> {
  return optional('FILE', help, (typed, label) => checkedText(nameOfTyped(typed) ?? typed, label))
}

export function checkedText(typed: string, label: string): string {
  if (typed.trim() === '') throw new Fault('INVALID_VALUE', t.blank(label))
  if (typed.length > LONGEST_TEXT) throw new Fault('INVALID_VALUE', t.tooLong(label, typed.length, LONGEST_TEXT))
  if (typed.includes('\0') || typed.includes('\uFFFD') || /[\uD800-\uDFFF]/u.test(typed)) {
    throw new Fault('INVALID_VALUE', t.notText(label))
  }
  return typed
}

/** One of a closed set of words, by its code or its word in either language. */
export function choice<const C extends string>(
  choices: readonly C[],
  help: Text,
  words?: ChoiceWords<C>,
): Flag<C | undefined> {
  const read = (typed: string, label: string): C => {
    const found = readChoice(typed, choices, words)
    if (found !== undefined) return found
    const names = choiceNames(choices, words)
    throw new Fault('INVALID_VALUE', t.notOneOf(label, typed, names, nearestChoice(typed, choices, words)))
  }
  return { ...optional(choices.join('|'), help, read), choices, ...(words === undefined ? {} : { words }) }
}

/** A moment that may lie in the future: an appointment, a deadline. */
export function moment(help: Text): Flag<Instant | undefined> {
  return optional('TIME', help, readTime)
}

function readTime(typed: string, label: string, clock: Clock): Instant {
  const found = readMoment(typed, clock)
  if (found !== undefined) return found
  const bare = readDay(typed, clock) !== undefined
  throw new Fault('INVALID_VALUE', bare ? t.bareDate(label, typed) : t.notATime(label, typed))
}

/** When something happened: now unless given, never in the future. */
export function happened(help: Text): Flag<Instant> {
  const flag = happenedIfGiven(help)
  return { ...flag, read: (typed, label, clock) => flag.read(typed, label, clock) ?? clock.now }
}

/** When something happened, where it may also be left unsaid. */
export function happenedIfGiven(help: Text): Flag<Instant | undefined> {
  return optional('TIME', help, (typed, label, clock) => {
    const at = readTime(typed, label, clock)
    if (at > clock.now) {
      throw new Fault(
        'TIME_ORDER',
        t.inFuture(label, readableTime(clock.zone, at), readableTime(clock.zone, clock.now)),
      )
    }
    return at
  })
}

export function day(help: Text): Flag<Day | undefined> {
  return optional('DATE', help, (typed, label, clock) => {
    const found = readDay(typed, clock)
    if (found === undefined) throw new Fault('INVALID_VALUE', t.notADate(label, typed))
    return found
  })
}

/** Both days are inclusive. */
export function requireDays(from: Day | undefined, to: Day | undefined): void {
  if (from !== undefined && to !== undefined && from > to) throw new Fault('TIME_ORDER', t.fromAfterTo(from, to))
}

export function month(help: Text): Flag<Month | undefined> {
  return optional('MONTH', help, (typed, label) => {
    const found = readMonth(typed)
    if (found === undefined) throw new Fault('INVALID_VALUE', t.notAMonth(label, typed))
    return found
  })
}

/** A span of time in seconds: `4h`, `90m`, `2d`. */
export function duration(help: Text): Flag<number | undefined> {
  return optional('4h', help, (typed, label) => {
    const found = readDuration(typed)
    if (found === undefined) throw new Fault('INVALID_VALUE', t.notADuration(label, typed))
    return found
  })
}

/** A whole number from `least` on. */
export function whole(help: Text, least = 1): Flag<number | undefined> {
  return optional('N', help, (typed, label) => {
    const folded = foldWidth(typed).trim()
    const value = /^\d{1,9}$/.test(folded) ? Number(folded) : NaN
    if (!(value >= least)) throw new Fault('INVALID_VALUE', t.notWhole(label, typed, least))
    return value
  })
}

/** Yuan as typed, `10` or `10.50`, to fen. */
export function readYuan(typed: string, label: string): Fen {
  const fen = fenOf(foldWidth(typed).trim())
  if (fen === undefined) throw new Fault('INVALID_VALUE', t.notYuan(label, typed))
  return fen
}
