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
  noName: { en: 'has no name', zh: '没有姓名' },
} satisfies Record<string, Text>
