import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import { SHANGHAI, zoneNamed } from '../kernel/zone.ts'
import type { Area, Branch, Office, Staff } from './office.ts'
import type { DatedHour } from './cut-offs.ts'
import { isRuleKey } from './rules.ts'
import type { DatedRule } from './rules.ts'

const SETTINGS = `select key, value from setting order by key`
const RULES = `select key, from_at, value from rule order by key, from_at`
const CUT_OFFS = `select slot, from_day, hour from cut_off order by from_day, slot`
const PUT_CUT_OFF = `
  insert into cut_off (slot, from_day, hour) values ($1, $2, $3) on conflict (slot, from_day) do update set hour = $3`
const PUT_SETTING = `
  insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = $2`
const PUT_RULE = `
  insert into rule (key, from_at, value) values ($1, $2, $3) on conflict (key, from_at) do update set value = $3`

/** The office with its settings and dated rules. */
export async function readOffice(db: ReadDb): Promise<Office> {
  const [settings, rules] = await Promise.all([readSettings(db), db.all(RULES)])
  const of = (key: string): string => settings.get(key) ?? ''
  return {
    office_code: of('office_code'),
    office_name: of('office_name'),
    zone: zoneNamed(of('timezone')) ?? SHANGHAI,
    morning: of('morning'),
    afternoon: of('afternoon'),
    cut_offs: (await db.all(CUT_OFFS)) as unknown as DatedHour[],
    language: languageOf(settings.get('language')),
    fines_from: of('fines_from'),
    symptoms: settings.get('symptoms'),
    closed_month: settings.get('closed_month'),
    rules: rules.flatMap(ruleOf),
  }
}

export async function readSettings(db: ReadDb): Promise<Map<string, string>> {
  return new Map((await db.all(SETTINGS)).map((row) => [String(row.key), String(row.value)]))
}

function languageOf(value: string | undefined): Office['language'] {
  return value === 'en' || value === 'zh-CN' ? value : undefined
}

function ruleOf(row: Row): DatedRule[] {
  const key = String(row.key)
  return isRuleKey(key) ? [{ key, from_at: Number(row.from_at), value: Number(row.value) }] : []
}

export async function putSetting(db: WriteDb, key: string, value: string): Promise<void> {
  const before = (await readSettings(db)).get(key)
  await db.run(PUT_SETTING, [key, value])
  const change = { subject: key, table: 'setting', after: { key, value } }
  await db.record(before === undefined ? change : { ...change, before: { key, value: before } })
}

export async function putRule(db: WriteDb, rule: DatedRule): Promise<void> {
  const before = (await db.all(RULES)).flatMap(ruleOf).find((r) => r.key === rule.key && r.from_at === rule.from_at)
  await db.run(PUT_RULE, [rule.key, rule.from_at, rule.value])
  const change = { subject: rule.key, table: 'rule', after: rule }
  await db.record(before === undefined ? change : { ...change, before })
}

export async function putCutOff(db: WriteDb, hour: DatedHour, before: DatedHour | undefined): Promise<void> {
  await db.run(PUT_CUT_OFF, [hour.slot, hour.from_day, hour.hour])
  const change = { subject: hour.slot, table: 'cut_off', after: hour }
  await db.record(before === undefined ? change : { ...change, before })
}

const BRANCHES = `select code, name, area, phone from branch order by code`
const PUT_BRANCH = `
  insert into branch (code, name, area, phone) values ($1, $2, $3, $4)
  on conflict (code) do update set name = $2, area = $3, phone = $4`

export async function readBranches(db: ReadDb): Promise<Branch[]> {
  return (await db.all(BRANCHES)).map((row) => ({
    code: String(row.code),
    name: String(row.name),
    area: row.area as Area,
    phone: row.phone === null ? null : String(row.phone),
  }))
}

export async function putBranch(db: WriteDb, branch: Branch, before?: Branch): Promise<void> {
  await db.run(PUT_BRANCH, [branch.code, branch.name, branch.area, branch.phone])
  const change = { subject: branch.code, table: 'branch', after: branch }
  await db.record(before === undefined ? change : { ...change, before })
}

const STAFF = `select branch, name, retired_at from staff order by branch, name`
const PUT_STAFF = `
  insert into staff (branch, name, retired_at) values ($1, $2, $3)
  on conflict (branch, name) do update set retired_at = $3`

export async function readStaff(db: ReadDb): Promise<Staff[]> {
  return (await db.all(STAFF)).map((row) => ({
    branch: String(row.branch),
    name: String(row.name),
    retired_at: row.retired_at === null ? null : Number(row.retired_at),
  }))
}

export async function putStaff(db: WriteDb, staff: Staff, before?: Staff): Promise<void> {
  await db.run(PUT_STAFF, [staff.branch, staff.name, staff.retired_at])
  const change = { subject: staff.name, table: 'staff', after: staff }
  await db.record(before === undefined ? change : { ...change, before })
}
