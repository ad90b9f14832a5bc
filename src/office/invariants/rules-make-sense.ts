import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { readOffice } from '../queries.ts'
import { isFen } from '../rules.ts'

/** What `office set` would refuse: a rule that nobody can have set. */
export const rulesMakeSense: Invariant = {
  name: 'rules-make-sense',
  remedy: t.setAgain,
  async *breaches(db) {
    const { rules, morning, afternoon } = await readOffice(db)
    if (morning >= afternoon) yield { subject: 'morning', what: t.settingOdd('morning', morning) } satisfies Breach
    for (const { key, value } of rules) {
      const isWhole = Number.isSafeInteger(value) && value >= (isFen(key) ? 0 : 1)
      if (!isWhole) yield { subject: key, what: t.settingOdd(key, String(value)) } satisfies Breach
    }
  },
}
