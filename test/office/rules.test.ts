import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARTICLE_OF, REGULATION, RULE_KEYS, isFen, isRuleKey, ruleAt, rulesOf } from '../../src/office/rules.ts'
import type { DatedRule } from '../../src/office/rules.ts'

test.each([
  ['line_hours', 24, '2.2'],
  ['network_hours', 36, '2.3'],
  ['repeat_days', 30, '3.2'],
  ['fine_overdue', 10_00, '3.1'],
  ['fine_repeat', 20_00, '3.2'],
  ['fine_telecom_10000', 100_00, '3.3'],
  ['fine_mayor_hotline', 30_00, '3.3'],
  ['fine_bureau_leader', 30_00, '3.3'],
  ['fine_company_leader', 20_00, '3.3'],
] as const)('the regulation: %s is %d by article %s', (key, value, article) => {
  expect([REGULATION[key], ARTICLE_OF[key]]).toEqual([value, article])
})

test('money is what the fines are', () => {
  expect(RULE_KEYS.filter(isFen)).toEqual(RULE_KEYS.filter((key) => key.startsWith('fine_')))
  expect(['fine_overdue', 'fines_from', 'constructor'].map(isRuleKey)).toEqual([true, false, false])
})

describe('ruleAt', () => {
  const rules: DatedRule[] = [
    { key: 'line_hours', from_at: 0, value: 24 },
    { key: 'line_hours', from_at: 2000, value: 12 },
    { key: 'network_hours', from_at: 0, value: 36 },
    { key: 'line_hours', from_at: 1000, value: 48 },
  ]

  test.each([
    [0, 24],
    [999, 24],
    [1000, 48],
    [1999, 48],
    [2000, 12],
    [9_999_999_999, 12],
  ])('at %d it is %d: from its first second on', (at, value) => {
    expect(ruleAt(rules, 'line_hours', at).value).toBe(value)
    expect(ruleAt(rules, 'network_hours', at).value).toBe(36)
  })

  test('an office without the rule goes by the regulation', () => {
    expect(ruleAt([], 'repeat_days', 5)).toEqual({ key: 'repeat_days', from_at: 0, value: 30 })
  })

  test('is the latest that has begun, in whatever order they are given', () => {
    const dated = fc.uniqueArray(fc.tuple(fc.nat(100), fc.nat(50)), { selector: ([from_at]) => from_at, maxLength: 8 })
    fc.assert(
      fc.property(dated, fc.nat(120), (pairs, at) => {
        const given = pairs.map(([from_at, value]): DatedRule => ({ key: 'line_hours', from_at, value }))
        const begun = rulesOf(given, 'line_hours').filter((rule) => rule.from_at <= at)
        expect(ruleAt(given, 'line_hours', at).value).toBe(begun.at(-1)?.value ?? REGULATION.line_hours)
      }),
    )
  })
})

test('where somebody took a rule away, the regulation’s own value judges', () => {
  expect(rulesOf([{ key: 'line_hours', from_at: 5, value: 20 }], 'line_hours').map(({ value }) => value)).toEqual([
    24, 20,
  ])
})
