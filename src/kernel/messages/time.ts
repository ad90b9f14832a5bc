import type { Text } from '../text.ts'

/** Times as people say them. */
export const timeWords = {
  underAMinute: { en: 'under a minute', zh: '不到 1 分钟' } as Text,
  lastMinute: { en: 'under a minute left', zh: '不到 1 分钟' } as Text,
  timeLeft: (span: string): Text => ({ en: `${span} left`, zh: `还剩 ${span}` }),
  overdueBy: (span: string): Text => ({ en: `${span} overdue`, zh: `已超时 ${span}` }),
  today: { en: 'today', zh: '今天' } as Text,
  tomorrow: { en: 'tomorrow', zh: '明天' } as Text,
  yesterday: { en: 'yesterday', zh: '昨天' } as Text,
}
