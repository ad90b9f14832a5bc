import { readableTime } from '../kernel/calendar.ts'
import { flagName } from '../kernel/verb.ts'
import type { Zone } from '../kernel/zone.ts'
import { phoneKeys } from '../ticket/same-customer.ts'
import { isPhone } from './find-customer.ts'
import type { Draft, Form } from './log-draft.ts'

type Flags = Readonly<Record<string, string | number | undefined>>

/** The command line that goes on where a form was left, with all that was typed, as a shell takes it. */
export function commandOf({ given, chase }: Draft, { answered, ctx }: Pick<Form, 'answered' | 'ctx'>): string {
  if (chase !== undefined) {
    const { reported_at: at, taken_by = answered.get('taken_by') } = given
    return lineOf(['baoxiu chase', quoted(chase.ticket_no)], { note: answered.get('note'), taken_by, at }, ctx.zone)
  }
  const { who, note: _, ...flags } = Object.fromEntries(answered) as Partial<Record<string, string>>
  const phone = isDialled(who) ? who : undefined
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  return lineOf(['baoxiu log'], { phone, ...flags, ...Object.fromEntries(told) }, ctx.zone)
}

/** Enough of a number to be given as one. */
export function isDialled(who: string | undefined): boolean {
  return who !== undefined && isPhone(who) && (phoneKeys(who).length > 0 || /\d{3}/.test(who))
}

function lineOf(verb: readonly string[], flags: Flags, zone: Zone): string {
  const words = Object.entries(flags).flatMap(([key, value]) =>
    value === undefined || value === ''
      ? []
      : [flagName(key), quoted(typeof value === 'number' ? readableTime(zone, value) : value)],
  )
  return [...verb, ...words].join(' ')
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}\-_./:+]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
