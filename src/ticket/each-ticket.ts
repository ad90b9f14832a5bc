import type { ReadDb } from '../kernel/db.ts'
import { stated } from '../kernel/invariant.ts'
import type { Invariant } from '../kernel/invariant.ts'

/** An invariant that each ticket keeps or breaks for itself. */
interface EachTicket extends Invariant {
  /** Condition under which ticket `t` breaks it. */
  readonly brokenWhere: string
}

interface Stated extends Omit<EachTicket, 'breaches'> {
  /** What `what` wants to know of a ticket that breaks it. */
  readonly columns?: string
  readonly what: Parameters<typeof stated>[0]['what']
}

export function ofEachTicket({ brokenWhere, columns = '1', ...invariant }: Stated): EachTicket {
  const sql = `select t.ticket_no as subject, ${columns} from ticket t where ${brokenWhere} order by t.ticket_no limit $1`
  return { brokenWhere, ...stated({ ...invariant, sql }) }
}

/**
 * Those that want a closer look. All invariants of each ticket are asked in one pass over the tickets: a million of them
 * would not be through a dozen times in a night's check.
 */
export async function doubtful(db: ReadDb, invariants: readonly Invariant[]): Promise<readonly Invariant[]> {
  const ofEach = invariants.filter(isOfEachTicket)
  const broken = ofEach.map(({ brokenWhere }) => `(${brokenWhere})`).join(' or ')
  const found = await db.get(`select 1 from ticket t where ${broken} limit 1`)
  return found === undefined ? invariants.filter((one) => !isOfEachTicket(one)) : invariants
}

function isOfEachTicket(invariant: Invariant): invariant is EachTicket {
  return 'brokenWhere' in invariant
}
