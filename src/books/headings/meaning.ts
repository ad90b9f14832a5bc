import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { foldWidth } from '../../kernel/width-folding.ts'
import { foldWord } from '../../kernel/word-folding.ts'
import { BOOK_FIELDS, foldHeading } from '../header-words.ts'
import type { BookField } from '../header-words.ts'
import { PARTS } from './parts.ts'
import { meaningOf } from './rules.ts'
import type { Meaning } from './rules.ts'
import { WHOLE } from './whole-words.ts'

/** Longer ones are no headings. */
const LONGEST = 24
const SIGNED = /[(（【〔[]\s*(签名|签字|签章|盖章|签收)\s*[)）】〕\]]/
/** Two things in one heading: 姓名/电话. */
const BETWEEN = /[/／、,，;；&＆+＋\n\r]|(?<=\p{Script=Han})[和与及或](?=\p{Script=Han})/u

/** Ours in either language too; what the table says of a word counts more. */
const WHOLE_WORDS: ReadonlyMap<string, Meaning> = new Map([
  ...BOOK_FIELDS.flatMap((field) =>
    field in h ? [[foldHeading(h[field as keyof typeof h].zh), { field, rank: 1 }] as const] : [],
  ),
  ...BOOK_FIELDS.flatMap((field) => [
    [foldHeading(field), { field, rank: 1 }] as const,
    ...Object.entries(WHOLE[field]).flatMap(([rank, words]) =>
      words.split(' ').map((word) => [foldHeading(word), { field, rank: Number(rank) }] as const),
    ),
  ]),
])

const PART_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PARTS).flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const)),
)
const LONGEST_PART = Math.max(...[...PART_OF.keys()].map((word) => word.length))

/** What a heading means, with its rank; absent: nothing that is known, or two things at once. */
export function meaningOfHeading(heading: string): Meaning | undefined {
  const known = KNOWN.get(heading)
  if (known !== undefined) return known === NONE ? undefined : known
  const found = heading.length > LONGEST * 2 ? undefined : understood(heading)
  if (KNOWN.size > MOST_KNOWN) KNOWN.clear()
  KNOWN.set(heading, found ?? NONE)
  return found
}

const NONE: Meaning = { field: 'note', rank: 0 }
/** The first lines of a file are looked at for headings, with every delimiter. */
const KNOWN = new Map<string, Meaning>()
const MOST_KNOWN = 5000

function understood(heading: string): Meaning | undefined {
  const sign = SIGNED.exec(heading)?.[1] ?? ''
  const plain = foldHeading(heading) + (sign === '' ? '' : foldWord(sign))
  const whole = sign === '' ? WHOLE_WORDS.get(plain) : undefined
  if (whole !== undefined || plain.length > LONGEST) return whole
  const sides = foldWidth(heading)
    .split(BETWEEN)
    .map((side) => side.trim())
  if (sides.length > 1) return ofSides(sides.filter((side) => side !== ''))
  return byParts(plain)
}

/** Both sides must say the same: 电话/手机, 日期/时间. */
function ofSides(sides: readonly string[]): Meaning | undefined {
  const found = sides.map((side) => meaningOfHeading(side))
  const [first] = found
  if (first === undefined || found.some((one) => one === undefined)) return undefined
  const moment: readonly (BookField | undefined)[] = ['reported_at', 'reported_date']
  if (found.every((one) => moment.includes(one?.field))) return { ...first, field: 'reported_at' }
  return found.every((one) => one?.field === first.field) ? first : undefined
}

/** The longest part at every place; a heading is understood as a whole or not at all. */
function byParts(plain: string): Meaning | undefined {
  const parts: string[] = []
  for (let at = 0; at < plain.length;) {
    let length = Math.min(LONGEST_PART, plain.length - at)
    while (length > 0 && !PART_OF.has(plain.slice(at, at + length))) length -= 1
    if (length === 0) return undefined
    parts.push(PART_OF.get(plain.slice(at, at + length)) ?? '')
    at += length
  }
  return meaningOf(parts.join(' '))
}
