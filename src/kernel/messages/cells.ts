import type { Text } from '../text.ts'

/** Words that stand in cells of files. */
export const cellWords = {
  flag: {
    yes: { en: 'true', zh: '是' } as Text,
    no: { en: 'false', zh: '否' } as Text,
  },
  total: { en: 'total', zh: '合计' } as Text,
}
