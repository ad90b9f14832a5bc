import type { ReadDb } from '../kernel/db.ts'
import { TICKET_COLUMNS, ticketOf } from './queries.ts'
import type { Ticket } from './ticket.ts'
import { UNREPAIRED } from './verdict-sql.ts'

const COLUMNS = TICKET_COLUMNS.map((column) => `t.${column}`).join(', ')
const OF_BRANCH = `select ${COLUMNS} from ticket t where ${UNREPAIRED} and t.branch = $1 order by t.ticket_no`

/** The unrepaired tickets of a branch. */
export async function readOpenSlips(db: ReadDb, branch: string): Promise<Ticket[]> {
  return (await db.all(OF_BRANCH, [branch])).map(ticketOf)
}
