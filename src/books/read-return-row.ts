import type { MomentReader } from '../kernel/book-moments.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { whyListed } from '../kernel/messages/books-more.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { Instant } from '../kernel/zone.ts'
import type { HoldReason } from '../ticket/ticket.ts'
import { peopleIn } from './cells/name-cell.ts'
import { signatureIn } from './cells/signature-cell.ts'
import { HOLD_WORDS } from './closed-words.ts'
import { meaningOfHeading } from './headings/meaning.ts'
import type { ListRow } from './listed-rows.ts'

/** The columns of the contract, and when the slip came back where a branch writes that down. */
const RETURN_FIELDS = [
  'ticket_no',
  'repaired_at',
  'repaired_by',
  'resolution',
  'customer_signed_by',
  'maintainer_signed_by',
  'held_reason',
  'appointment_at',
  'returned_at',
] as const
export type ReturnField = (typeof RETURN_FIELDS)[number]

/** The headings are those of books; a day without a time column is the moment. */
export function returnMeaningOf(heading: string): { field: ReturnField; rank: number } | undefined {
  const meaning = meaningOfHeading(heading)
  if (meaning === undefined) return undefined
  const { rank } = meaning
  if (meaning.field === 'hold_reason') return { field: 'held_reason', rank }
  if (meaning.field === 'repaired_date') return { field: 'repaired_at', rank }
  const field = RETURN_FIELDS.find((known) => known === meaning.field)
  return field === undefined ? undefined : { field, rank }
}

/** A repair as a branch feeds it back (2.10). */
export interface RepairSaid {
  readonly repaired_at: Instant | undefined
  /** The day alone was given. */
  readonly dayOnly: boolean
  readonly by: string | undefined
  /** The cell, where it names further people. */
  readonly together: string | undefined
  readonly resolution: string | undefined
}

/** What one row says of a ticket. */
export interface ReturnSaid {
  readonly hold: { readonly reason: HoldReason; readonly appointment_at: Instant } | undefined
  /** With a hold alone, whoever went is the hold's. */
  readonly maintainer: string | undefined
  readonly repair: RepairSaid | undefined
  readonly signed: { readonly customer: string | undefined; readonly maintainer: string | undefined } | undefined
  readonly returned_at: Instant | undefined
}

type Row = ListRow<ReturnField>

export function ticketNoOf(row: Row): string {
  return foldWidth(row.needed('ticket_no')).trim()
}

/** Reads a row; a repair is told by its time, its result or a signature. */
export function readReturn(row: Row, moments: MomentReader, now: Instant): ReturnSaid {
  const [customer, maintainer] = [signatureOf(row, 'customer_signed_by'), signatureOf(row, 'maintainer_signed_by')]
  const signed = customer === undefined && maintainer === undefined ? undefined : { customer, maintainer }
  const hold = holdIn(row, moments)
  const isRepair = row.cell('repaired_at') !== undefined || row.cell('resolution') !== undefined
  if (hold === undefined && signed === undefined && !isRepair) row.refuse('repaired_at', whyListed.saysNothing)
  const repair = isRepair || signed !== undefined ? repairIn(row, moments, now) : undefined
  return {
    hold,
    maintainer: repair === undefined ? row.cell('repaired_by') : undefined,
    signed,
    repair,
    returned_at: momentIn(row, 'returned_at', moments, now)?.at,
  }
}

/** Absent where the cell is empty, or says in words that nobody signed. */
function signatureOf(row: Row, field: 'customer_signed_by' | 'maintainer_signed_by'): string | undefined {
  const signature = signatureIn(row.cell(field) ?? '')
  return signature === '' ? undefined : signature
}

function repairIn(row: Row, moments: MomentReader, now: Instant): RepairSaid {
  const found = momentIn(row, 'repaired_at', moments, now)
  const cell = row.cell('repaired_by')
  const [by, ...others] = cell === undefined ? [] : peopleIn(cell)
  return {
    repaired_at: found?.at,
    dayOnly: found?.timed === false,
    by,
    together: others.length === 0 ? undefined : `${row.nameOf('repaired_by')}：${cell}`,
    resolution: row.cell('resolution'),
  }
}

/** A reason needs its appointment, and an appointment its reason and hour (2.6). */
function holdIn(row: Row, moments: MomentReader): ReturnSaid['hold'] {
  if (row.cell('held_reason') === undefined && row.cell('appointment_at') === undefined) return undefined
  const reason = HOLD_WORDS.get(foldWord(row.needed('held_reason')))
  if (reason === undefined) return row.refuse('held_reason', why.notAReason)
  const found = moments.read(row.needed('appointment_at'))
  if ('en' in found) return row.refuse('appointment_at', found)
  if (!found.timed) return row.refuse('appointment_at', why.noHour)
  return { reason, appointment_at: found.at }
}

function momentIn(
  row: Row,
  field: 'repaired_at' | 'returned_at',
  moments: MomentReader,
  now: Instant,
): { at: Instant; timed: boolean } | undefined {
  const cell = row.cell(field)
  if (cell === undefined) return undefined
  const found = moments.read(cell)
  if ('en' in found) return row.refuse(field, found)
  return found.at > now ? row.refuse(field, why.inFuture) : found
}
