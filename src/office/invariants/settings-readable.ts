import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { zoneNamed } from '../../kernel/zone.ts'
import { readSettings } from '../queries.ts'

const READABLE: Readonly<Record<string, (value: string) => boolean>> = {
  office_code: (value) => /^[A-Z0-9]{1,8}$/.test(value),
  office_name: (value) => value !== '',
  timezone: (value) => zoneNamed(value) !== undefined,
  morning: (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  afternoon: (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  fines_from: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
}

/** Every verdict reads them: a missing one would silently be read as something else. */
export const settingsReadable: Invariant = {
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
