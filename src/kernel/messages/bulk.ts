import type { Text } from '../text.ts'

/** The question before many records are changed at once. */
export const bulkWords = {
  sure: (n: number): Text => ({ en: `Change all ${n}?`, zh: `以上共 ${n} 条，确定全部改动？` }),
  more: (n: number): Text => ({ en: `and ${n} more`, zh: `等，另有 ${n} 条` }),
  yes: { en: 'yes', zh: '确定' } as Text,
  no: { en: 'no', zh: '取消' } as Text,
}
