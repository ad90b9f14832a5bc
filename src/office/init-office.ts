import { dayAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { serverWords } from '../kernel/messages/server.ts'
import { record } from '../kernel/outcome.ts'
import { LANGUAGES, asIs } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { zoneNamed } from '../kernel/zone.ts'
import { roleLines } from '../store/engine.ts'
import { putRule, putSetting, readOffice } from './queries.ts'
import { REGULATION, RULE_KEYS } from './rules.ts'
import { readCode, readCutOff, requireCutOffOrder } from './setting-values.ts'
import { officeView } from './views.ts'

export const initOffice = verb({
  path: 'init',
  summary: t.init,
  examples: [
    'baoxiu init --office-code KF --office-name 客户部 --language zh-CN --fines-from 2026-11-01',
    'baoxiu init --office-code KF --office-name 客户部 --afternoon 14:30 --db office.db',
  ],
  operands: {},
  flags: {
    office_code: f.required(f.optional('CODE', t.codeOfOffice, readCode)),
    office_name: f.required(f.text('NAME', t.nameOfOffice)),
    timezone: f.otherwise(f.text('ZONE', t.zone), 'Asia/Shanghai'),
    morning: f.otherwise(f.optional('HH:MM', t.morning, readCutOff), '08:00'),
    afternoon: f.otherwise(f.optional('HH:MM', t.afternoon, readCutOff), '14:00'),
    fines_from: f.day(t.finesFrom),
    language: f.choice(LANGUAGES, t.language, codeWords.language),
  },
  faults: ['DB_EXISTS'],
  withoutOffice: true,
  async run(ctx, given) {
    const zone = zoneNamed(given.timezone)
    if (zone === undefined) throw new Fault('INVALID_VALUE', t.zoneUnknown(given.timezone))
    requireCutOffOrder(given.morning, given.afternoon)
    const office = await ctx.creating(async (db) => {
      await putSetting(db, 'office_code', given.office_code)
      await putSetting(db, 'office_name', given.office_name)
      await putSetting(db, 'timezone', zone.name)
      await putSetting(db, 'morning', given.morning)
      await putSetting(db, 'afternoon', given.afternoon)
      await putSetting(db, 'fines_from', given.fines_from ?? dayAt(zone, ctx.now))
      if (given.language !== undefined) await putSetting(db, 'language', given.language)
      for (const key of RULE_KEYS) await putRule(db, { key, from_at: 0, value: REGULATION[key] })
      return readOffice(db)
    })
    const lines = (await roleLines(ctx.place, ctx.signal)).map(asIs)
    const notes = lines.length === 0 ? [] : [serverWords.rolesFollow, ...lines]
    return record(officeView(office), { office, now: ctx.now }, { notes })
  },
})
