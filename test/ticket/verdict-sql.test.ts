import { Database } from '../sqlite.ts'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { rulesOf } from '../../src/office/rules.ts'
import type { DatedRule } from '../../src/office/rules.ts'
import { isDue } from '../../src/handover/rules.ts'
import { INSERT_TICKET, ticketValues } from '../../src/ticket/queries.ts'
import { deadlineOf, isUnrepaired, statusOf } from '../../src/ticket/rules.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { STATUS_SQL, UNREPAIRED, binder, deadlineSql } from '../../src/ticket/verdict-sql.ts'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { aTicket } from './a-ticket.ts'

const db = new Database(':memory:')
for (const migration of migrations) db.exec(migration)
db.exec(`insert into branch (code, name, area) values ('CG', '城关', 'urban')`)
afterAll(() => db.close())

const T = 1_000_000_000
const moment = fc.integer({ min: T, max: T + 50 })
const maybe = <V>(arbitrary: fc.Arbitrary<V>): fc.Arbitrary<V | null> => fc.option(arbitrary, { nil: null })
const facts: fc.Arbitrary<Partial<Ticket>> = fc.record({
  fault_class: fc.constantFrom('line', 'network', 'severe'),
  intake: fc.constantFrom('desk', 'branch'),
  reported_at: moment,
  approved_deadline: maybe(moment),
  handover_no: maybe(fc.constant('B')),
  handed_over_at: maybe(moment),
  hold_reason: maybe(fc.constant('absent' as const)),
  repaired_at: maybe(moment),
  closed_at: maybe(moment),
  void_at: maybe(moment),
  source: maybe(fc.constant('book:1')),
})
const dated = (key: DatedRule['key']): fc.Arbitrary<DatedRule[]> =>
  fc.uniqueArray(fc.record({ key: fc.constant(key), from_at: moment, value: fc.integer({ min: 1, max: 99 }) }), {
    selector: (rule) => rule.from_at,
    maxLength: 4,
  })

function bound(values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(values.map((value, index) => [index + 1, value]))
}

/** What SQL says of one ticket. */
function ask(sql: string, values: readonly unknown[]): unknown {
  return db.prepare(`select (${sql}) as verdict from ticket t`).pluck().get(bound(values))
}

it('SQL verdicts are the pure ones: deadline, status, unrepaired, due for a batch', () => {
  fc.assert(
    fc.property(facts, dated('line_hours'), dated('network_hours'), moment, (given, line, network, cutOff) => {
      const ticket = aTicket(given)
      const first = [
        { key: 'line_hours', from_at: 0, value: 24 },
        { key: 'network_hours', from_at: 0, value: 36 },
      ] as const
      const rules = [...first, ...rulesOf(line, 'line_hours'), ...network]
      db.exec('delete from ticket')
      db.prepare(INSERT_TICKET).run(bound(ticketValues(ticket)))
      const { values, bind } = binder()
      const deadline = deadlineSql(rules, bind)
      expect(ask(deadline, values)).toBe(deadlineOf(ticket, rules).deadline ?? null)
      expect(ask(STATUS_SQL, [])).toBe(statusOf(ticket))
      expect(ask(UNREPAIRED, [])).toBe(isUnrepaired(ticket) ? 1 : 0)
      const due = `${UNREPAIRED} and t.intake = 'desk' and t.reported_at < $1 and t.handover_no is null and t.source is null`
      expect(ask(due, [cutOff])).toBe(isDue(ticket, cutOff) ? 1 : 0)
    }),
    { numRuns: 300 },
  )
})
