import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earlierRepair } from '../../src/ticket/repeat.ts'
import { isSameCustomer, phoneKeys } from '../../src/ticket/same-customer.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aTicket } from '../ticket/a-ticket.ts'
import { PEOPLE, WRITERS } from './history.ts'
import { bruteForce } from './oracle.ts'
import type { Call, Person } from './oracle.ts'

const DAY = 86_400
const START = Date.parse('2026-01-20T08:00:00+08:00') / 1000

/** Repairs of one to four people at a few moments, so that most reports have two before them, often at the same second. */
const calls = fc
  .array(
    fc.record({
      person: fc.constantFrom(...PEOPLE.slice(0, 3), ...WRITERS),
      kind: fc.constantFrom('line', 'line', 'network'),
      reported: fc.constantFrom(0, 1, 5, 35),
      repaired: fc.option(fc.constantFrom(0, 1, 1, 4), { freq: 4 }),
      by: fc.constantFrom('王伟', '李强', '赵敏'),
    }),
    { minLength: 3, maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ person, kind, reported, repaired, by }, index): Call => {
      const at = START + reported * DAY
      return {
        no: `KF-20260120-${String(index + 1).padStart(4, '0')}`,
        person,
        kind: kind === 'line' ? 'line' : 'network',
        branch: 'CG',
        reported: at,
        approved: null,
        repaired: repaired === null ? null : at + repaired * DAY,
        repairedBy: repaired === null ? null : by,
        assigned: null,
        isVoid: false,
      }
    }),
  )

function ticketOf({ no, person, kind, reported, repaired, repairedBy }: Call): Ticket {
  const { account_no, phone, name, address } = person
  return aTicket({
    ticket_no: no,
    fault_class: kind,
    account_no,
    phone,
    customer_name: name,
    address,
    reported_at: reported,
    repaired_at: repaired,
    repaired_by: repairedBy,
  })
}

/** Which repair a report blames. */
type Blame = (report: Ticket, others: readonly Ticket[]) => Ticket | undefined

const ours: Blame = (report, others) => earlierRepair(report, others, [])

/** Does it blame the same person as the oracle, for every report of a history? */
const agreesWithOracle = (blame: Blame) =>
  fc.property(calls, (history) => {
    const tickets = history.map(ticketOf)
    const found = bruteForce({ calls: history, complaints: [], rules: [] }, 0, START + 400 * DAY)
    const expected = history.map(({ no }) => found.get(`repeat:${no}`)?.maintainer)
    const blamed = tickets.map((report) => {
      return (
        blame(
          report,
          tickets.filter(({ ticket_no }) => ticket_no !== report.ticket_no),
        )?.repaired_by ?? undefined
      )
    })
    expect(blamed).toEqual(expected)
  })

/** All that may be blamed, by the rule itself: each is blamed once those before it are taken away. */
function allEarlier(report: Ticket, others: readonly Ticket[]): Ticket[] {
  const found: Ticket[] = []
  let left = others
  for (let next = ours(report, left); next !== undefined; next = ours(report, left)) {
    const blamed = next
    found.push(blamed)
    left = left.filter((other) => other !== blamed)
  }
  return found
}

const latestOf = (found: readonly Ticket[]): Ticket[] =>
  found.filter((one) => one.repaired_at === found[0]?.repaired_at)

const MUTANTS: Readonly<Record<string, Blame>> = {
  'blames the earliest repair': (report, others) => allEarlier(report, others).at(-1),
  'of two repairs at one second blames the lower number': (report, others) =>
    latestOf(allEarlier(report, others)).at(-1),
  'lets a day of the window go': (report, others) => {
    const blamed = ours(report, others)
    return blamed !== undefined && report.reported_at - (blamed.repaired_at ?? 0) >= 30 * DAY ? undefined : blamed
  },
  'forgets the class': (report, others) =>
    ours(
      report,
      others.map((other) => ({ ...other, fault_class: report.fault_class })),
    ),
  'compares phones as they are written': (report, others) =>
    ours(
      report,
      others.filter((other) => other.account_no !== null || other.phone === report.phone),
    ),
}

describe('the oracle', () => {
  it('blames whom the rule blames, of two repairs at one second too', () => {
    fc.assert(agreesWithOracle(ours), { numRuns: 500 })
  })

  it.each(Object.entries(MUTANTS))('catches in every run a rule that %s', (_, mutant) => {
    expect(fc.check(agreesWithOracle(mutant), { numRuns: 1000, endOnFailure: true }).failed).toBe(true)
  })
})

describe('phones as people write them', () => {
  const digitsOf = ({ phone, digits }: Person): [string, readonly string[]] => [phone, digits]
  it.each([...PEOPLE, ...WRITERS].map(digitsOf))('%s', (phone, digits) => {
    expect(phoneKeys(phone)).toEqual(digits)
  })

  it('each form is the same customer as each other form of that number', () => {
    for (const a of WRITERS)
      for (const b of WRITERS) {
        const [one, other] = [a, b].map(({ account_no, phone, digits }) => {
          return { account_no, phone, customer_name: phone, address: digits.join(' ') }
        })
        if (one === undefined || other === undefined) throw new Error('two')
        expect(isSameCustomer(one, other), `${a.phone} ${b.phone}`).toBe(a.digits[0] === b.digits[0])
      }
  })
})
