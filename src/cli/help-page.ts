import { displayWidth, padEnd, wrap } from '../kernel/display.ts'
import type { HelpPart } from '../kernel/messages/help-guide.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'

const INDENT = 4

/** A page of help as text; what is to be typed stays in one line, for copying. */
export function helpPage(parts: readonly HelpPart[], language: Language, columns: number): string {
  const lines = parts.flatMap((part, index) => {
    const before = index > 0 && part.kind !== 'entry' ? [''] : []
    return [...before, ...linesOf(part, language, columns)]
  })
  return [...lines, ''].join('\n')
}

function linesOf(part: HelpPart, language: Language, columns: number): string[] {
  const text = say(part.text, language)
  if (part.kind !== 'entry') return wrap(text, columns)
  return [`  ${part.word}`, ...wrap(text, columns - INDENT).map((line) => ' '.repeat(INDENT) + line)]
}

/** A word with its text beside it, which goes on below itself. */
export function hanging(mark: string, text: string, columns: number, left: number): string {
  const room = Math.max(left, displayWidth(mark) + 1)
  return wrap(text, columns - room)
    .map((line, index) => padEnd(index === 0 ? mark : '', room) + line)
    .join('\n')
}
