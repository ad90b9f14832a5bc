import { whyCell } from '../../kernel/messages/book-cells.ts'
import type { Text } from '../../kernel/text.ts'
import { foldWidth } from '../../kernel/width-folding.ts'

/** Words that mean "nothing here", compared without width, case, blanks and brackets. */
const NOTHING =
  '无 無 空 暂无 暂缺 无此项 空白 未填 未填写 null \\n n/a n.a. nil none nan undefined blank empty ' +
  '0000-00-00 0000/00/00 0000.00.00 0000-00-0000:00:00 0000/00/0000:00:00 0000-00-00t00:00:00'

/** Only strokes and dots: `/`, `——`, `\`, `...`. A cross or a tick says something. */
const STROKES = /^[-‐-―−─━－_＿/／\\＼|｜~～…·.。,，、*＊:：]+$/

/** What a spreadsheet or a converter left of a value. */
const DESTROYED: readonly (readonly [form: RegExp, why: Text])[] = [
  [/^#{2,}$/, whyCell.tooNarrow],
  [
    /^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!|spill!|calc!|field!|busy!|blocked!|unknown!|connect!|getting_data)$|^err:\d{3}$/i,
    whyCell.sheetError,
  ],
  [/^[=＝@+]\s*\+?[a-z][a-z.0-9]*\(|^[=＝]\s*[-+]?\$?[a-z]{1,3}\$?\d+|^[=＝].*!\$?[a-z]{1,3}\$?\d+/i, whyCell.formula],
  [/^\?+$|^\[object object\]$/i, whyCell.lostText],
]

/** `1.3800001234E10`: a number with an exponent. Without a point or a sign it may be a door: 3E2. */
const SCIENTIFIC = /^([+-]?)(\d)(?:\.(\d+))?E([+-]?)(\d{1,3})$/i

export function foldMark(text: string): string {
  return foldWidth(text)
    .replace(/[\s()[\]<>{}【】〔〕]/g, '')
    .toLowerCase()
}

export const KNOWN_MARKS: ReadonlySet<string> = new Set(NOTHING.split(' '))

export function isStrokes(text: string): boolean {
  return STROKES.test(text)
}

/** Why a cell is no value any more; absent where it is one. */
export function destroyedBy(text: string): Text | undefined {
  return DESTROYED.find(([form]) => form.test(text))?.[1]
}

/** A number with an exponent as its digits where none is lost, why not, or absent where the text is no such number. */
export function exactNumber(text: string): string | Text | undefined {
  const match = SCIENTIFIC.exec(text)
  if (match === null) return undefined
  const [, sign, first = '', fraction, expSign, exponent] = match
  if (fraction === undefined && expSign === '') return undefined
  const isWhole = sign === '' && expSign !== '-' && (fraction ?? '').length === Number(exponent)
  return isWhole ? `${first}${fraction}` : whyCell.scientific
}
