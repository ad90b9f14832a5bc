import type { Breach, Invariant } from '../kernel/invariant.ts'
import { invariantWords as t } from '../kernel/messages/invariants.ts'
import { zoneNamed } from '../kernel/zone.ts'
import { readOffice, readSettings } from './queries.ts'
import { RULE_KEYS, isFen } from './rules.ts'

const READABLE: Readonly<Record<string, (value: string) => boolean>> = {
  office_code: (value) => /^[A-Z0-9]{1,8}$/.test(value),
  office_name: (value) => value !== '',
  timezone: (value) => zoneNamed(value) !== undefined,
  morning: (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  afternoon: (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  fines_from: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
}

/** Every verdict reads them: a missing one would silently be read as something else. */
const settingsReadable: Invariant = {
  name: 'settings-readable',
  remedy: t.setAgain,
  async *breaches(db) {
    const settings = await readSettings(db)
    for (const [key, isReadable] of Object.entries(READABLE)) {
      const value = settings.get(key)
      if (value === undefined) yield { subject: key, what: t.settingMissing(key) } satisfies Breach
      else if (!isReadable(value)) yield { subject: key, what: t.settingOdd(key, value) } satisfies Breach
    }
  },
}

const rulesFromTheBeginning: Invariant = {
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

/** What `office set` would refuse: a rule that nobody can have set. */
const rulesMakeSense: Invariant = {
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

export const officeInvariants: readonly Invariant[] = [settingsReadable, rulesFromTheBeginning, rulesMakeSense]
