import type { Instant } from '../kernel/zone.ts'

/** Rules with a date: the one in force when the ticket was reported (hours) or the case occurred (days, fen) judges. */
export const RULE_KEYS = [
  'line_hours',
  'network_hours',
  'repeat_days',
  'fine_overdue',
  'fine_repeat',
  'fine_telecom_10000',
  'fine_mayor_hotline',
  'fine_bureau_leader',
  'fine_company_leader',
] as const
export type RuleKey = (typeof RULE_KEYS)[number]

/** What the regulation says (2.2, 2.3, 3.1–3.3): hours, days, fen. */
export const REGULATION: Readonly<Record<RuleKey, number>> = {
  line_hours: 24,
  network_hours: 36,
  repeat_days: 30,
  fine_overdue: 1000,
  fine_repeat: 2000,
  fine_telecom_10000: 10_000,
  fine_mayor_hotline: 3000,
  fine_bureau_leader: 3000,
  fine_company_leader: 2000,
}

/** Which article a rule puts in numbers. */
export const ARTICLE_OF: Readonly<Record<RuleKey, string>> = {
  line_hours: '2.2',
  network_hours: '2.3',
  repeat_days: '3.2',
  fine_overdue: '3.1',
  fine_repeat: '3.2',
  fine_telecom_10000: '3.3',
  fine_mayor_hotline: '3.3',
  fine_bureau_leader: '3.3',
  fine_company_leader: '3.3',
}

export interface DatedRule {
  readonly key: RuleKey
  /** In force from this instant until the next of the same key. The first one is from 0, so there is never a gap. */
  readonly from_at: Instant
  /** Hours, days or fen. */
  readonly value: number
}

/** The rule in force at an instant. `rules` holds each key from 0 on. */
export function ruleAt(rules: readonly DatedRule[], key: RuleKey, at: Instant): DatedRule {
  let found: DatedRule = { key, from_at: 0, value: REGULATION[key] }
  for (const rule of rules) {
    if (rule.key === key && rule.from_at <= at && rule.from_at >= found.from_at) found = rule
  }
  return found
}

/** All values a rule ever has, oldest first, with the instant each begins; without one of its own, the regulation's. */
export function rulesOf(rules: readonly DatedRule[], key: RuleKey): DatedRule[] {
  const dated = rules.filter((rule) => rule.key === key).sort((a, b) => a.from_at - b.from_at)
  return dated[0]?.from_at === 0 ? dated : [{ key, from_at: 0, value: REGULATION[key] }, ...dated]
}

export function isRuleKey(key: string): key is RuleKey {
  return RULE_KEYS.some((known) => known === key)
}

export function isFen(key: RuleKey): boolean {
  return key.startsWith('fine_')
}
