import { hoursOf } from '../duty/roster.ts'
import type { Hours, NamedShifts } from '../duty/roster.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { columnName } from './columns.ts'
import { foldHeading } from './header-words.ts'
import type { Unclear } from './headings/choose.ts'

const ROSTER_FIELDS = ['date', 'shift', 'name', 'on_at', 'off_at', '_line', '_reason', '_book'] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

const WORDS: Readonly<Record<RosterField, string>> = {
  date: 'day 日期 值班日期 年月日 排班日期 上班日期',
  shift: 'hours 班次 班 班别 时段 值班时段 值班时间 时间 班次名称 排班 班种',
  name: 'staff person 姓名 值班人 值班员 值班人员 人员 值班人姓名 员工 员工姓名 客服 客服人员 话务员 接线员',
  on_at: `on start begin 上班时间 接班时间 签到时间 签到 开始时间 到岗时间 上岗时间 ${h.on_at.zh}`,
  off_at: `off end 下班时间 交班时间 签退时间 签退 结束时间 离岗时间 ${h.off_at.zh}`,
  _line: '',
  _reason: '',
  _book: '',
}

const BY_HEADING: ReadonlyMap<string, RosterField> = new Map(
  ROSTER_FIELDS.flatMap((field) =>
    [field, ...WORDS[field].split(' ').filter((word) => word !== '')].map(
      (word) => [foldHeading(word), field] as const,
    ),
  ),
)

/** Which column of a roster tells what. */
export interface RosterColumns {
  readonly headings: readonly string[]
  /** The column of each field; −1: none. */
  readonly at: Readonly<Record<RosterField, number>>
  /** Columns of names, one for each shift, under its hours. */
  readonly shifts: readonly { readonly index: number; readonly hours: Hours }[]
  readonly unmapped: readonly number[]
  readonly unclear: readonly Unclear[]
}

/** What a heading says in words; a date of a row could be hours. */
export function rosterWordOf(heading: string): RosterField | undefined {
  return BY_HEADING.get(foldHeading(heading))
}

/** What a heading stands for, for finding the header; every shift is a column of its own. */
export function rosterFieldOf(heading: string, named: NamedShifts): string | undefined {
  return BY_HEADING.get(foldHeading(heading)) ?? (hoursUnder(heading, named) === undefined ? undefined : heading.trim())
}

function hoursUnder(heading: string, named: NamedShifts): Hours | undefined {
  const hours = hoursOf(heading, named)
  return typeof hours === 'object' && 'from' in hours ? hours : undefined
}

export function mapRoster(headings: readonly string[], named: NamedShifts): RosterColumns {
  const at = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, -1])) as Record<RosterField, number>
  const shifts: { index: number; hours: Hours }[] = []
  const unmapped: number[] = []
  const twice: Unclear[] = []
  for (const [index, heading] of headings.entries()) {
    const field = BY_HEADING.get(foldHeading(heading))
    const hours = hoursUnder(heading, named)
    if (field !== undefined && at[field] < 0) at[field] = index
    else if (field !== undefined) twice.push({ field, columns: [at[field], index] })
    else if (field === undefined && hours !== undefined) shifts.push({ index, hours })
    else unmapped.push(index)
  }
  return { headings, at, shifts, unmapped, unclear: twice }
}

/** Can shifts be read from these columns at all? */
export function isRoster({ at, shifts }: RosterColumns): boolean {
  if (at.name < 0) return at.date >= 0 && shifts.length > 0
  return (at.date >= 0 && at.shift >= 0) || (at.on_at >= 0 && at.off_at >= 0)
}

/** Column → field, for the report. */
export function rosterMapping({ headings, at, shifts }: RosterColumns): { column: string; field: string }[] {
  return [...Object.entries(at), ...shifts.map(({ index }) => ['name', index] as const)]
    .filter(([, index]) => index >= 0)
    .sort(([, a], [, b]) => a - b)
    .map(([field, index]) => ({ column: columnName(headings, index), field }))
}
