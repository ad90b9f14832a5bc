import type { Value } from '../kernel/db.ts'
import { rulesOf } from '../office/rules.ts'
import type { DatedRule, RuleKey } from '../office/rules.ts'

/** Collects the values of a statement that is put together from conditions: `bind(7)` answers `$1`. */
export interface Binder {
  readonly values: readonly Value[]
  bind(value: Value): string
}

export function binder(): Binder {
  const values: Value[] = []
  return { values, bind: (value) => `$${values.push(value)}` }
}

/** The same verdict as `isUnrepaired`; its words are those of the index `ticket_open`. */
export const UNREPAIRED = 't.repaired_at is null and t.closed_at is null and t.void_at is null'

/** The same verdict as `deadlineOf` (2.2–2.4), over table `ticket` as `t`; held to it by a property test. */
export function deadlineSql(rules: readonly DatedRule[], bind: Binder['bind']): string {
  return `case t.fault_class
    when 'severe' then t.approved_deadline
    when 'line' then t.reported_at + ${hoursSql(rules, 'line_hours', bind)} * 3600
    else t.reported_at + ${hoursSql(rules, 'network_hours', bind)} * 3600 end`
}

function hoursSql(rules: readonly DatedRule[], key: RuleKey, bind: Binder['bind']): string {
  const dated = rulesOf(rules, key).toReversed()
  const whens = dated.map((rule) => `when t.reported_at >= ${bind(rule.from_at)} then ${bind(rule.value)}`)
  return `case ${whens.join(' ')} end`
}

/** The same verdict as `isHandedOver`. */
export const HANDED_OVER = `t.handover_no is not null and t.handed_over_at is not null and t.intake = 'desk'`

/** The same verdict as `statusOf`; held to it by a property test. */
export const STATUS_SQL = `case
  when t.void_at is not null then 'void'
  when t.closed_at is not null then 'closed'
  when t.repaired_at is not null then 'repaired'
  when t.hold_reason is not null then 'on_hold'
  when ${HANDED_OVER} then 'handed_over'
  else 'open' end`
