import type { ReadDb, Row } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { phoneKeys, placeKey } from '../same-customer.ts'

const TICKETS = `
  select ticket_no, account_no, phone, customer_name, address, phone_key, place_key from ticket
  where ticket_no > $1 order by ticket_no limit $2`
const WITH_FURTHER = `select distinct ticket_no from ticket_phone`
const FURTHER = `select digits from ticket_phone where ticket_no = $1 order by digits`

/** Art. 3.2: the keys by which an index finds the same customer are those of the phone and address that stand there. */
export const customerKeys: Invariant = {
  name: 'customer-keys',
  remedy: t.amendPhone,
  thorough: true,
  async *breaches(db) {
    const further = new Set((await db.all(WITH_FURTHER)).map(({ ticket_no }) => ticket_no))
    for await (const block of db.each(TICKETS, [], 'ticket_no', '')) {
      for (const row of block) {
        if (await isKeyed(db, row, further.has(row.ticket_no ?? ''))) continue
        yield { subject: String(row.ticket_no), what: t.keysDiffer } satisfies Breach
      }
    }
  },
}

async function isKeyed(db: ReadDb, row: Row, hasFurther: boolean): Promise<boolean> {
  const { phone, customer_name, address, account_no } = row as Record<string, string>
  const customer = { phone, customer_name, address, account_no: account_no ?? null } as Parameters<typeof placeKey>[0]
  const [first = null, ...further] = phoneKeys(customer.phone)
  if (first !== row.phone_key || placeKey(customer) !== row.place_key) return false
  if (!hasFurther) return further.length === 0
  const found = (await db.all(FURTHER, [row.ticket_no ?? ''])).map(({ digits }) => digits)
  return JSON.stringify(found) === JSON.stringify(further.toSorted())
}
