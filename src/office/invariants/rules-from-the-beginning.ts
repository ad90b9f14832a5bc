import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { readOffice } from '../queries.ts'
import { RULE_KEYS } from '../rules.ts'

/** Whatever the day of a report, there is a rule for it. */
export const rulesFromTheBeginning: Invariant = {
  name: 'rules-from-the-beginning',
  remedy: t.setAgain,
  async *breaches(db) {
    const { rules } = await readOffice(db)
    for (const key of RULE_KEYS) {
      const first = rules.find((rule) => rule.key === key && rule.from_at === 0)
      if (first === undefined) yield { subject: key, what: t.ruleMissing(key) } satisfies Breach
    }
  },
}
