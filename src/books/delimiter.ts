import { asIs } from '../kernel/text.ts'
import { DELIMITERS } from '../kernel/book-layout.ts'
import { Fault } from '../kernel/faults.ts'
import { flagWords } from '../kernel/messages/flags.ts'

/** `auto`, one of the names, or the character itself. */
export function readDelimiter(typed: string, label: string): string | undefined {
  if (typed === 'auto') return undefined
  const named = Object.entries(DELIMITERS).find(([name, character]) => typed === name || typed === character)
  if (named !== undefined) return named[1]
  if (typed === '\\t') return '\t'
  if (/^[|:^~]$/.test(typed)) return typed
  throw new Fault(
    'INVALID_VALUE',
    flagWords.notOneOf(label, typed, ['auto', ...Object.keys(DELIMITERS), '|'].map(asIs), []),
  )
}
