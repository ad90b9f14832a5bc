/** Characters that nobody sees: controls, joiners, marks of direction, selectors of variants. From, to. */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  [0x01, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
]
/** Blanks that are not the blank. */
const BLANKS: readonly (readonly [from: number, to: number])[] = [
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
]
/** What is no text: NUL, what could not be decoded, and what the platform makes of the byte FF in Big5. */
const LOST: readonly (readonly [from: number, to: number])[] = [
  [0, 0],
  [0xf8f8, 0xf8f8],
  [0xfffd, 0xfffd],
]

/** What is left when UTF-8 was read as GBK after U+FFFD; it may stand anywhere in a cell. */
const KUN_JIN_KAO = '锟斤|斤拷'

function classOf(...ranges: readonly (readonly [from: number, to: number])[]): string {
  const hex = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
  return `[${ranges.map(([from, to]) => `${hex(from)}-${hex(to)}`).join('')}]`
}

const ALL_UNSEEN = new RegExp(classOf(...UNSEEN), 'g')
const ALL_BLANKS = new RegExp(classOf(...BLANKS), 'g')

/** Where any of these stands in a file, its cells want a look. */
export const WANTS_A_LOOK = new RegExp(`${classOf(...UNSEEN, ...BLANKS, ...LOST)}|${KUN_JIN_KAO}`)

export function isKunJinKao(text: string): boolean {
  return text.includes('锟斤') || text.includes('斤拷')
}

/** A text with what nobody sees taken out, and every kind of blank as a blank. */
export function seen(text: string): string {
  return text.replace(ALL_UNSEEN, '').replace(ALL_BLANKS, ' ').trim()
}
