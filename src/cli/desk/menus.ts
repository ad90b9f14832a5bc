import { deskWords as t } from '../../kernel/messages/desk.ts'
import type { Text } from '../../kernel/text.ts'
import { loaderOf } from '../verbs.ts'

/** One thing that can be done, by its command. */
interface Item {
  readonly word: Text
  readonly argv: readonly string[]
}

interface Menu {
  readonly title: Text
  readonly items: readonly Item[]
}

/** What each key of the desk opens: one form, or a choice of a few. */
export function menuOf(key: string): Menu | readonly string[] | undefined {
  const found = KEYS[key]
  if (found === undefined || !('items' in found)) return found
  return { ...found, items: found.items.filter(({ argv }) => isCommand(argv)) }
}

const isCommand = ([first = '', second = '']: readonly string[]): boolean =>
  loaderOf(`${first} ${second}`) !== undefined || loaderOf(first) !== undefined

const KEYS: Readonly<Record<string, Menu | readonly string[]>> = {
  '1': ['log'],
  '2': {
    title: t.handover,
    items: [
      { word: t.print, argv: ['handover', 'print'] },
      { word: t.sign, argv: ['handover', 'sign'] },
      { word: t.notify, argv: ['notify'] },
    ],
  },
  '3': ['assign'],
  '4': ['repair'],
  '5': ['close'],
  '6': ['search'],
  '7': ['fines', 'review'],
  '8': {
    title: t.other,
    items: [
      { word: t.hold, argv: ['hold'] },
      { word: t.chase, argv: ['chase'] },
      { word: t.approve, argv: ['approve'] },
      { word: t.complaint, argv: ['complaint', 'add'] },
      { word: t.on, argv: ['duty', 'on'] },
      { word: t.off, argv: ['duty', 'off'] },
      { word: t.note, argv: ['note'] },
    ],
  },
  '?': ['help'],
}
