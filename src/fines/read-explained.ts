import type { ReadDb } from '../kernel/db.ts'
import { readApprovals, readChases, readHolds } from '../ticket/happenings.ts'
import type { AsOf } from './booking.ts'
import { standingLine } from './decision.ts'
import { readDecided, readEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import type { Explained } from './explained-view.ts'
import { goneFine } from './find-fine.ts'
import { named, readNames } from './month-report.ts'
import { pastText } from './past-text.ts'
import type { FineFile } from './read-fines.ts'
import { NO_PAST, readTicketPast } from './ticket-past.ts'
import { whyOf } from './why.ts'

/** What was booked by the facts that it was decided on, anything else by those of now. */
export async function readExplained(db: ReadDb, asOf: AsOf, file: FineFile): Promise<Explained> {
  const { fineId, history, finding } = file
  const now = await readEvidence(db, asOf, fineId)
  const isOfNow = standingLine(history) === undefined && finding !== undefined
  const decided = isOfNow ? undefined : await readDecided(db, asOf, file)
  const evidence = isOfNow ? now : (decided ?? now)
  const names = await readNames(db)
  const no = evidence.ticket?.ticket_no
  const past = no === undefined ? NO_PAST : await readTicketPast(db, no, asOf.office.rules)
  return {
    fine: await shownFine(db, asOf, file, decided),
    history,
    evidence,
    holds: no === undefined ? [] : await readHolds(db, no),
    approvals: no === undefined ? [] : await readApprovals(db, no),
    chases: no === undefined ? [] : await readChases(db, no),
    past,
    why: [...whyOf({ history, now, decided, names }), ...pastText(evidence, past, names)],
  }
}

async function shownFine(
  db: ReadDb,
  asOf: AsOf,
  file: FineFile,
  decided: Evidence | undefined,
): Promise<Explained['fine']> {
  const gone = file.fine === undefined ? goneFine(file, decided, asOf) : undefined
  const [fine] = named(
    [file.fine ?? gone].filter((known) => known !== undefined),
    await readNames(db),
  )
  if (fine === undefined) return { fine_id: file.fineId, status: null }
  return gone?.status === 'pending' ? { ...fine, status: null } : fine
}
