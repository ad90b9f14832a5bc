import type { Text } from '../text.ts'

/** What must hold of fines and closed months (3.x), and what to do where it does not. */
export const fineInvariantWords = {
  monthChanged: {
    en: 'is not what it said when it was closed',
    zh: '与月结时保存的内容不符',
  } as Text,
  restoreMonth: {
    en: 'somebody changed the database without baoxiu: take the month from a backup or from the files of that night',
    zh: '有人绕过 baoxiu 改动了数据库：请从备份或当晚写出的文件中取回该月报表',
  } as Text,
  settledUnseen: {
    en: 'was changed after the last month close, and is marked as if that had looked at it',
    zh: '在最近一次月结之后有改动，却标成已由月结核对',
  } as Text,
  groundGone: {
    en: 'stands confirmed, but the records no longer say that it should be fined',
    zh: '已核实属实并记账，但按现有记录已无此事由',
  } as Text,
  recordsDiffer: (fields: Text): Text => ({
    en: `stands confirmed, but the records have changed since: ${fields.en}`,
    zh: `核实以后记录改过：${fields.zh}`,
  }),
  fieldDiffers: (field: Text, booked: Text, now: Text): Text => ({
    en: `${field.en} was booked as ${booked.en}, is now ${now.en}`,
    zh: `${field.zh}记账时为 ${booked.zh}，现为 ${now.zh}`,
  }),
  nothingThere: { en: 'none', zh: '无' } as Text,
  monthBookedLater: {
    en: 'has other lines booked in it than when it was closed',
    zh: '月结之后该月的处罚流水又有变动',
  } as Text,
  decideAgain: {
    en: 'look at it with `baoxiu fines explain`; then `fines correct` books what the records say now, `fines dismiss` takes it back; or correct the record that was changed wrongly',
    zh: '请用 `baoxiu fines explain` 查看；照现有记录改记的用 `fines correct`，不该罚的用 `fines dismiss` 冲销；记录改错的请更正记录',
  } as Text,
  linesDiffer: {
    en: 'its booked lines do not come to what it stands with',
    zh: '处罚流水合计与现状不符',
  } as Text,
  lineUndecided: {
    en: 'has a booked line that nobody decided on',
    zh: '记了账却没有相应的决定',
  } as Text,
  bookedElsewhere: (month: string, booked: string): Text => ({
    en: `a line of it is booked in ${booked}, but its month ${month} is not closed`,
    zh: `有一笔记入 ${booked}，而其所属月份 ${month} 并未月结`,
  }),
  linesAgainstDecision: {
    en: 'its booked lines are not what was decided last',
    zh: '处罚流水与最后的决定不符',
  } as Text,
}
