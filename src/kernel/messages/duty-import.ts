import type { Text } from '../text.ts'

/** Why a row of an old roster was refused; the value stands beside it. */
export const whyRoster = {
  hoursUnknown: {
    en: 'has no hours; give them with --shift NAME=08:00-16:00',
    zh: '没有钟点；请用 --shift 名称=08:00-16:00 指明',
  },
  longerThanADay: { en: 'is longer than a day', zh: '超过一整天' },
  notNamed: { en: 'is no named shift; write NAME=08:00-16:00', zh: '不是班次定义；请写成 名称=08:00-16:00' },
  severalNames: { en: 'may be several names; part them with 、', zh: '可能是几个人；请用、分开' },
  hasTime: { en: 'has a time of day; a roster gives the day', zh: '带有钟点；值班表只写日期' },
  inFuture: { en: 'the shift lies in the future', zh: '班次在将来' },
  notAfter: { en: 'is not after the shift began', zh: '不晚于到岗时间' },
  noName: { en: 'has no name', zh: '没有姓名' },
  overlaps: (name: string, from: string, to: string): Text => ({
    en: `${name} is on duty from ${from} to ${to} already`,
    zh: `${name} 在 ${from} 至 ${to} 已有班次`,
  }),
  overlapsOpen: (name: string, from: string): Text => ({
    en: `${name} is on duty since ${from}, without an end`,
    zh: `${name} 自 ${from} 起在班，尚未签退`,
  }),
}

/** What is said of old rosters. */
export const rosterWords = {
  summary: { en: 'Import an old roster: date, shift, name', zh: '导入旧值班表：日期、班次、姓名' } as Text,
  notes: {
    en: 'Columns: date, shift and name; or name with the times of beginning and end; or the date and one column of names for each shift. Hours stand in the cell or heading ("早班 8:00-16:00"), or are given with --shift; a name alone is never guessed. Several names in a cell are parted by "、". Days off are left out. A shift that is known already is a duplicate; one over another of the same person, or in the future, is refused and goes to FILE.rejects.csv. A roster imported by mistake: `baoxiu import undo IMPORT`.',
    zh: '列：日期、班次、姓名；或姓名加到岗、离岗时间；或日期加每个班次一列姓名。钟点写在单元格或表头里（早班 8:00-16:00），或用 --shift 指明，只有名称时从不猜测。一格多人用、分开。休息日跳过。已有的班次算重复；与同一人的其他班次重叠、或在将来的，退回到 文件.rejects.csv。误导入的值班表用 `baoxiu import undo 导入编号` 撤回。',
  } as Text,
  shift: {
    en: 'hours of a named shift; again for each: "早班=08:00-16:00"',
    zh: '班次名称的钟点，可写多次：早班=08:00-16:00',
  } as Text,
  fillDown: {
    en: 'empty cells of date and shift repeat what is above (merged cells)',
    zh: '日期、班次的空格沿用上一行（合并单元格）',
  } as Text,
  badShift: (label: string, typed: string, why: Text): Text => ({
    en: `${label} "${typed}" ${why.en}`,
    zh: `${label} “${typed}”${why.zh}`,
  }),
  shiftTwice: (name: string): Text => ({ en: `--shift ${name} is given twice`, zh: `--shift ${name} 写了两次` }),
  noHeader: (file: string): Text => ({
    en: `${file} has no header line that is known: none of its first lines names two columns of a roster`,
    zh: `${file} 没有认得的表头：前几行都没有两个以上的值班表列名`,
  }),
  noHeaderNext: {
    en: 'head the columns "日期", "班次" and "姓名" (date, shift, name); a column for each shift needs its hours or --shift',
    zh: '请把表头写成 日期、班次、姓名；每班一列的，表头要有钟点或用 --shift 指明',
  } as Text,
  unmapped: (columns: readonly string[]): Text => ({
    en: `  not taken over: ${columns.join(', ')}`,
    zh: `  没有对应字段，不导入：${columns.join('、')}`,
  }),
}
