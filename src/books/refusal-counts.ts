import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import type { Text } from '../kernel/text.ts'
import { refusalText } from './refusal.ts'
import type { Refusal } from './refusal.ts'

const WORDS: ReadonlySet<Text> = new Set([why.notAStatus, why.notAClass, why.notAService, why.notAnIntake])

const MOST_REASONS = 12
const MOST_LINES = 5

/** Counts refusals by their reason, and remembers the first lines of each. */
export class RefusalCounts {
  private readonly byReason = new Map<string, { reason: Text; count: number; lines: number[] }>()

  add(line: number, refusal: Refusal): void {
    // Each word that is not known is named once: it can be told once, with --map.
    const reason = refusalText(WORDS.has(refusal.why) ? refusal : { ...refusal, value: '' })
    const known = this.byReason.get(reason.en) ?? { reason, count: 0, lines: [] }
    known.count += 1
    if (known.lines.length < MOST_LINES) known.lines.push(line)
    this.byReason.set(reason.en, known)
  }

  talk(): Text[] {
    const sorted = [...this.byReason.values()].sort((a, b) => b.count - a.count)
    const rest = sorted.slice(MOST_REASONS).reduce((sum, { count }) => sum + count, 0)
    const told = sorted
      .slice(0, MOST_REASONS)
      .map(({ reason, count, lines }) =>
        t.refusedRows(count, reason, lines.join(', ') + (count > lines.length ? ' …' : '')),
      )
    return rest === 0 ? told : [...told, t.moreRefused(rest)]
  }
}
