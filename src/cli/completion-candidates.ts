import { addDays, dayAt } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import { readComplaints } from '../fines/complaint-queries.ts'
import { inOrder, readAsOf, readFines } from '../fines/read-fines.ts'
import { readHandovers, readUnsigned } from '../handover/queries.ts'
import { readBranches, readOffice, readStaff } from '../office/queries.ts'
import { readJudged } from '../report/ticket-filter.ts'

/** A word that may stand there, and what it is. */
export interface Candidate {
  readonly word: string
  readonly about: string
  /** Other forms in which it may be typed. */
  readonly short?: readonly string[]
}

type Find = (db: ReadDb) => Promise<Candidate[]>

/** More than anybody reads through. */
const MOST = 200
const RECENT_DAYS = 31

/** Commands that are about tickets whatever became of them. */
const OF_ANY_TICKET = ['show', 'amend', 'slip', 'close', 'reopen', 'void', 'complaint add']

/** How to find what fits an operand or option, by its name and the word for its value; absent: anything may stand there. */
export function candidatesOf(key: string, placeholder: string, path: string, { now, zone }: Clock): Find | undefined {
  if (placeholder === 'TICKET') return (db) => tickets(db, OF_ANY_TICKET.includes(path), { now, zone })
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
  if (placeholder === 'FINE') return (db) => fines(db, now, path === 'fines confirm')
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

async function tickets(db: ReadDb, any: boolean, { now, zone }: Clock): Promise<Candidate[]> {
  const { rules } = await readOffice(db)
  const found = await readJudged(db, any ? {} : { unrepaired: true }, { rules, now }, 'newest', MOST)
  return found.map((x) => ({
    word: x.ticket_no,
    about: `${x.customer_name}  ${x.address}  ${x.symptom}`,
    short: shortForms(x.ticket_no, dayAt(zone, now)),
  }))
}

/** The latest first; those that are still to be decided where that is what is done. */
async function fines(db: ReadDb, now: Instant, pendingOnly: boolean): Promise<Candidate[]> {
  const found = inOrder(await readFines(db, await readAsOf(db, now)))
  return found
    .filter(({ status }) => !pendingOnly || status === 'pending')
    .slice(-MOST)
    .map(({ fine_id, branch, maintainer }) => ({ word: fine_id, about: [branch, maintainer ?? ''].join('  ').trim() }))
    .toReversed()
}

/** In no month does a day come twice within so many. */
const SHORTEST_MONTH = 28

/** `0007` and `7` of today, `22-7` of the latest 22nd, `1122-7`: as `findTicket` reads them. */
function shortForms(ticketNo: string, today: Day): string[] {
  const match = /-(\d{4})(\d\d)(\d\d)-(\d+)$/.exec(ticketNo)
  if (match === null) return []
  const [year = '', month = '', day = '', digits = ''] = match.slice(1)
  const date = `${year}-${month}-${day}`
  const days = [
    ...(date === today ? [''] : []),
    ...(date <= today && date > addDays(today, -SHORTEST_MONTH) ? [`${day}-`] : []),
    ...(date <= today && date > addDays(today, -365) ? [`${month}${day}-`] : []),
  ]
  return days.flatMap((begin) => [begin + digits, `${begin}${Number(digits)}`])
}
