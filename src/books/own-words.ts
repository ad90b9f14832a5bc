import { codeWords } from '../kernel/messages/codes.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import type { Text } from '../kernel/text.ts'

const BY_WORD: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries<Readonly<Record<string, Text>>>(codeWords).map(([field, words]) => [
    field,
    new Map(Object.entries(words).flatMap(([code, { en, zh }]) => [en, zh, code].map((word) => [word, code] as const))),
  ]),
)

/** Of what a branch took itself, `open` reads otherwise; it is the same status. */
const OWN_OPEN: readonly string[] = Object.values(ticketWords.ownOpen)

/** The code that a closed word of our own export stands for (`--headers zh` writes words); any other cell as it is. */
export function codeOfWord(field: string, cell: string): string {
  if (field === 'status' && OWN_OPEN.includes(cell)) return 'open'
  return BY_WORD.get(field)?.get(cell) ?? cell
}
