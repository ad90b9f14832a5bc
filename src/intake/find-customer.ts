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

/** Whoever may be calling. */
export interface Callers {
  readonly customers: readonly KnownCustomer[]
  /** A whole number of theirs was typed. */
  readonly isWhole: boolean
  /** There are more than these. */
  readonly areMore: boolean
}

/**
 * Customers named by any part of a name, an address, a phone, an account or a ticket number: whose whole number it is,
 * then names that begin so and phones that end so, then the others; the last callers first.
 */
export async function callersBy(db: ReadDb, typed: string): Promise<Callers> {
  const digits = isPhone(typed) ? typed.replace(/[^\d/、,;]/g, '') : ''
  const whole = digits === '' ? [] : await knownCustomers(db, typed, undefined)
  // Nobody's number is part of another's mobile number.
  const isMobile = /^1\d{10}$/.test(digits) && whole.length > 0
  const tickets = isMobile
    ? []
    : await readByCustomer(db, digits === '' ? typed : typed.replace(/\s/g, ''), MOST_TICKETS)
  const known = new Set(whole.map(keyOf))
  const partly = byCustomer(tickets).filter((customer) => !known.has(keyOf(customer)))
  const word = typed.split(/\s+/)[0] ?? ''
  const isNear = ({ customer_name, phone }: KnownCustomer): boolean =>
    digits === ''
      ? customer_name.startsWith(word)
      : phone.split(/[/、,;]/).some((one) => one.replace(/\D/g, '').endsWith(digits))
  return {
    customers: [...whole, ...partly.filter(isNear), ...partly.filter((customer) => !isNear(customer))],
    isWhole: whole.length > 0,
    areMore: tickets.length === MOST_TICKETS,
  }
}

/** Is it written as a phone? */
export function isPhone(typed: string): boolean {
  return /^[\d\s+\-()/、,;转]+$/.test(typed) && /\d/.test(typed)
}

/** The phone on file where the one typed is the same, or the part of it that was looked for. */
export function phoneOnFile(typed: string | undefined, { phone }: KnownCustomer): string {
  if (typed === undefined) return phone
  const isPart = phone.replace(/\D/g, '').includes(typed.replace(/\D/g, ''))
  const keys = phoneKeys(phone)
  return isPart || phoneKeys(typed).some((key) => keys.includes(key)) ? phone : typed
}

/** Every ticket of a customer (3.2 says who that is), newest first. */
export async function historyOf(db: ReadDb, customer: KnownCustomer): Promise<Ticket[]> {
  return (await readSimilar(db, customer)).filter((t) => t.void_at === null && isSameCustomer(t, customer))
}

function byCustomer(tickets: readonly Ticket[]): KnownCustomer[] {
  const customers = new Map<string, Ticket[]>()
  for (const ticket of tickets) {
    const who = keyOf(ticket)
    customers.set(who, [...(customers.get(who) ?? []), ticket])
  }
  return [...customers.values()].flatMap(customerOf)
}

const keyOf = ({ customer_name, address }: Pick<Ticket, 'customer_name' | 'address'>): string =>
  `${customer_name}\n${address}`

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
