import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Span } from './coverage.ts'
import { minutesOf } from './coverage.ts'
import type { DeskCall } from './queries.ts'
import type { Shift } from './shift.ts'

/** Minutes are empty while somebody is still on duty. */
export const shiftView: View<Shift> = v.withDetails(
  [
    v.count('shift_no', h.shift_no, (s) => s.shift_no),
    v.text('name', h.staff_name, (s) => s.name),
    v.moment('on_at', h.on_at, (s) => s.on_at),
    v.moment('off_at', h.off_at, (s) => s.off_at),
    v.count('minutes', h.minutes, (s) => (s.off_at === null ? undefined : minutesOf({ from: s.on_at, to: s.off_at }))),
    v.moment('entered_at', h.entered_at, (s) => s.entered_at),
    v.text('source', h.source, (s) => s.source),
    v.moment('void_at', h.void_at, (s) => s.void_at),
    v.text('void_reason', h.void_reason, (s) => s.void_reason),
  ],
  ['shift_no', 'name', 'on_at', 'off_at', 'minutes', 'source'],
)

/** A stretch in which nobody was on duty, and the calls that came in meanwhile. */
export interface Gap extends Span {
  readonly calls: number
  readonly call_list: readonly DeskCall[]
}

const callView: View<DeskCall> = [
  v.text('ticket_no', h.ticket_no, (c) => c.ticket_no),
  v.moment('reported_at', h.reported_at, (c) => c.reported_at),
  v.text('taken_by', h.taken_by, (c) => c.taken_by),
]

const FIRST_CALLS = 10

const gapColumns: View<Gap> = [
  v.moment('from', h.from, (g) => g.from),
  v.moment('to', h.to, (g) => g.to),
  v.count('minutes', h.minutes, (g) => minutesOf(g)),
  v.count('calls', h.calls, (g) => g.calls),
  v.text('ticket_nos', h.ticket_nos, (g) => firstNumbers(g)),
  v.list('call_list', h.call_list, callView, (g) => g.call_list),
]

export const gapView = v.withSums(gapColumns, ['minutes', 'calls'])

function firstNumbers({ calls, call_list }: Gap): string | undefined {
  const numbers = call_list.slice(0, FIRST_CALLS).map((call) => call.ticket_no)
  return numbers.length === 0 ? undefined : [...numbers, ...(calls > FIRST_CALLS ? ['…'] : [])].join(' ')
}
