import type { Row } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import { ticketOf } from './queries.ts'
import { verdictsOn } from './rules.ts'
import type { Judged } from './rules.ts'

/** Places for the verdicts beside a ticket's columns: what is put on a row only afterwards makes it three times as large. */
export const VERDICT_PLACES = 'null as status, null as deadline, null as late'

/** A row that was read with those places, with its verdicts in them. No copy: nobody else holds the row. */
export function judgedRow(row: Row, rules: readonly DatedRule[], now: Instant): Judged {
  const ticket = ticketOf(row)
  return Object.assign(ticket, verdictsOn(ticket, rules, now))
}
