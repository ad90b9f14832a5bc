import { readableTime } from '../kernel/calendar.ts'
import { flagName } from '../kernel/verb.ts'
import type { Zone } from '../kernel/zone.ts'
import type { CallGiven } from './assemble-call.ts'

/** The command line that goes on where a form was left, as a shell takes it. */
export function commandOf(given: CallGiven, zone: Zone): string {
  const flags = Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : [flagName(key), quoted(typeof value === 'number' ? readableTime(zone, value) : value)],
  )
  return ['baoxiu log', ...flags].join(' ')
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}\-_./:+]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
