import { Fault } from '../kernel/faults.ts'
import { itemWords } from '../kernel/messages/conduct-items.ts'
import type { sectionWords } from '../kernel/messages/conduct-items.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { nearest } from '../kernel/nearest.ts'
import { foldWidth } from '../kernel/width-folding.ts'

export type ItemCode = keyof typeof itemWords
export type Section = keyof typeof sectionWords

/** One thing that the conduct code asks. */
export interface ConductItem {
  readonly item: ItemCode
  readonly section: Section
  readonly article: string
}

const PLACES: readonly [Section, string, readonly ItemCode[]][] = [
  ['manner', '1.2', ['polite', 'no-quarrel']],
  ['principles', '4.1', ['lawful', 'civil', 'thoughtful', 'tolerant', 'confident']],
  ['ethics', '4.2', ['no-answering-back', 'no-striking-back', 'respect', 'sincere']],
  [
    'dress',
    '4.3',
    ['uniform', 'uniform-neat', 'badge', 'suit-and-shoes', 'shoes-clean', 'shoes-other', 'jewellery', 'make-up'],
  ],
  [
    'dress',
    '4.3',
    [
      'hair-style',
      'hair-clean',
      'hair-colour',
      'dressing-unseen',
      'grooming-unseen',
      'cleaning-unseen',
      'zip',
      'stockings',
    ],
  ],
  ['bearing', '4.4', ['stand-upright', 'stand-lively', 'stand-head', 'stand-arms', 'stand-steady', 'stand-hands']],
  [
    'bearing',
    '4.4',
    ['sit-gently', 'sit-skirt', 'sit-settled', 'sit-two-thirds', 'sit-steady', 'sit-feet', 'sit-legs', 'sit-hands'],
  ],
  ['language', '4.5', ['refined', 'voice', 'fluent', 'answers', 'patient', 'clear', 'wording', 'to-the-point']],
]

/** The conduct code (1.2, 4.1–4.5), in the order of its articles. */
export const CONDUCT_ITEMS: readonly ConductItem[] = PLACES.flatMap(([section, article, items]) =>
  items.map((item) => ({ item, section, article })),
)

/** An item that was not kept, and what was seen. */
export interface Failure {
  readonly item: ItemCode
  readonly note: string | null
}

/** `badge`, `工牌`, `badge=left at home`. */
export function readFailure(typed: string): Failure {
  const match = /^([^=＝]*)(?:[=＝](.*))?$/su.exec(typed)
  const note = match?.[2]?.trim() ?? ''
  return { item: itemNamed(match?.[1] ?? ''), note: note === '' ? null : note }
}

function itemNamed(typed: string): ItemCode {
  const word = foldWidth(typed).trim().toLowerCase()
  const found = CONDUCT_ITEMS.find(({ item }) =>
    [item, itemWords[item].name.zh, itemWords[item].name.en].includes(word),
  )
  if (found !== undefined) return found.item
  const names = CONDUCT_ITEMS.flatMap(({ item }) => [item, itemWords[item].name.zh])
  throw new Fault('INVALID_VALUE', t.itemUnknown(typed, nearest(word, names)), t.seeItems)
}

/** An item counts once in a check. */
export function requireDistinct(failures: readonly Failure[]): void {
  const twice = failures.find(({ item }, index) => failures.findIndex((other) => other.item === item) !== index)
  if (twice !== undefined) throw new Fault('INVALID_VALUE', t.itemTwice(itemWords[twice.item].name))
}

const PLACE_BY_CODE = new Map(CONDUCT_ITEMS.map(({ item }, place) => [item, place]))

/** Where an item stands in the code; its codes never leave it. */
export function itemOf(code: ItemCode): ConductItem {
  const found = CONDUCT_ITEMS[PLACE_BY_CODE.get(code) ?? -1]
  if (found === undefined) throw new Error(`no conduct item ${code}`)
  return found
}

/** In the order of the code's articles. */
export function inOrder<T extends { readonly item: ItemCode }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (PLACE_BY_CODE.get(a.item) ?? 0) - (PLACE_BY_CODE.get(b.item) ?? 0))
}
