import type { ReadDb } from '../kernel/db.ts'
import { readByCustomer, readSimilar } from '../ticket/queries.ts'
import { isSameCustomer, phoneKeys } from '../ticket/same-customer.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** What is known of a customer from earlier tickets. */
export interface KnownCustomer {
  readonly customer_name: string
  readonly address: string
  readonly branch: string
  readonly phone: string
  readonly account_no: string | null
  /** Their tickets, newest first. */
  readonly tickets: readonly Ticket[]
}

/** Every customer known by this account or phone, the one who called last first. */
export async function knownCustomers(
  db: ReadDb,
  phone: string | undefined,
  account: string | undefined,
): Promise<KnownCustomer[]> {
  const asked = { account_no: account ?? null, phone: phone ?? '', customer_name: '', address: '' }
  const keys = phoneKeys(asked.phone)
  const live = (await readSimilar(db, asked)).filter((ticket) => ticket.void_at === null)
  const ofAccount = live.filter((ticket) => account !== undefined && ticket.account_no === account)
  // The account says whose call it is (3.2), whoever shares the phone.
  return byCustomer(ofAccount.length > 0 ? ofAccount : live.filter((ticket) => shares(ticket, keys)))
}

/** Enough to tell whether more must be typed. */
const MOST_TICKETS = 300

/** Customers named by any part of a name, an address, a phone, an account or a ticket number; the last callers first. */
export async function customersNamed(db: ReadDb, typed: string): Promise<KnownCustomer[]> {
  return byCustomer(await readByCustomer(db, typed, MOST_TICKETS))
}

/** Every ticket of a customer (3.2 says who that is), newest first. */
export async function historyOf(db: ReadDb, customer: KnownCustomer): Promise<Ticket[]> {
  return (await readSimilar(db, customer)).filter((t) => t.void_at === null && isSameCustomer(t, customer))
}

function byCustomer(tickets: readonly Ticket[]): KnownCustomer[] {
  const customers = new Map<string, Ticket[]>()
  for (const ticket of tickets) {
    const who = `${ticket.customer_name}\n${ticket.address}`
    customers.set(who, [...(customers.get(who) ?? []), ticket])
  }
  return [...customers.values()].flatMap(customerOf)
}

function shares(ticket: Ticket, keys: readonly string[]): boolean {
  return phoneKeys(ticket.phone).some((key) => keys.includes(key))
}

function customerOf(tickets: readonly Ticket[]): KnownCustomer[] {
  const latest = tickets[0]
  if (latest === undefined) return []
  const { customer_name, address, branch, phone } = latest
  const account_no = tickets.find((ticket) => ticket.account_no !== null)?.account_no ?? null
  return [{ customer_name, address, branch, phone, account_no, tickets }]
}
