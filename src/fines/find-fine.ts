import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import type { AsOf } from './booking.ts'
import { readDecided } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { NO_HISTORY, standingLine } from './decision.ts'
import { fineOf } from './fine.ts'
import type { Fine } from './fine.ts'
import { readHistories } from './queries.ts'
import { readFineFiles } from './read-fines.ts'
import type { FineFile } from './read-fines.ts'
import { KINDS } from './rules.ts'
import { readTicketPast } from './ticket-past.ts'

/** A fine that can be decided on. */
export interface FoundFine extends FineFile {
  readonly fine: Fine
}

/** A fine by its id; the ticket's number may be short, as everywhere. What is neither found nor booked needs no decision. */
export async function findFine(db: ReadDb, asOf: AsOf, typed: string): Promise<FoundFine> {
  const file = await findFile(db, asOf, typed)
  const stands = file.finding !== undefined || standingLine(file.history) !== undefined
  if (file.fine === undefined || !stands) throw new Fault('FINE_UNKNOWN', t.fineUnknown(file.fineId))
  return { ...file, fine: file.fine }
}

/** The same for whoever wants to read it: also one that is listed no more, but was decided on. */
export async function findFile(db: ReadDb, asOf: AsOf, typed: string): Promise<FineFile> {
  const id = await fineIdOf(db, asOf, typed)
  const [file] = await readFineFiles(db, asOf, [id])
  if (
    file === undefined ||
    (file.fine === undefined && file.history.decisions.length === 0 && file.history.lines.length === 0)
  )
    throw new Fault('FINE_UNKNOWN', t.fineUnknown(id))
  return file
}

/**
 * The same for whoever asks why: also an overdue repair that the slip was before it was told to be of another class, about
 * which nobody had decided.
 */
export async function findToExplain(db: ReadDb, asOf: AsOf, typed: string): Promise<FineFile> {
  try {
    return await findFile(db, asOf, typed)
  } catch (error) {
    const fineId = await fineIdOf(db, asOf, typed)
    if (!fineId.startsWith('overdue:')) throw error
    const { classes } = await readTicketPast(db, fineId.slice('overdue:'.length), asOf.office.rules)
    if (!classes.some(({ had_passed }) => had_passed)) throw error
    return { fineId, finding: undefined, history: NO_HISTORY, fine: undefined }
  }
}

/** One that was decided on and whose ground has gone may be dismissed once more: somebody has looked at it. */
export async function findToDismiss(db: ReadDb, asOf: AsOf, typed: string): Promise<FoundFine> {
  const file = await findFile(db, asOf, typed)
  const fine = file.fine ?? goneFine(file, await readDecided(db, asOf, file), asOf)
  if (fine === undefined) throw new Fault('FINE_UNKNOWN', t.fineUnknown(file.fineId))
  return { ...file, fine }
}

/** A fine whose ground has gone and of which nothing was ever booked, as it was when it was decided on. */
export function goneFine({ history }: FineFile, decided: Evidence | undefined, { office }: AsOf): Fine | undefined {
  return fineOf(decided?.finding, history, office.zone)
}

async function fineIdOf(db: ReadDb, asOf: AsOf, typed: string): Promise<string> {
  const match = /^\s*([a-z]+)\s*:\s*(.+?)\s*$/i.exec(foldWidth(typed))
  const kind = KINDS.find((known) => known === match?.[1]?.toLowerCase())
  const no = match?.[2]
  if (kind === undefined || no === undefined) throw new Fault('FINE_UNKNOWN', t.notAFine(typed))
  if (kind === 'complaint') return `${kind}:${no.toUpperCase()}`
  return `${kind}:${await ticketNoOf(db, asOf, no, typed)}`
}

/** Also of a ticket that is not there, where something was decided about it. */
async function ticketNoOf(db: ReadDb, { office, now }: AsOf, no: string, typed: string): Promise<string> {
  const clock: Clock = { now, zone: office.zone }
  try {
    return (await findTicket(db, office, no, clock)).ticket_no
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'TICKET_UNKNOWN')) throw error
    const [file] = await readHistories(db, [foldWidth(typed).trim()])
    if (file !== undefined) return no
    throw new Fault('FINE_UNKNOWN', t.fineUnknown(typed))
  }
}
