import { digitsOf } from '../../kernel/chinese-numerals.ts'
import { foldWidth } from '../../kernel/width-folding.ts'

/** `2`, `2次`, `两次`, `2.0`, `催修2次`; absent where it is no count. */
export function countIn(cell: string): number | undefined {
  const plain = digitsOf(foldWidth(cell)).replace(/\s/g, '')
  const digits = /^(?:已|共|催|催修|催单|第)*(\d{1,4})(?:\.0+)?[次遍回]?$/.exec(plain)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
