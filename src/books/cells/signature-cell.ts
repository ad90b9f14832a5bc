import { foldMark } from './cell-words.ts'

/** Words in a signature's place that say there is none (art. 2.5). */
const UNSIGNED = new Set(
  '× ✗ ✘ ✕ x n no false 否 未 没 未签 未签字 未签名 没签 没签字 没签名 无签名 无签字 不签 拒签 拒绝签字 拒绝签名 待签 待签字 未确认 缺'.split(
    ' ',
  ),
)
/** A signature as the book has it; empty where its words say that nobody signed. */
export function signatureIn(cell: string): string {
  return UNSIGNED.has(foldMark(cell)) ? '' : cell
}
