import { foldWord } from '../kernel/word-folding.ts'

/** What a column of a book can be about: a field of the ticket, half of a moment, or a mark of our own rejects file. */
export const BOOK_FIELDS = [
  'ticket_no',
  'status',
  'fault_class',
  'service',
  'account_no',
  'customer_name',
  'address',
  'phone',
  'symptom',
  'intake',
  'branch',
  'reported_at',
  'reported_date',
  'taken_by',
  'approved_by',
  'assigned_to',
  'chases',
  'hold_reason',
  'appointment_at',
  'repaired_at',
  'repaired_date',
  'repaired_by',
  'resolution',
  'customer_signed_by',
  'maintainer_signed_by',
  'returned_at',
  'note',
  '_line',
  '_reason',
  '_book',
] as const
export type BookField = (typeof BOOK_FIELDS)[number]

/** Our own marks keep their leading `_`, so that a column called `line` is not taken for one. */
export function foldHeading(heading: string): string {
  const folded = foldWord(heading)
  return /^\s*_/.test(heading) ? `_${folded}` : folded
}
