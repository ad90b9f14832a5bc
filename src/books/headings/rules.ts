import type { BookField } from '../header-words.ts'

/** Headings that mean a field only where nothing says more. */
export const BARE = 9

/** A heading's field, and how much it counts: 1 the most. */
export interface Meaning {
  readonly field: BookField
  readonly rank: number
}

/** Which parts in which order mean which field. The first rule that fits is it; `$n` ranks as the event does. */
const RULES: readonly (readonly [parts: string, field: BookField, rank: number | '$'])[] = [
  ['(?:customer |fault )?r(\\d) time', 'reported_at', '$'],
  ['(?:customer |fault )?r(\\d) date time', 'reported_at', '$'],
  ['(?:customer |fault )?r(\\d) date', 'reported_date', '$'],
  ['(?:fault|occurred|fault occurred) (?:date )?time', 'reported_at', 7],
  ['(?:fault|occurred|fault occurred) date', 'reported_date', 7],

  ['(?:sheet )?r([12]) (?:sheet )?number', 'ticket_no', '$'],
  ['sheet number', 'ticket_no', 2],
  ['assign (?:sheet )?number', 'ticket_no', 3],
  ['r([345]) (?:sheet )?number', 'ticket_no', '$'],
  ['fault (?:sheet )?number', 'ticket_no', 3],
  ['d2 (?:sheet )?number', 'ticket_no', 4],

  ['customer (?:customer )?name', 'customer_name', 1],
  ['r1 (?:person )?customer(?: name)?', 'customer_name', 1],
  ['r1 person(?: name)?', 'customer_name', 2],
  ['r2 (?:customer|person)(?: name)?', 'customer_name', 3],
  ['r1 name', 'customer_name', 2],
  ['customer', 'customer_name', 5],

  ['(?:customer |r[12] |r[12] person |fault |r[12] customer )?(?:customer )?phone', 'phone', 1],
  ['r[12] (?:person )?number', 'phone', 1],
  ['customer number', 'account_no', 1],

  ['customer (?:d2 )?place', 'address', 1],
  ['r1 (?:person |customer )?place', 'address', 2],
  ['fault (?:occurred )?place', 'address', 3],
  ['d2 place', 'address', 4],

  ['fault phenomenon', 'symptom', 1],
  ['(?:r[12]|r[12] fault) phenomenon', 'symptom', 1],
  ['fault description', 'symptom', 2],
  ['(?:r[12]|r[12] (?:fault|sheet)) description', 'symptom', 2],
  ['(?:r[12]|fault|r[12] fault) content', 'symptom', 3],
  ['customer r[12](?: state| content| fault)?', 'symptom', 3],
  ['(?:r[12]|fault|r[12] fault) state', 'symptom', 4],
  ['(?:r[12]|fault|r[12] fault) (?:cause|demand)', 'symptom', 5],
  ['r[12] fault', 'symptom', 5],

  ['(?:r[12] )?fault kind', 'fault_class', 1],
  ['r1 kind', 'fault_class', 2],

  ['r([1-5]) way', 'intake', '$'],

  ['r([345]) person(?: name)?', 'taken_by', '$'],

  ['assign (?:person|customer)(?: name)?', 'assigned_to', 2],
  ['assign', 'assigned_to', 4],

  ['(?:fault |customer )?d1 (?:date )?time', 'repaired_at', 1],
  ['d1 time', 'repaired_at', 1],
  ['(?:fault )?d2 (?:date )?time', 'repaired_at', 4],
  ['d3 time', 'repaired_at', 5],
  ['(?:fault )?d1 date', 'repaired_date', 1],
  ['(?:fault )?d2 date', 'repaired_date', 4],
  ['d3 date', 'repaired_date', 5],

  ['(?:fault )?d1 person(?: name)?', 'repaired_by', 1],
  ['(?:fault )?d2 person(?: name)?', 'repaired_by', 2],

  ['(?:fault )?d[12] result', 'resolution', 1],
  ['(?:fault )?d[12] (?:state|opinion)', 'resolution', 2],
  ['(?:fault )?d[12] (?:content|description)', 'resolution', 3],
  ['(?:fault )?d[12] means', 'resolution', 4],

  ['(?:customer|customer name|r1 person|r1 customer) (?:confirm )?sign(?: confirm)?', 'customer_signed_by', 1],
  ['customer confirm(?: person)?', 'customer_signed_by', 2],
  ['(?:fault )?d[12] (?:person )?(?:confirm )?sign(?: confirm)?', 'maintainer_signed_by', 1],

  ['back (?:date )?time', 'returned_at', 1],
  ['back date', 'returned_at', 1],
  ['appoint (?:date )?time', 'appointment_at', 1],
  ['appoint', 'appointment_at', 3],
  ['chase(?: count)?', 'chases', 1],
  ['chase means', 'chases', 3],
  ['un cause', 'hold_reason', 1],
]

const COMPILED = RULES.map(([parts, field, rank]) => ({ form: new RegExp(`^${parts}$`), field, rank }))

/** The field of a sequence of parts. */
export function meaningOf(parts: string): Meaning | undefined {
  for (const { form, field, rank } of COMPILED) {
    const match = form.exec(parts)
    if (match !== null) return { field, rank: rank === '$' ? Number(match[1]) : rank }
  }
  return undefined
}
