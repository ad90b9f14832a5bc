import { foldMark } from './cell-words.ts'

/** Words in a signature's place that say there is none (art. 2.5). */
const UNSIGNED = new Set(
  '× ✗ ✘ ✕ x n no false 否 未 没 未签 未签字 未签名 没签 没签字 没签名 无签名 无签字 不签 拒签 拒绝签字 拒绝签名 待签 待签字 未确认 缺'.split(
    ' ',
  ),
)
/** Words that say that somebody signed, and not who. */
const NAMELESS = new Set(
  '√ ✓ ✔ ☑ 是 有 签 已 y yes true ok 已签 已签字 已签名 已签收 已确认 确认 签字 签名 签了 用户已签 用户已签字 客户已签 客户已签字 本人 本人签字 用户签字 用户签名'.split(
    ' ',
  ),
)

/** A signature as the book has it; empty where its words say that nobody signed. */
export function signatureIn(cell: string): string {
  return UNSIGNED.has(foldMark(cell)) ? '' : cell
}

export function isNameless(signature: string): boolean {
  return NAMELESS.has(foldMark(signature))
}
