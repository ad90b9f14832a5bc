import type { Text } from '../text.ts'

/** Why a cell of a book cannot be read, whatever it is about; the value stands beside it. */
export const whyCell = {
  scientific: { en: 'was cut short by Excel', zh: '被 Excel 截短' },
  tooNarrow: {
    en: 'is what a spreadsheet shows where the column is too narrow; write the value',
    zh: '是列宽不够时显示的符号；请写出原来的内容',
  },
  sheetError: {
    en: 'is an error of the spreadsheet; write the value',
    zh: '是电子表格的错误值；请写出原来的内容',
  },
  formula: {
    en: 'is a formula and not its value; write the value',
    zh: '是公式，不是计算结果；请写出结果',
  },
  lostText: {
    en: 'is what is left of text that was lost when the file was converted; write the text',
    zh: '是转换编码时丢失的文字；请写出原文',
  },
  hourWithoutDay: {
    en: 'is an hour without its day; write the date before it',
    zh: '只有钟点，没有日期；请在前面写上日期',
  },
  relativeDay: {
    en: 'tells its day only from another one; write the date',
    zh: '没有写明是哪一天；请写出日期',
  },
  noMonth: { en: 'lacks the month; write the whole date', zh: '缺少月份；请写出完整日期' },
  emptyDate: {
    en: 'is the date that a program writes for "none"; if it is, give --empty with it',
    zh: '像是程序里表示“没有”的日期；如果是，请用 --empty 指明',
  },
  roughly: { en: 'is only about; write the time from 00:00 to 23:59', zh: '只是大约时间；请按 00:00 至 23:59 书写' },
  timeOfUtc: {
    en: 'is an hour beside a date of 1899 or 1900, and Z does not tell of which clock; write the hour alone',
    zh: '是 1899 或 1900 年日期旁的钟点，而 Z 说不清按哪里的时钟；请只写钟点',
  },
  offsetOrSpan: {
    en: 'may be a span of hours or an offset from UTC; write one moment',
    zh: '可能是时段，也可能是时区差；请写明一个时间',
  },
  weekdayDiffers: { en: 'names another day of the week than its date has', zh: '星期与日期不符' },
  someoneElses: {
    en: 'names several people, and the first is not known; add them, or write one name',
    zh: '写了几个人，而第一个人不在名册中；请先新增，或只写一个名字',
  },
  notABranch: { en: 'is no name of a branch', zh: '不是分公司名称' },
  partOfBranch: (name: string): Text => ({
    en: `is part of the name of ${name}: write it out, or add another branch with \`baoxiu branch add\``,
    zh: `与“${name}”相近：请写全名，或先用 \`baoxiu branch add\` 新增`,
  }),
  notAName: { en: 'is no name of a person', zh: '不是人名' },
}
