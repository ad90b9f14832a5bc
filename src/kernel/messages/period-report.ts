import type { Text } from '../text.ts'

const p = (en: string, zh: string): Text => ({ en, zh })

/** The reports of a day and of a month. */
export const periodWords = {
  day: p('The day in figures: calls, repairs, what was late', '日报：当天的接报、修复、超时'),
  month: p('The month in figures and charts, against last month and last year', '月报：图表，与上月、去年同月对比'),
  notes: p(
    'A void ticket counts only as void. On time and late: of what was repaired in the period; overdue: deadlines of the period that were missed, repaired since or not. A month that is not over is compared with as many days of the other months. --format html is one page for the printer and the phone; --json has every figure.',
    '作废单只计入作废。按时、迟修指本期修复的；超时指时限落在本期而未按时修复的，不论后来是否修好。未满的月份与其他月份的同样天数相比。--format html 生成一页，可打印也可在手机上看；--json 给出全部数字。',
  ),
  dayFlag: p('the day; default today', '日期；默认今天'),
  monthFlag: p('the month; default this one', '月份；默认本月'),
  format: p(
    'text, or html for printer and phone; default: a screen on a terminal, else the figures',
    'text 文本，html 供打印和手机查看；默认：终端上为图表，否则为数字',
  ),
  nightlyReport: p(
    'also yesterday’s report and that of its month, as HTML pages',
    '同时写出昨天的日报和当月月报（HTML）',
  ),
  ahead: (name: string): Text => p(`${name} is still to come`, `${name}还没到`),
  /** A day or a month; the word is its weekday, empty for a month. */
  dated: (name: string, word: string, [year, month, day]: readonly (number | undefined)[]): Text =>
    word === '' ? p(name, `${year}年${month}月`) : p(`${name} (${word})`, `${year}年${month}月${day}日（${word}）`),
  titleOfDay: p('Report of the day', '日报'),
  titleOfMonth: p('Report of the month', '月报'),
  upTo: (last: string): Text => p(`up to ${last}`, `截至 ${last}`),
  current: { day: p('This day', '当天'), month: p('This month', '本月') },
  previous: { day: p('A week before', '上周同日'), month: p('Last month', '上月') },
  lastYear: { day: p('Last year', '去年同周日'), month: p('Last year', '去年同月') },
  comparedWith: (first: string, last: string): Text => p(`${first} to ${last}`, `${first} 至 ${last}`),
  figures: p('At a glance', '总览'),
  calls: p('Calls', '接报'),
  voids: p('Void', '作废'),
  handedOver: p('Handed over', '交接'),
  repaired: p('Repaired', '修复'),
  onTime: p('On time', '按时'),
  late: p('Late', '迟修'),
  overdue: p('Overdue', '超时'),
  repeats: p('Repeats', '重复报修'),
  overdueShort: p('Late', '超时'),
  repeatsShort: p('Again', '重复'),
  complaintsShort: p('Compl.', '投诉'),
  complaints: p('Complaints', '投诉'),
  holds: p('Holds', '未修登记'),
  median: p('Repair time, median', '修复用时（中位）'),
  ninety: p('Repair time, 90%', '修复用时（九成以内）'),
  fines: p('Fines', '处罚'),
  finesCount: p('Fines that occurred', '发生的处罚'),
  finesYuan: p('Fines, yuan', '处罚金额（元）'),
  gaps: p('Desk left alone', '无人值班'),
  gapTimes: p('Gaps', '空档次数'),
  periodHead: p('Period', '期间'),
  kindHead: p('Kind', '类别'),
  complete: p('Complete', '已满'),
  byClass: p('On time by class', '按时率：按类别'),
  byBranch: p('On time by branch', '按时率：按分公司'),
  byDay: p('Calls by day', '每日接报'),
  byHour: p('Calls by weekday and hour', '接报时段（星期 × 小时）'),
  bands: p('How long repairs took', '修复用时'),
  holdsByReason: p('Why repairs had to wait', '未修原因'),
  byChannel: p('Complaints', '投诉渠道'),
  again: p('Addresses that come again', '反复报修的地址'),
  finesOfMonth: (month: string): Text => p(`Fines of ${month}, in yuan`, `${month} 处罚汇总（元）`),
  finesByBranch: p('Fines by branch', '各分公司处罚'),
  date: p('Date', '日期'),
  weekday: p('Weekday', '星期'),
  hour: p('Hour', '小时'),
  lastReport: p('Last report', '最近一次'),
  upToHours: p('Up to, hours', '不超过（小时）'),
  aboveHours: p('Above, hours', '超过（小时）'),
  repairs: p('Repairs', '修复数'),
  weekdays: [
    p('Mon', '周一'),
    p('Tue', '周二'),
    p('Wed', '周三'),
    p('Thu', '周四'),
    p('Fri', '周五'),
    p('Sat', '周六'),
    p('Sun', '周日'),
  ] as readonly Text[],
  total: p('Total', '合计'),
  most: (n: number, date: string, weekday: Text): Text =>
    p(`most: ${n} on ${date} (${weekday.en})`, `最多 ${n} 张：${date}（${weekday.zh}）`),
  busiest: (weekday: Text, hour: number, n: number): Text =>
    p(
      `busiest: ${weekday.en} ${hour}:00–${hour + 1}:00, ${n} calls`,
      `最忙：${weekday.zh} ${hour}–${hour + 1} 点，${n} 张`,
    ),
  band: (above: number, upTo: number | undefined): Text => {
    if (upTo === undefined) return p(`over ${above} h`, `超过 ${above} 小时`)
    return above === 0 ? p(`up to ${upTo} h`, `${upTo} 小时内`) : p(`${above}–${upTo} h`, `${above}–${upTo} 小时`)
  },
  share: (onTime: number, all: number, percent: number | undefined): Text => {
    const counts = `${onTime}/${all}`
    return percent === undefined ? p(counts, counts) : p(`${percent}% (${counts})`, `${percent}% (${counts})`)
  },
  noRepairs: p('nothing repaired', '无修复'),
  overdueOf: (n: number): Text => p(`, ${n} overdue`, `，超时 ${n}`),
  minutes: (total: number): Text => {
    const [days, hours, minutes] = [Math.floor(total / 1440), Math.floor((total % 1440) / 60), Math.floor(total % 60)]
    if (days > 0)
      return hours === 0 ? p(`${days} d`, `${days} 天`) : p(`${days} d ${hours} h`, `${days} 天 ${hours} 小时`)
    if (hours === 0) return p(`${minutes} min`, `${minutes} 分`)
    return minutes === 0
      ? p(`${hours} h`, `${hours} 小时`)
      : p(`${hours} h ${minutes} min`, `${hours} 小时 ${minutes} 分`)
  },
  /** For the head of a page. */
  shortMinutes: (total: number): Text => {
    const hours = Math.round(total / 6) / 10
    return total < 60 ? p(`${total} min`, `${total} 分`) : p(`${hours} h`, `${hours} 小时`)
  },
  times: (n: number): Text => p(n === 1 ? 'once' : `${n} times`, `${n} 次`),
  callsFrom: (n: number): Text => p(`${n} calls`, `${n} 次`),
  none: p('none', '无'),
  unknown: p('—', '—'),
  scale: (from: number, to: number): Text =>
    p(from === to ? `${from}` : `${from}–${to}`, from === to ? `${from}` : `${from}–${to}`),
  pending: (n: number, yuan: string): Text => p(`${n} pending, ${yuan} yuan`, `待核实 ${n} 件，${yuan} 元`),
  pendingHead: p('Pending', '待核实'),
  confirmedHead: p('Confirmed', '已核实'),
  moreAddresses: (n: number): Text => p(`and ${n} more`, `另有 ${n} 处`),
  callsOnDays: (calls: number, days: number, most: Text): Text =>
    p(`${calls} calls in ${days} days; ${most.en}`, `${days} 天共 ${calls} 张；${most.zh}`),
  legend: p('solid: on time, striped: late', '实色：按时，斜纹：迟修'),
  legendText: p('#: on time, x: late', '#：按时，x：迟修'),
  countedTitle: p('How it is counted', '统计口径'),
  counted: [
    p(
      'Calls are reports of the period that are not void; rows of old books count where they fall.',
      '接报：本期报修，作废的不计；旧登记本的行按其报修时间计入。',
    ),
    p(
      'On time and late are of what was repaired in the period and had a deadline (2.2–2.4). Overdue are deadlines of the period that were missed, repaired since or not (3.1).',
      '按时、迟修：本期修复且有时限的（2.2–2.4）。超时：时限落在本期而未按时修复的，不论后来是否修好（3.1）。',
    ),
    p(
      'Repair time runs from the report to the repair. Half of the repairs took at most the median, nine of ten at most the 90% time.',
      '修复用时：从报修到修复。一半的修复不超过中位用时，九成不超过“九成以内”用时。',
    ),
    p(
      'Repeats and fines are findings that occurred in the period; fines dismissed are not added up. The table by branch is what is booked in the month.',
      '重复报修、处罚：发生于本期的；不处罚的不计金额。分公司处罚表为记入本月的数。',
    ),
    p(
      'Shares of fewer than 20 are given as counts, not as percentages. A month that is not over is compared with as many days.',
      '不足 20 件时只列件数，不算百分比。未满的月份与同样天数相比。',
    ),
  ] as readonly Text[],
}
