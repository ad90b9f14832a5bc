import { foldWidth } from '../kernel/width-folding.ts'
import type { Ticket } from './ticket.ts'

type Customer = Pick<Ticket, 'account_no' | 'phone' | 'customer_name' | 'address'>

/** By what two tickets are of the same customer. */
export type CustomerMatch = 'account' | 'phone' | 'place'

/**
 * Art. 3.2 needs "the same customer": same account number; where either has none, any shared phone; where either has
 * none, same name and address.
 */
export function customerMatch(a: Customer, b: Customer): CustomerMatch | undefined {
  const [accountA, accountB] = [accountKey(a.account_no), accountKey(b.account_no)]
  if (accountA !== undefined && accountB !== undefined) return accountA === accountB ? 'account' : undefined
  const [phonesA, phonesB] = [phoneKeys(a.phone), phoneKeys(b.phone)]
  if (phonesA.length > 0 && phonesB.length > 0)
    return phonesA.some((key) => phonesB.includes(key)) ? 'phone' : undefined
  const [placeA, placeB] = [placeOf(a), placeOf(b)]
  return placeA !== undefined && placeA === placeB ? 'place' : undefined
}

export function isSameCustomer(a: Customer, b: Customer): boolean {
  return customerMatch(a, b) !== undefined
}

/** The same name at the same address. */
export function isSamePlace(a: Customer, b: Customer): boolean {
  const place = placeOf(a)
  return place !== undefined && place === placeOf(b)
}

/** Do two tickets share a phone and nothing else, so that they may be of two households? */
export function sharesPhoneOnly(a: Customer, b: Customer): boolean {
  const isOther = (x: string, y: string): boolean => squeezed(x) !== squeezed(y)
  return customerMatch(a, b) === 'phone' && isOther(a.customer_name, b.customer_name) && isOther(a.address, b.address)
}

function accountKey(account: string | null): string | undefined {
  return account === null || account === '' ? undefined : account
}

/**
 * What the phones of one field are compared by: digits without +86/0086 and, for landlines, area code and extension.
 * Fewer than seven digits never match.
 */
export function phoneKeys(phones: string): string[] {
  // Fast path: one mobile number, as most rows of a book have it.
  if (/^1\d{10}$/.test(phones)) return [phones]
  const keys = foldWidth(phones)
    .split(/[/、,;|]/)
    .map(phoneKey)
    .filter((key) => key.length >= 7)
  return [...new Set(keys)]
}

function phoneKey(phone: string): string {
  const withoutExtension = phone.replace(/(?:转|ext\.?|(?<=\d{7})-).*$/i, '')
  const digits = withoutExtension.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  const abroad = /^\s*(?:\+|00)\s*86/.test(phone) ? digits.replace(/^(?:00)?86/, '') : undefined
  // Abroad the area code loses its zero; a mobile number has none.
  const national = abroad === undefined || /^(?:0|1\d{10}$)/.test(abroad) ? (abroad ?? digits) : `0${abroad}`
  // Area codes: 010 and 02x have three digits, all others four (0517).
  const local = /^(?:010|02\d)(\d{7,8})$/.exec(national) ?? /^0[3-9]\d\d(\d{7,8})$/.exec(national)
  return local?.[1] ?? national
}

function placeOf(customer: Customer): string | undefined {
  const name = squeezed(customer.customer_name)
  const address = squeezed(customer.address)
  return name === '' || address === '' ? undefined : `${name}\n${address}`
}

function squeezed(text: string): string {
  return foldWidth(text).replace(/\s+/g, '')
}

/** A whole number that stands for name and address in an index; equal places have equal keys, not the other way round. */
export function placeKey(customer: Customer): number | null {
  const place = placeOf(customer)
  return place === undefined ? null : hash53(place)
}

/** cyrb53: 53 bits, so that it is exact as a number. */
function hash53(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
