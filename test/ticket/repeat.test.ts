import { describe, expect, it } from 'vitest'
import type { DatedRule } from '../../src/office/rules.ts'
import { compareNumbers, earlierRepair } from '../../src/ticket/repeat.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aTicket } from './a-ticket.ts'

const T = 1_000_000_000
const DAYS_30 = 30 * 86_400
const RULES: DatedRule[] = [{ key: 'repeat_days', from_at: 0, value: 30 }]
const report = aTicket({ ticket_no: 'KF-1-0009', reported_at: T })
const repair = (facts: Partial<Ticket>): Ticket =>
  aTicket({ ticket_no: 'KF-1-0001', reported_at: T - DAYS_30 * 2, ...facts })

describe('repeat (3.2): the repair that did not last', () => {
  const cases: [string, Partial<Ticket>, boolean][] = [
    ['repaired as the customer calls again', { repaired_at: T }, true],
    ['repaired a second after the call', { repaired_at: T + 1 }, false],
    ['repaired 30 × 24 h before, to the second', { repaired_at: T - DAYS_30 }, true],
    ['repaired a second earlier than that', { repaired_at: T - DAYS_30 - 1 }, false],
    ['not repaired', { repaired_at: null }, false],
    ['void', { repaired_at: T, void_at: T }, false],
    ['of another class', { repaired_at: T, fault_class: 'network' }, false],
    ['of another customer', { repaired_at: T, phone: '13900009999' }, false],
    ['imported from an old book', { repaired_at: T, source: 'old:7' }, true],
  ]
  it.each(cases)('%s', (_, facts, blamed) => {
    expect(earlierRepair(report, [repair(facts)], RULES)?.ticket_no).toBe(blamed ? 'KF-1-0001' : undefined)
  })

  it('blames the latest of several, and of two at one second the higher number', () => {
    const early = repair({ ticket_no: 'KF-1-0001', repaired_at: T - 100 })
    const late = repair({ ticket_no: 'KF-1-9999', repaired_at: T - 50 })
    const tied = repair({ ticket_no: 'KF-1-10000', repaired_at: T - 50 })
    expect(earlierRepair(report, [late, tied, early], RULES)?.ticket_no).toBe('KF-1-10000')
    expect(earlierRepair(report, [tied, late, early], RULES)?.ticket_no).toBe('KF-1-10000')
  })

  it('never blames itself, and a void report is none', () => {
    const self = aTicket({ ticket_no: report.ticket_no, repaired_at: T, reported_at: T })
    expect(earlierRepair(report, [self], RULES)).toBeUndefined()
    expect(earlierRepair({ ...report, void_at: T }, [repair({ repaired_at: T })], RULES)).toBeUndefined()
  })

  it('orders numbers by their digits', () => {
    const numbers = ['KF-20261122-10000', 'KF-20261122-9999', 'KF-20261121-0002', 'KF', 'B-7']
    expect(numbers.sort(compareNumbers)).toEqual([
      'B-7',
      'KF',
      'KF-20261121-0002',
      'KF-20261122-9999',
      'KF-20261122-10000',
    ])
  })
})
