import type { Text } from '../text.ts'

/** A branch by its name, and who of it. */
const byWhom = (branch: string, maintainer: string | null): Text => ({
  en: [branch, maintainer ?? ''].join(' ').trim(),
  zh: `${branch}${maintainer ?? ''}`,
})

/** The sentences of `fines explain`. */
export const whyWords = {
  groundGone: {
    en: 'the facts do not say so any more; it stands as it was booked until somebody decides again',
    zh: '按现有记录已无此事由；在重新核实之前，仍按记账时的算',
  } as Text,
  countedDeadline: (kind: Text, reported: string, hours: number, deadline: string, article: string): Text => ({
    en: `${kind.en} fault, reported ${reported}: to be repaired within ${hours} h, by ${deadline} (${article})`,
    zh: `${kind.zh}故障，${reported} 接报：应在 ${hours} 小时内修复，即 ${deadline} 前（${article}）`,
  }),
  approvedDeadline: (deadline: string, by: string): Text => ({
    en: `severe fault: to be repaired by ${deadline}, as approved by ${by} (2.4)`,
    zh: `严重网络故障：经 ${by} 批准，应在 ${deadline} 前修复（2.4）`,
  }),
  repairedLate: (at: string, late: Text): Text => ({
    en: `repaired ${at}, ${late.en} late (3.1)`,
    zh: `${at} 修复，超时 ${late.zh}（3.1）`,
  }),
  stillOpen: (late: Text): Text => ({
    en: `not repaired yet, ${late.en} late by now (3.1)`,
    zh: `至今未修复，已超时 ${late.zh}（3.1）`,
  }),
  reportedAgain: (at: string, between: Text, ticket: string, repaired: string, days: number): Text => ({
    en: `reported again ${at}, ${between.en} after the repair of ${ticket} at ${repaired}: within ${days} days (3.2)`,
    zh: `${at} 再次报修，距 ${ticket} 于 ${repaired} 修复 ${between.zh}，在 ${days} 天以内（3.2）`,
  }),
  complained: (channel: Text, at: string): Text => ({
    en: `complaint to ${channel.en}, received ${at}`,
    zh: `${at} 受理，投诉至${channel.zh}`,
  }),
  noExcuses: { en: 'no excuses are accepted for complaints (3.3)', zh: '投诉不接受任何理由（3.3）' } as Text,
  repairer: (branch: string, maintainer: string): Text => ({
    en: `${byWhom(branch, maintainer).en} answers: who did the repair`,
    zh: `罚${byWhom(branch, maintainer).zh}（该次由他修）`,
  }),
  sent: (branch: string, maintainer: string): Text => ({
    en: `${byWhom(branch, maintainer).en} answers: who was sent`,
    zh: `罚${byWhom(branch, maintainer).zh}（派的是他）`,
  }),
  nobody: (branch: string): Text => ({
    en: `${branch} answers: nobody repaired it or was sent`,
    zh: `罚${branch}（没人修，也没派人）`,
  }),
  beforeMerge: (branch: string): Text => ({
    en: `it was still of ${branch} then, which was merged later`,
    zh: `当时还是${branch}的单，后来才并入`,
  }),
  asComplained: (branch: string, maintainer: string | null): Text => ({
    en: `${byWhom(branch, maintainer).en} answers: as the complaint was recorded`,
    zh: `罚${byWhom(branch, maintainer).zh}（按投诉登记）`,
  }),
  moved: (branch: string, maintainer: string | null, by: string, at: string, reason: string): Text => ({
    en: `${byWhom(branch, maintainer).en} answers: moved by ${by} at ${at}: ${reason}`,
    zh: `罚${byWhom(branch, maintainer).zh}（${by} 于 ${at} 改的：${reason}）`,
  }),
  tariff: (yuan: string, article: string, since: string | undefined): Text => ({
    en: `${yuan} yuan each time (${article}), ${since === undefined ? 'in force from the beginning' : `in force since ${since}`}`,
    zh: `每次 ${yuan} 元（${article}），${since === undefined ? '自始执行' : `自 ${since} 起执行`}`,
  }),
  afterReport: (span: Text): Text => ({ en: `${span.en} after the report`, zh: `接报后 ${span.zh}` }),
  afterRepair: { en: 'after the repair', zh: '已修复后' } as Text,
  afterDeadline: { en: 'after the deadline it sets', zh: '已过所批时限' } as Text,
} as const
