import type { Channel } from '../../src/fines/complaint.ts'
import type { FaultClass } from '../../src/ticket/ticket.ts'

/** The facts of a history, as the test itself keeps them. */
export interface Facts {
  readonly calls: Call[]
  readonly complaints: Told[]
  readonly rules: { key: string; from: number; value: number }[]
}

export interface Person {
  readonly account_no: string | null
  readonly phone: string
  readonly name: string
  readonly address: string
  /** What the phones come to, worked out by hand. */
  readonly digits: readonly string[]
}

export interface Call {
  readonly no: string
  person: Person
  kind: FaultClass
  branch: string
  reported: number
  approved: number | null
  repaired: number | null
  repairedBy: string | null
  assigned: string | null
  isVoid: boolean
}

export interface Told {
  readonly no: string
  channel: Channel
  call: Call | undefined
  readonly branch: string
  readonly maintainer: string | null
  received: number
  isVoid: boolean
}

export interface Found {
  readonly id: string
  readonly ticket: string | null
  readonly channel: Channel | null
  readonly occurred: number
  readonly amount: number
  readonly branch: string
  readonly maintainer: string | null
}

const HOUR = 3600
const FIRST = { line_hours: 24, network_hours: 36, repeat_days: 30, fine_overdue: 1000, fine_repeat: 2000 } as const
const TARIFF: Readonly<Record<Channel, number>> = {
  'telecom-10000': 10_000,
  'mayor-hotline': 3000,
  'bureau-leader': 3000,
  'company-leader': 2000,
}

/** Every pair of tickets, every rule, nothing remembered: what the regulation says of these facts at `now`. */
export function bruteForce(facts: Facts, finesFrom: number, now: number): Map<string, Found> {
  const all = [...overdue(facts, now), ...repeats(facts), ...complaints(facts)]
  return new Map(all.filter(({ occurred }) => occurred >= finesFrom).map((found) => [found.id, found]))
}

function inForce({ rules }: Facts, key: keyof typeof FIRST, at: number): number {
  const since = rules.filter((rule) => rule.key === key && rule.from <= at)
  const latest = Math.max(...since.map((rule) => rule.from))
  return since.findLast((rule) => rule.from === latest)?.value ?? FIRST[key]
}

function overdue(facts: Facts, now: number): Found[] {
  return facts.calls.flatMap((call) => {
    const { kind, reported } = call
    const hours = kind === 'severe' ? 0 : inForce(facts, kind === 'line' ? 'line_hours' : 'network_hours', reported)
    const deadline = kind === 'severe' ? call.approved : reported + hours * HOUR
    if (call.isVoid || deadline === null || (call.repaired ?? now) <= deadline) return []
    return [
      {
        id: `overdue:${call.no}`,
        ticket: call.no,
        channel: null,
        occurred: deadline,
        amount: inForce(facts, 'fine_overdue', deadline),
        branch: call.branch,
        maintainer: call.repairedBy ?? call.assigned,
      },
    ]
  })
}

function repeats(facts: Facts): Found[] {
  return facts.calls.flatMap((again) => {
    const window = inForce(facts, 'repeat_days', again.reported) * 24 * HOUR
    const before = facts.calls.filter(
      (call) =>
        call !== again &&
        !call.isVoid &&
        call.kind === again.kind &&
        call.repaired !== null &&
        call.repaired <= again.reported &&
        again.reported - call.repaired <= window &&
        isSame(call.person, again.person),
    )
    before.sort((a, b) => (b.repaired ?? 0) - (a.repaired ?? 0) || (a.no < b.no ? 1 : -1))
    const [blamed] = before
    if (again.isVoid || blamed === undefined) return []
    return [
      {
        id: `repeat:${again.no}`,
        ticket: again.no,
        channel: null,
        occurred: again.reported,
        amount: inForce(facts, 'fine_repeat', again.reported),
        branch: blamed.branch,
        maintainer: blamed.repairedBy ?? blamed.assigned,
      },
    ]
  })
}

function isSame(a: Person, b: Person): boolean {
  if (a.account_no !== null && b.account_no !== null) return a.account_no === b.account_no
  if (a.digits.length > 0 && b.digits.length > 0) return a.digits.some((digits) => b.digits.includes(digits))
  return a.name === b.name && a.address === b.address
}

function complaints({ complaints: all }: Facts): Found[] {
  return all
    .filter(({ isVoid }) => !isVoid)
    .map(({ no, channel, call, branch, maintainer, received }) => ({
      id: `complaint:${no}`,
      ticket: call?.no ?? null,
      channel,
      occurred: received,
      amount: TARIFF[channel],
      branch: call?.branch ?? branch,
      maintainer: call === undefined ? maintainer : (call.repairedBy ?? call.assigned),
    }))
}
