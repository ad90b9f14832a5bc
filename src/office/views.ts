import { dayAt } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import type { Instant } from '../kernel/zone.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Branch, Office, Staff } from './office.ts'
import { hourOf } from './cut-offs.ts'
import type { DatedHour } from './cut-offs.ts'
import { ARTICLE_OF, RULE_KEYS, isFen, ruleAt } from './rules.ts'
import type { DatedRule } from './rules.ts'

export const branchView: View<Branch> = [
  v.text('code', h.code, (b) => b.code),
  v.text('name', h.branch_name, (b) => b.name),
  v.code('area', h.area, (b) => b.area, w.area),
  v.text('phone', h.phone, (b) => b.phone),
]

export const staffView: View<Staff> = [
  v.text('branch', h.branch, (s) => s.branch),
  v.text('name', h.staff_name, (s) => s.name),
  v.moment('retired_at', h.retired_at, (s) => s.retired_at),
]

interface OfficeNow {
  readonly office: Office
  readonly now: Instant
}

const ruleView = (office: Office): View<DatedRule | DatedHour> => [
  v.text('key', h.key, (r) => ('slot' in r ? r.slot : r.key)),
  { name: 'value', heading: h.value, cell: (r) => ('slot' in r ? { kind: 'text', value: r.hour } : ruleCell(r)) },
  v.text('from', h.from, (r) => fromDay(office, r)),
  v.text('article', h.article, (r) => ('slot' in r ? '1.4' : ARTICLE_OF[r.key])),
]

function fromDay({ zone }: Office, rule: DatedRule | DatedHour): Day | undefined {
  if ('slot' in rule) return rule.from_day
  return rule.from_at === 0 ? undefined : dayAt(zone, rule.from_at)
}

function ruleCell(rule: DatedRule): v.Cell {
  return { kind: isFen(rule.key) ? 'yuan' : 'count', value: rule.value }
}

/** The settings, each rule as it stands now, and all rules with their dates. */
export function officeView(office: Office): View<OfficeNow> {
  return [
    v.text('office_code', h.office_code, (o) => o.office.office_code),
    v.text('office_name', h.office_name, (o) => o.office.office_name),
    v.text('timezone', h.timezone, (o) => o.office.zone.name),
    v.text('morning', h.morning, (o) => hourOf(o.office, 'morning', dayAt(o.office.zone, o.now))),
    v.text('afternoon', h.afternoon, (o) => hourOf(o.office, 'afternoon', dayAt(o.office.zone, o.now))),
    v.text('language', h.language, (o) => o.office.language),
    v.text('fines_from', h.fines_from, (o) => o.office.fines_from),
    v.text('closed_month', h.closed_month, (o) => o.office.closed_month),
    ...RULE_KEYS.map((key): v.Column<OfficeNow> => ({
      name: key,
      heading: h[key],
      cell: (o) => ruleCell(ruleAt(o.office.rules, key, o.now)),
    })),
    v.text('symptoms', h.symptoms, (o) => o.office.symptoms),
    v.list('rules', h.rules, ruleView(office), (o) => [...o.office.rules, ...o.office.cut_offs]),
  ]
}
