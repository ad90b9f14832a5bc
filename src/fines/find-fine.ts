import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import type { AsOf } from './booking.ts'
import type { Fine } from './fine.ts'
import { readFineFiles } from './read-fines.ts'
import type { FineFile } from './read-fines.ts'
import { KINDS } from './rules.ts'

/** A fine that can be shown and decided on. */
export interface FoundFine extends FineFile {
  readonly fine: Fine
}

/** A fine by its id; the ticket's number may be short, as everywhere. */
export async function findFine(db: ReadDb, asOf: AsOf, typed: string): Promise<FoundFine> {
  const id = await fineIdOf(db, asOf, typed)
  const [file] = await readFineFiles(db, asOf, [id])
  if (file?.fine === undefined) throw new Fault('FINE_UNKNOWN', t.fineUnknown(id))
  return { ...file, fine: file.fine }
}

async function fineIdOf(db: ReadDb, { office, now }: AsOf, typed: string): Promise<string> {
  const match = /^\s*([a-z]+)\s*:\s*(.+?)\s*$/i.exec(foldWidth(typed))
  const kind = KINDS.find((known) => known === match?.[1]?.toLowerCase())
  const no = match?.[2]
  if (kind === undefined || no === undefined) throw new Fault('FINE_UNKNOWN', t.notAFine(typed))
  if (kind === 'complaint') return `${kind}:${no.toUpperCase()}`
  return `${kind}:${await ticketNoOf(db, { office, now }, no, typed)}`
}

async function ticketNoOf(
  db: ReadDb,
  { office, now }: Pick<AsOf, 'office' | 'now'>,
  no: string,
  typed: string,
): Promise<string> {
  const clock: Clock = { now, zone: office.zone }
  try {
    return (await findTicket(db, office, no, clock)).ticket_no
  } catch (error) {
    if (error instanceof Fault && error.code === 'TICKET_UNKNOWN') throw new Fault('FINE_UNKNOWN', t.fineUnknown(typed))
    throw error
  }
}
