import { foldWidth } from '../kernel/width-folding.ts'

/** Words in a signature's place that say that somebody signed, and not who. */
const NAMELESS = new Set(
  (
    '√ ✓ ✔ ☑ 是 有 签 已 y yes true ok 已签 已签字 已签名 已签收 已确认 确认 签字 签名 签了 用户已签 用户已签字 ' +
    '客户已签 客户已签字 本人 本人签字 用户签字 用户签名'
  ).split(' '),
)

/** Art. 2.5: signed, and the slip does not say by whom. */
export function isNameless(signature: string): boolean {
  return NAMELESS.has(
    foldWidth(signature)
      .replace(/[\s()]/g, '')
      .toLowerCase(),
  )
}
