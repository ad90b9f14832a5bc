import type { Text } from '../text.ts'

/** What is said of the people and branches that a book names. */
export const bookPeopleWords = {
  wouldCreate: (count: number): Text => ({
    en: `not known yet, and made by this import (--create-missing): ${count}`,
    zh: `名册里没有，将由本次导入新增（--create-missing）：${count} 个`,
  }),
  proposed: (made: string, near: readonly string[]): Text => ({
    en: `  ${made}${near.length === 0 ? '' : ` (near: ${near.join(', ')})`}`,
    zh: `  ${made}${near.length === 0 ? '' : `（相近：${near.join('、')}，是不是写错了？）`}`,
  }),
  createSure: (count: number): Text => ({ en: `Make these ${count}?`, zh: `新增这 ${count} 个？` }),
  severalPeople: (count: number): Text => ({
    en: `rows with several people in one cell: ${count}; the first answers for the repair, all are in the note`,
    zh: `一格写了几个人的：${count} 行；由第一个人负责，全部姓名记在备注里`,
  }),
}
