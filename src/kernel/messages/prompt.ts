import type { Text } from '../text.ts'

/** What is said of strokes at a question. */
export const promptWords = {
  noSuchKey: (pressed: string, keys: readonly string[]): Text => ({
    en: `no key ${pressed} here; press ${keys.join(', ')}, or Esc to go back`,
    zh: `这里没有 ${pressed} 键，请按 ${keys.join('、')}，Esc 返回`,
  }),
}
