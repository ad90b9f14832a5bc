import type { Text } from '../text.ts'

/** Why a cell or row of a book was refused; the value stands beside it. */
export const whyNot = {
  notADate: { en: 'is not a date', zh: '不是日期' },
  notInCalendar: { en: 'is not in the calendar', zh: '日历上没有这一天' },
  noDay: { en: 'lacks the day', zh: '缺少日' },
  noYear: { en: 'lacks the year; give --year', zh: '缺少年份；请用 --year 指明' },
  dayOrMonth: {
    en: 'may be day or month first; write 2008-03-04, or name the order with --map',
    zh: '日月先后不明；请写成 2008-03-04，或用 --map 指明顺序',
  },
  cutByExcel: {
    en: 'may be a day that Excel cut short (3.10 becomes 3.1); write 3月10日 or 3月1日',
    zh: '可能被 Excel 截短（3.10 变成 3.1）；请写成 3月10日 或 3月1日',
  },
  notATime: { en: 'is not a time of day', zh: '不是钟点' },
  noHour: { en: 'lacks the hour', zh: '缺少钟点' },
  unclearHour: {
    en: 'does not tell which hour is meant; write it from 00:00 to 23:59',
    zh: '无法确定是哪个钟点；请按 00:00 至 23:59 书写',
  },
  endOfDay: {
    en: 'is not a time of day; write 00:00 of the day that is meant',
    zh: '没有 24 点；请写明是哪一天的 00:00',
  },
  twoTimes: { en: 'tells another time than the column beside it', zh: '与另一列的时间不一致' },
  timeOrFraction: {
    en: 'may be an hour and minutes or a fraction of a day; write 06:00',
    zh: '可能是时分，也可能是一天的几分之几；请写成 06:00',
  },
  inFuture: { en: 'lies in the future', zh: '在将来' },
  beforeReport: { en: 'lies before the report', zh: '早于接报时间' },
  missing: { en: 'is missing', zh: '缺失' },
  noCustomer: { en: 'no name, no phone and no address', zh: '姓名、电话、地址都没有' },
  noBranch: { en: 'no branch; give --default-branch', zh: '没有分公司；请用 --default-branch 指明' },
  notAClass: {
    en: 'is no class; write line, network or severe, or name the word with --map',
    zh: '不是故障类别；请写线路、一般网络或严重网络，或用 --map 指明这个词',
  },
  notAService: { en: 'is no service; write tv or telecom', zh: '不是业务；请写电视或电信' },
  notAnIntake: { en: 'is neither desk nor branch', zh: '不是客户部或分公司接报' },
  notAStatus: {
    en: 'is no status that is known; name the word with --map',
    zh: '不是认得的状态；请用 --map 指明这个词',
  },
  notAReason: { en: 'is no hold reason', zh: '不是未修原因' },
  notACount: { en: 'is no count', zh: '不是次数' },
  notAFlag: { en: 'is neither true nor false', zh: '不是 true 或 false' },
  notOurMoment: { en: 'is not written as 2008-03-05 15:20:00', zh: '没有写成 2008-03-05 15:20:00' },
  doneWithoutTime: {
    en: 'the row says it was repaired, but not when',
    zh: '写明已修复，却没有修复时间',
  },
  statusDiffers: { en: 'does not fit the other columns', zh: '与其他列不符' },
  tooLong: { en: 'has more than 10,000 characters', zh: '超过一万个字符' },
  notText: {
    en: 'holds bytes that are none of its encoding, or a NUL; write out what is meant',
    zh: '含有不合编码的字节或 NUL；请写明原文',
  },
  nothingAbove: { en: 'means "as above", but nothing is above', zh: '表示“同上”，但上面没有内容' },
  aboveUnread: {
    en: 'is as above, but the row above could not be read; write it out',
    zh: '与上一行相同，但上一行无法读取；请写明',
  },
  swallowedRow: {
    en: 'a quote that does not belong here made one cell of several rows',
    zh: '多余的引号把几行连成了一个单元格',
  },
  openYetRepaired: {
    en: 'says it is not repaired, but the row has a repair time',
    zh: '写明未修复，该行却有修复时间',
  },
  quoteStill: {
    en: 'a quote is opened and never closed: take it out, or empty _reason if it belongs there',
    zh: '有引号没有配对：请删去引号；若引号本来就有，请清空 _reason',
  },
  manyCells: {
    en: 'more than 1,000 cells in use: that is no row of a book',
    zh: '超过 1000 个单元格有内容，不是登记本的一行',
  },
  unclosedQuote: { en: 'a quote is opened and never closed', zh: '有引号没有配对' },
  tooManyCells: { en: 'more cells than the header has', zh: '单元格比表头多' },
  numberTaken: {
    en: 'is known with other content; a ticket is never imported over',
    zh: '此号已有别的内容；不会覆盖已有报修单',
  },
  serialTaken: {
    en: 'is known with other content; if the column only counts lines, keep it out with --map: {"column":…,"field":null}',
    zh: '此号已有别的内容；若这一列只是序号，请用 --map 把它的 field 写成 null',
  },
  numberFlaw: {
    'no-such-day': {
      en: 'names a day that is not in the calendar; correct it, or leave it out for a new number',
      zh: '中的日期日历上没有；请改正，或留空另给新号',
    },
    'no-such-number': {
      en: 'is no number of a day: these go from 0001 to 999999999; correct it, or leave it out for a new number',
      zh: '不是当日的号：号从 0001 到 999999999；请改正，或留空另给新号',
    },
  } satisfies Record<string, Text>,
  branchUnknown: (near: readonly string[]): Text => ({
    en: `is no branch${near.length === 0 ? '' : ` (nearest: ${near.join(', ')})`}; add it, or give --create-missing`,
    zh: `不是分公司${near.length === 0 ? '' : `（相近：${near.join('、')}）`}；请先新增，或用 --create-missing`,
  }),
  staffUnknown: (branch: string, near: readonly string[]): Text => ({
    en: `is no maintainer of ${branch}${near.length === 0 ? '' : ` (nearest: ${near.join(', ')})`}; add them, or give --create-missing`,
    zh: `不是 ${branch} 的维护人${near.length === 0 ? '' : `（相近：${near.join('、')}）`}；请先新增，或用 --create-missing`,
  }),
}
