import { dayAt, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fineWords } from '../kernel/messages/fines.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { nearest } from '../kernel/nearest.ts'
import { record } from '../kernel/outcome.ts'
import { LANGUAGES } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { zoneNamed } from '../kernel/zone.ts'
import { daysOfChange, hourOf } from './cut-offs.ts'
import type { DatedHour, Slot } from './cut-offs.ts'
import { hasNumbers } from './numbering.ts'
import type { Office } from './office.ts'
import { putCutOff, putRule, putSetting, readOffice } from './queries.ts'
import { RULE_KEYS, isFen, isRuleKey } from './rules.ts'
import type { RuleKey } from './rules.ts'
import { readCutOff, requireCutOffOrder } from './setting-values.ts'
import { officeView } from './views.ts'

const PLAIN_KEYS = ['office_name', 'timezone', 'language', 'fines_from', 'symptoms'] as const
const SLOT_KEYS = ['morning', 'afternoon'] as const
type PlainKey = (typeof PLAIN_KEYS)[number]

export const setSetting = verb({
  path: 'office set',
  summary: t.set,
  notes: t.setNotes,
  examples: [
    'baoxiu office set afternoon 14:30 --from 2027-05-01',
    'baoxiu office set fine_overdue 15 --from 2027-01-01',
  ],
  operands: {
    key: f.required(f.text('KEY', t.key)),
    value: f.required(f.text('VALUE', t.value)),
  },
  flags: { from: f.day(t.from) },
  faults: ['MONTH_CLOSED'],
  async run(ctx, given) {
    const office = await ctx.writing(async (db) => {
      const before = await readOffice(db)
      if (isRuleKey(given.key)) await setRule(ctx, db, before, given.key, given.value, given.from)
      else if (isSlot(given.key)) await setCutOff(ctx, db, before, given.key, given.value, given.from)
      else await setPlain(ctx, db, before, given.key, given.value, given.from)
      return readOffice(db)
    })
    return record(officeView(office), { office, now: ctx.now })
  },
})

async function setRule(
  ctx: Ctx,
  db: WriteDb,
  office: Office,
  key: RuleKey,
  typed: string,
  from: Day | undefined,
): Promise<void> {
  const value = isFen(key) ? f.readYuan(typed, key) : readSpan(ctx, key, typed)
  const day = from ?? dayAt(office.zone, ctx.now)
  requireOpenMonth(office, day)
  await putRule(db, { key, from_at: startOfDay(office.zone, day), value })
}

function isSlot(key: string): key is Slot {
  return SLOT_KEYS.some((slot) => slot === key)
}

/** Art. 1.4: the half-day ends at this hour from a day on; what is frozen keeps its cut-off. */
async function setCutOff(
  ctx: Ctx,
  db: WriteDb,
  office: Office,
  slot: Slot,
  typed: string,
  from: Day | undefined,
): Promise<void> {
  const day = from ?? dayAt(office.zone, ctx.now)
  requireOpenMonth(office, day)
  const dated = { slot, from_day: day, hour: readCutOff(typed, slot) }
  const isSame = (known: DatedHour): boolean => known.slot === slot && known.from_day === day
  const others = office.cut_offs.filter((known) => !isSame(known))
  const hours = { ...office, cut_offs: [...others, dated] }
  for (const each of daysOfChange(hours, day))
    requireCutOffOrder(hourOf(hours, 'morning', each), hourOf(hours, 'afternoon', each))
  await putCutOff(db, dated, office.cut_offs.find(isSame))
}

/** More would lead out of the calendar. */
const LONGEST_SPAN = 9999

/** Hours or days. */
function readSpan(ctx: Ctx, key: RuleKey, typed: string): number {
  const value = f.required(f.whole(t.value)).read([typed], key, ctx)
  if (value > LONGEST_SPAN) throw new Fault('INVALID_VALUE', t.ruleTooHigh(key, typed, LONGEST_SPAN))
  return value
}

async function setPlain(
  ctx: Ctx,
  db: WriteDb,
  office: Office,
  typedKey: string,
  typed: string,
  from: Day | undefined,
): Promise<void> {
  const key = PLAIN_KEYS.find((known) => known === typedKey)
  if (key === undefined)
    throw new Fault(
      'INVALID_VALUE',
      t.settingUnknown(typedKey, nearest(typedKey, [...PLAIN_KEYS, ...SLOT_KEYS, ...RULE_KEYS])),
    )
  if (from !== undefined) throw new Fault('USAGE', t.notDated(key))
  const value = readPlain(ctx, office, key, typed)
  if (key === 'timezone' && value !== office.zone.name && (await hasNumbers(db, 'ticket'))) {
    throw new Fault('IN_USE', t.zoneFixed(office.zone.name))
  }
  await putSetting(db, key, value)
}

function readPlain(ctx: Ctx, office: Office, key: PlainKey, typed: string): string {
  switch (key) {
    case 'office_name':
      return typed
    case 'symptoms':
      return typed.trim()
    case 'timezone': {
      const zone = zoneNamed(typed)
      if (zone === undefined) throw new Fault('INVALID_VALUE', t.zoneUnknown(typed))
      return zone.name
    }
    case 'language':
      return f.required(f.choice(LANGUAGES, t.language, codeWords.language)).read([typed], key, ctx)
    case 'fines_from': {
      const day = f.required(f.day(t.finesFrom)).read([typed], key, ctx)
      if (day !== office.fines_from) requireOpenBetween(office, day)
      return day
    }
  }
}

function requireOpenMonth(office: Office, day: Day): void {
  const closed = office.closed_month
  if (closed !== undefined && day.slice(0, 7) <= closed) throw new Fault('MONTH_CLOSED', t.monthClosed(day, closed))
}

/** What lies between the first day of fines and another one becomes a finding, or is none any more. */
function requireOpenBetween(office: Office, day: Day): void {
  requireOpenMonth(office, day)
  const [first, closed] = [office.fines_from, office.closed_month]
  if (closed !== undefined && first.slice(0, 7) <= closed)
    throw new Fault('MONTH_CLOSED', fineWords.finesFromFixed(first, closed))
}
