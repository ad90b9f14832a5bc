import type { Text } from '../text.ts'

const span = (minutes: number): Text => {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round((minutes % 60) * 100) / 100]
  if (hours === 0) return { en: `${rest} min`, zh: `${rest} 分` }
  return { en: `${hours} h ${rest} min`, zh: `${hours} 小时 ${rest} 分` }
}
const many = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
const near = (names: readonly string[]): Text => ({ en: names.join(', '), zh: names.join('、') })

/** Duty around the clock (1.1). */
export const dutyWords = {
  on: { en: 'Sign on for duty at the desk', zh: '值班签到' } as Text,
  onNotes: {
    en: 'Signing on while another is on is a handover of the desk: both may overlap. A shift that is over already, or a correction: give --until too.',
    zh: '他人在班时签到即为交接班，两人可以重叠。补记已结束的班次或更正时，同时给出 --until。',
  } as Text,
  off: { en: 'Sign off', zh: '值班签退' } as Text,
  void: { en: 'Void a shift entered by mistake; it keeps its number', zh: '作废误录的班次；编号保留' } as Text,
  list: {
    en: 'Who was on duty: a strip by the half-hour, for a day or a week',
    zh: '值班表：按半小时显示一天或一周',
  } as Text,
  listNotes: {
    en: 'Without dates: today. --format table, --json and --csv list the shifts that reach into the days, with their numbers.',
    zh: '不写日期即为今天。--format table、--json、--csv 列出这些日子里的班次及编号。',
  } as Text,
  coverage: { en: 'Every stretch in which nobody was on duty (art. 1.1)', zh: '列出所有无人值班的时段（1.1）' } as Text,
  coverageNotes: {
    en: 'Both days count whole, today up to now. Beside each gap: how many calls the desk took in it, and the first ten of them; --json holds up to a thousand (call_list). Calls of old books count, void ones do not.',
    zh: '起止两天都算全天，今天算到现在。每个空档旁列出其间客户部接报的数量和前十张单号；--json 的 call_list 最多一千张。旧登记本的报修计入，作废的不计。',
  } as Text,
  name: {
    en: 'who; names seen before are offered where it is missing',
    zh: '姓名；不写时列出以前出现过的姓名',
  } as Text,
  onAt: { en: 'when the shift began; default now', zh: '到岗时间；默认现在' } as Text,
  offAt: { en: 'when the shift ended; default now', zh: '离岗时间；默认现在' } as Text,
  until: { en: 'when it ended, for a shift that is over', zh: '离岗时间，用于已结束的班次' } as Text,
  shiftNo: { en: 'number of the shift', zh: '班次编号' } as Text,
  reason: { en: 'why', zh: '原因' } as Text,
  date: { en: 'the day; default today', zh: '日期；默认今天' } as Text,
  week: { en: 'the whole week of that day, from Monday', zh: '该日所在的整周（周一起）' } as Text,
  from: { en: 'first day', zh: '起始日' } as Text,
  to: { en: 'last day, whole', zh: '截止日（含当天）' } as Text,
  format: { en: 'chart (default for up to a month) or table', zh: 'chart 图表（一个月以内默认），table 列表' } as Text,

  whoFirst: (label: string, seen: readonly string[]): Text => ({
    en: `missing ${label}${seen.length === 0 ? '' : `; seen before: ${near(seen).en}`}`,
    zh: `缺少 ${label}${seen.length === 0 ? '' : `；以前出现过：${near(seen).zh}`}`,
  }),
  askName: (seen: readonly string[]): Text => ({
    en: seen.length === 0 ? 'Name: ' : `Name (${near(seen).en}): `,
    zh: seen.length === 0 ? '姓名：' : `姓名（${near(seen).zh}）：`,
  }),
  newName: (name: string, like: readonly string[]): Text => ({
    en: `${name} was not seen before; near: ${near(like).en}`,
    zh: `${name} 以前没有出现过；相近的有：${near(like).zh}`,
  }),
  alreadyOn: (name: string, since: string): Text => ({
    en: `${name} is on duty already, since ${since}`,
    zh: `${name} 已在班，自 ${since}`,
  }),
  notOn: (name: string, like: readonly string[]): Text => ({
    en: `${name} is not on duty${like.length === 0 ? '' : `; on duty: ${near(like).en}`}`,
    zh: `${name} 不在班${like.length === 0 ? '' : `；在班的有：${near(like).zh}`}`,
  }),
  overlaps: (name: string, no: number, from: string, to: string | undefined): Text => ({
    en: `${name} was on duty from ${from}${to === undefined ? ' on' : ` to ${to}`} (shift ${no}); that overlaps`,
    zh: `${name} 在 ${from} ${to === undefined ? '之后' : `至 ${to} `}已有班次（${no} 号），时间重叠`,
  }),
  offBeforeOn: (label: string, at: string, on: string): Text => ({
    en: `${label} ${at} is not after the shift began, ${on}`,
    zh: `${label} ${at} 不晚于到岗时间 ${on}`,
  }),
  alsoOn: (name: string, since: string): Text => ({
    en: `also on duty: ${name}, since ${since}`,
    zh: `同时在班：${name}，自 ${since}`,
  }),
  longOn: (name: string, since: string, hours: number): Text => ({
    en: `${name}: on duty for ${hours} h on end, from ${since}; was signing off forgotten?`,
    zh: `${name} 自 ${since} 起连续在班 ${hours} 小时：是否忘记签退？`,
  }),
  gapBefore: (from: string, to: string, minutes: number): Text => ({
    en: `nobody was on duty from ${from} to ${to} (${span(minutes).en})`,
    zh: `${from} 至 ${to} 无人值班（${span(minutes).zh}）`,
  }),
  nobodyNow: { en: 'nobody is on duty now (art. 1.1)', zh: '现在无人值班（1.1）' } as Text,
  shiftUnknown: (no: number): Text => ({ en: `no shift ${no}`, zh: `没有 ${no} 号班次` }),
  alreadyVoid: (no: number): Text => ({ en: `shift ${no} was void already`, zh: `${no} 号班次此前已作废` }),
  onNow: (name: string, since: string): Text => ({
    en: `on duty now: ${name}, since ${since}`,
    zh: `现在在班：${name}，自 ${since}`,
  }),
  noShifts: { en: 'no shifts in these days', zh: '这些日子没有班次' } as Text,
  noDutyList: {
    en: 'no duty list is kept yet; sign on with `baoxiu duty on --name NAME`',
    zh: '还没有值班记录；用 `baoxiu duty on --name 姓名` 签到',
  } as Text,
  noGaps: { en: 'no gaps', zh: '没有空档' } as Text,
  summary: (from: string, to: string, percent: string, gaps: number, minutes: number, calls: number): Text => ({
    en: `${from} to ${to}: on duty ${percent} %; ${many(gaps, 'gap')}${gaps === 0 ? '' : `, ${span(minutes).en} in all; ${many(calls, 'call')} meanwhile`}`,
    zh: `${from} 至 ${to}：值班率 ${percent}%；空档 ${gaps} 处${gaps === 0 ? '' : `，共 ${span(minutes).zh}；其间报修 ${calls} 次`}`,
  }),
  notYet: (day: string): Text => ({ en: `--from ${day} has not begun yet`, zh: `--from ${day} 还没有到` }),
  dayOrSpan: {
    en: 'give --date (with --week), or --from and --to',
    zh: '请给出 --date（可加 --week），或 --from 和 --to',
  } as Text,
  shiftOverlaps: (no: number, name: string): Text => ({
    en: `shift ${no} overlaps an earlier one of ${name}`,
    zh: `${no} 号班次与 ${name} 更早的班次重叠`,
  }),
  voidOneShift: {
    en: 'void the wrong one with `baoxiu duty void SHIFT`',
    zh: '用 `baoxiu duty void 编号` 作废其中错误的一个',
  } as Text,
  itemNotInCode: (item: string): Text => ({
    en: `"${item}" is not in the conduct code`,
    zh: `行为规范中没有“${item}”`,
  }),
  voidInspection: {
    en: 'void it with `baoxiu conduct void INSPECTION` and record it again',
    zh: '用 `baoxiu conduct void 编号` 作废后重新登记',
  } as Text,
  nobody: { en: 'nobody', zh: '无人' } as Text,
  hours: { en: 'h:min', zh: '时长' } as Text,
  weekdays: [
    { en: 'Sun', zh: '周日' },
    { en: 'Mon', zh: '周一' },
    { en: 'Tue', zh: '周二' },
    { en: 'Wed', zh: '周三' },
    { en: 'Thu', zh: '周四' },
    { en: 'Fri', zh: '周五' },
    { en: 'Sat', zh: '周六' },
  ] as readonly Text[],
  legend: {
    en: '# on duty   + part of the half-hour   . not   ! nobody at the desk',
    zh: '# 在班   + 半小时中的一部分   . 不在班   ! 无人值班',
  } as Text,
}
