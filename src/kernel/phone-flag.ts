import { Fault } from './faults.ts'
import { checkedName, optional } from './flags.ts'
import type { Flag } from './flags.ts'
import { ticketWords as t } from './messages/ticket.ts'
import type { Text } from './text.ts'
import { foldWidth } from './width-folding.ts'

/** Phones as typed, width folded; one field may hold several (`/ 、 , ;`). */
export function phone(help: Text): Flag<string | undefined> {
  return optional('NUMBER', help, readPhone)
}

export function readPhone(typed: string, label: string): string {
  const folded = foldWidth(checkedName(typed, label)).trim()
  if (!/^[\d\s+\-()/、,;转]+$/.test(folded) || !/\d{3}/.test(folded.replace(/[\s\-()]/g, ''))) {
    throw new Fault('INVALID_VALUE', t.badPhone(label, typed))
  }
  return folded
}
