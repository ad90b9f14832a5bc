import { describe, expect, it } from 'vitest'
import type { DatedRule } from '../../src/office/rules.ts'
import { deadlineOf, isLate, judge, statusOf } from '../../src/ticket/rules.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aTicket } from './a-ticket.ts'

const T = 1_000_000_000
const HOUR = 3600
/** The office shortened its line hours from T on. */
const RULES: DatedRule[] = [
  { key: 'line_hours', from_at: 0, value: 24 },
  { key: 'line_hours', from_at: T, value: 12 },
  { key: 'network_hours', from_at: 0, value: 36 },
]

describe('deadline (2.2–2.4)', () => {
  const cases: [string, Partial<Ticket>, number | undefined, string][] = [
    ['line, reported the second before the new rule', { reported_at: T - 1 }, T - 1 + 24 * HOUR, '2.2'],
    ['line, reported as the new rule begins', { reported_at: T }, T + 12 * HOUR, '2.2'],
    ['network', { fault_class: 'network' }, T + 36 * HOUR, '2.3'],
    ['severe without approval has none', { fault_class: 'severe' }, undefined, '2.4'],
    ['severe, as approved', { fault_class: 'severe', approved_deadline: T + 5 }, T + 5, '2.4'],
    ['line, though a deadline was approved while it was severe', { approved_deadline: T + 5 }, T + 12 * HOUR, '2.2'],
  ]
  it.each(cases)('%s', (_, facts, deadline, article) => {
    expect(deadlineOf(aTicket(facts), RULES)).toMatchObject({ deadline, article })
  })
})

describe('late (2.2–2.4)', () => {
  const cases: [string, number | undefined, number | undefined, number, boolean][] = [
    ['repaired exactly at the deadline', 100, 100, 500, false],
    ['repaired a second after it', 100, 101, 500, true],
    ['unrepaired at the deadline', 100, undefined, 100, false],
    ['unrepaired a second after it', 100, undefined, 101, true],
    ['no deadline', undefined, undefined, 500, false],
  ]
  it.each(cases)('%s', (_, deadline, repairedAt, now, late) => {
    expect(isLate(deadline, repairedAt, now)).toBe(late)
  })

  it('is left open for void and filed tickets', () => {
    const now = T + 100 * HOUR
    expect(judge(aTicket(), RULES, now).late).toBe(true)
    expect(judge(aTicket({ void_at: T }), RULES, now).late).toBeUndefined()
    expect(judge(aTicket({ filed: 1, closed_at: T }), RULES, now).late).toBeUndefined()
  })
})

describe('status: the first that holds', () => {
  const everything = {
    handover_no: 'B',
    handed_over_at: T,
    hold_reason: 'absent',
    repaired_at: T,
    closed_at: T,
    void_at: T,
  } as const
  const order = ['void_at', 'closed_at', 'repaired_at', 'hold_reason', 'handover_no'] as const
  const names = ['void', 'closed', 'repaired', 'on_hold', 'handed_over', 'open']
  it.each(names.map((name, index) => [name, index] as const))('%s', (name, index) => {
    const withdrawn = Object.fromEntries(order.slice(0, index).map((field) => [field, null]))
    expect(statusOf(aTicket({ ...everything, ...withdrawn }))).toBe(name)
  })

  it('desk 31, 36: open until the township has taken the call, and for ever where the branch took it itself', () => {
    expect(statusOf(aTicket({ handover_no: 'B' }))).toBe('open')
    expect(statusOf(aTicket({ handover_no: 'B', handed_over_at: T }))).toBe('handed_over')
    expect(statusOf(aTicket({ handover_no: 'B', handed_over_at: T, intake: 'branch' }))).toBe('open')
  })
})
