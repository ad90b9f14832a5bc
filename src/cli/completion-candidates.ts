import type { ReadDb } from '../kernel/db.ts'
import type { Clock } from '../kernel/moment.ts'
import { readComplaints } from '../fines/complaint-queries.ts'
import { readHandovers, readUnsigned } from '../handover/queries.ts'
import { readBranches, readOffice, readStaff } from '../office/queries.ts'
import { readTickets } from '../report/ticket-filter.ts'
import { addDays, dayAt } from '../kernel/calendar.ts'

/** A word that may stand there, and what it is. */
export interface Candidate {
  readonly word: string
  readonly about: string
}

type Find = (db: ReadDb) => Promise<Candidate[]>

/** More than anybody reads through. */
const MOST = 200
const RECENT_DAYS = 31

/** Commands that are about tickets whatever became of them. */
const OF_ANY_TICKET = ['show', 'amend', 'slip', 'close', 'reopen', 'void', 'complaint add']

/** How to find what fits an operand or option, by its name and the word for its value; absent: anything may stand there. */
export function candidatesOf(key: string, placeholder: string, path: string, { now, zone }: Clock): Find | undefined {
  if (placeholder === 'TICKET') return (db) => tickets(db, OF_ANY_TICKET.includes(path))
  if (placeholder === 'MAINTAINER' || key === 'repaired_by' || key === 'maintainer' || path === 'staff retire') {
    return key === 'branch' ? branches : maintainers
  }
  if (placeholder === 'CODE' && key !== 'office_code' && path !== 'branch add') return branches
  if (placeholder === 'COMPLAINT') {
    return async (db) => {
      const complaints = await readComplaints(db, now - RECENT_DAYS * 86_400, now + 1)
      return complaints.map(({ complaint_no, content }) => ({ word: complaint_no, about: content })).toReversed()
    }
  }
  if (placeholder !== 'HANDOVER') return undefined
  return async (db) => {
    const today = dayAt(zone, now)
    const batches =
      path === 'handover sign'
        ? await readUnsigned(db)
        : await readHandovers(db, addDays(today, -RECENT_DAYS), '9999', false)
    return batches
      .map(({ handover_no, collected_by }) => ({ word: handover_no, about: collected_by ?? '' }))
      .toReversed()
  }
}

async function branches(db: ReadDb): Promise<Candidate[]> {
  return (await readBranches(db)).map(({ code, name }) => ({ word: code, about: name }))
}

async function maintainers(db: ReadDb): Promise<Candidate[]> {
  const inService = (await readStaff(db)).filter((person) => person.retired_at === null)
  return inService.map(({ name, branch }) => ({ word: name, about: branch }))
}

async function tickets(db: ReadDb, any: boolean): Promise<Candidate[]> {
  const { rules } = await readOffice(db)
  const found = await readTickets(db, any ? {} : { unrepaired: true }, rules, 'newest', MOST)
  return found.map((x) => ({ word: x.ticket_no, about: `${x.customer_name}  ${x.address}  ${x.symptom}` }))
}
