import { describe, expect, it, test } from 'vitest'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { bookedMonth } from '../../src/fines/booking.ts'
import type { LiableComplaint } from '../../src/fines/complaint.ts'
import { mayExcuse } from '../../src/fines/excuse.ts'
import { complaintFinding, overdueFinding, repeatFinding } from '../../src/fines/rules.ts'
import { spanWords } from '../../src/fines/span-words.ts'
import type { Office } from '../../src/office/office.ts'
import { REGULATION, RULE_KEYS } from '../../src/office/rules.ts'
import type { DatedRule } from '../../src/office/rules.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aTicket } from '../ticket/a-ticket.ts'

const at = (text: string): number => Date.parse(`${text}+08:00`) / 1000
const NOON = at('2026-11-02T12:00:00')
const HOUR = 3600
const NOW = at('2026-12-24T12:00:00')

function office(rules: readonly DatedRule[] = [], fines_from = '2026-01-01'): Office {
  const first = RULE_KEYS.map((key): DatedRule => ({ key, from_at: 0, value: REGULATION[key] }))
  return {
    office_code: 'KF',
    office_name: '客户部',
    zone: SHANGHAI,
    morning: '08:00',
    afternoon: '14:00',
    language: undefined,
    fines_from,
    symptoms: undefined,
    closed_month: undefined,
    cut_offs: [],
    rules: [...first, ...rules],
  }
}

const ticket = (facts: Partial<Ticket>): Ticket => aTicket({ reported_at: NOON, ...facts })

describe('overdue (3.1)', () => {
  test.each<[string, Partial<Ticket>, number | undefined]>([
    ['line, at the deadline', { repaired_at: NOON + 24 * HOUR }, undefined],
    ['line, a second late', { repaired_at: NOON + 24 * HOUR + 1 }, NOON + 24 * HOUR],
    ['network, at the deadline', { fault_class: 'network', repaired_at: NOON + 36 * HOUR }, undefined],
    ['network, a second late', { fault_class: 'network', repaired_at: NOON + 36 * HOUR + 1 }, NOON + 36 * HOUR],
    ['severe, not approved', { fault_class: 'severe' }, undefined],
    [
      'severe, at the approved deadline',
      { fault_class: 'severe', approved_deadline: NOON, repaired_at: NOON },
      undefined,
    ],
    ['severe, a second late', { fault_class: 'severe', approved_deadline: NOON, repaired_at: NOON + 1 }, NOON],
    [
      'a deadline approved for what is no severe fault',
      { approved_deadline: NOON, repaired_at: NOON + HOUR },
      undefined,
    ],
    ['never repaired', {}, NOON + 24 * HOUR],
    ['void', { void_at: NOW }, undefined],
    ['filed', { filed: 1, closed_at: NOW }, undefined],
  ])('%s', (_, facts, occurred) => {
    expect(overdueFinding(ticket(facts), office(), NOW)?.occurred_at).toBe(occurred)
  })

  test.each([
    [{ repaired_by: '王伟', assigned_to: '李强' }, '王伟'],
    [{ repaired_by: null, assigned_to: '李强' }, '李强'],
    [{ repaired_by: null, assigned_to: null }, null],
  ])('of %j answers %s', (facts, maintainer) => {
    expect(overdueFinding(ticket(facts), office(), NOW)).toMatchObject({ branch: 'CG', maintainer, amount: 1000 })
  })

  it('the deadline is by the rule at the report, the tariff by the rule when it occurred', () => {
    const changed: DatedRule[] = [
      { key: 'line_hours', from_at: NOON + 1, value: 1 },
      { key: 'fine_overdue', from_at: NOON + 24 * HOUR, value: 1500 },
      { key: 'fine_overdue', from_at: NOON + 24 * HOUR + 1, value: 9900 },
    ]
    const found = overdueFinding(ticket({}), office(changed), NOW)
    expect(found).toMatchObject({ occurred_at: NOON + 24 * HOUR, amount: 1500 })
    expect(found?.because).toEqual([
      { article: '2.2', rule: { key: 'line_hours', from_at: 0, value: 24 } },
      { article: '3.1', rule: changed[1] },
    ])
  })

  test.each([
    ['2026-11-03', true],
    ['2026-11-04', false],
  ])('with fines from %s: %s', (from, isFound) => {
    expect(overdueFinding(ticket({}), office([], from), NOW) !== undefined).toBe(isFound)
  })
})

describe('repeat (3.2)', () => {
  const earlier = (repaired_at: number, facts: Partial<Ticket> = {}): Ticket =>
    aTicket({ ticket_no: 'KF-20261001-0001', branch: 'XZ', repaired_at, repaired_by: '赵敏', ...facts })
  const WINDOW = 30 * 24 * HOUR

  test.each<[string, Ticket[], boolean]>([
    ['repaired at the very second of the report', [earlier(NOON)], true],
    ['30 days after the repair', [earlier(NOON - WINDOW)], true],
    ['a second more', [earlier(NOON - WINDOW - 1)], false],
    ['not repaired yet', [earlier(NOON, { repaired_at: null })], false],
    ['repaired after the report', [earlier(NOON + 1)], false],
    ['another class', [earlier(NOON, { fault_class: 'network' })], false],
    ['a void earlier one', [earlier(NOON, { void_at: NOW })], false],
    ['another customer', [earlier(NOON, { phone: '13911112222' })], false],
  ])('%s', (_, others, isFound) => {
    expect(repeatFinding(ticket({}), others, office()) !== undefined).toBe(isFound)
  })

  it('is of the second report, and whoever did the earlier repair answers', () => {
    expect(repeatFinding(ticket({ repaired_by: '王伟' }), [earlier(NOON - HOUR)], office())).toMatchObject({
      fine_id: 'repeat:KF-20010909-0001',
      ticket_no: 'KF-20010909-0001',
      occurred_at: NOON,
      branch: 'XZ',
      maintainer: '赵敏',
      amount: 2000,
    })
  })
})

describe('complaint (3.3)', () => {
  const complaint: LiableComplaint = {
    complaint_no: 'KF-C-20261102-01',
    channel: 'telecom-10000',
    ticket_no: null,
    branch: 'XZ',
    maintainer: null,
    content: '慢',
    complainant: null,
    received_at: NOON,
    entered_at: NOON,
    void_at: null,
    void_reason: null,
    revision: 1,
  }

  test.each([
    ['telecom-10000', 10_000],
    ['mayor-hotline', 3000],
    ['bureau-leader', 3000],
    ['company-leader', 2000],
  ] as const)('to %s: %i fen', (channel, amount) => {
    expect(complaintFinding({ ...complaint, channel }, office())).toMatchObject({ amount, occurred_at: NOON, channel })
  })

  it('a void one is none', () => {
    expect(complaintFinding({ ...complaint, void_at: NOW }, office())).toBeUndefined()
  })
})

test.each<[month: string, now: string, closed: string[], booked: string]>([
  ['2026-11', '2026-11-20T09:00:00', [], '2026-11'],
  ['2026-11', '2027-03-01T09:00:00', [], '2026-11'],
  ['2026-11', '2026-12-20T09:00:00', ['2026-11'], '2026-12'],
  ['2026-11', '2026-12-31T23:59:59', ['2026-11'], '2026-12'],
  ['2026-11', '2027-01-01T00:00:00', ['2026-11'], '2027-01'],
  // The clock was set back into a closed month.
  ['2026-11', '2026-11-20T09:00:00', ['2026-11', '2026-12'], '2027-01'],
  ['2026-10', '2026-12-20T09:00:00', ['2026-11'], '2026-10'],
])('a case of %s decided at %s with %j closed is booked in %s', (month, now, closed, booked) => {
  expect(bookedMonth(month, { office: office(), now: at(now), closed: new Set(closed) })).toBe(booked)
})

test.each([
  ['absent', NOON - 1, true],
  ['customer-request', NOON - 1, true],
  ['no-access', NOON - 1, true],
  ['absent', NOON, false],
  ['parts', NOON - 1, false],
  ['weather', NOON - 1, false],
  ['other', NOON - 1, false],
] as const)('a hold for %s, told at %i: may excuse %s', (reason, called_at, excuses) => {
  expect(mayExcuse({ reason, called_at }, NOON)).toBe(excuses)
})

test.each([
  [0, '0 seconds', '0秒'],
  [1, '1 second', '1秒'],
  [59, '59 seconds', '59秒'],
  [3600, '1 hour', '1小时'],
  [90_061, '1 day 1 hour 1 minute 1 second', '1天1小时1分钟1秒'],
  [40 * 86_400, '40 days', '40天'],
])('%i s in words', (seconds, en, zh) => {
  expect(spanWords(seconds)).toEqual({ en, zh })
})
