import { LOST } from '../kernel/book-encoding.ts'
import { whyCell } from '../kernel/messages/book-cells.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { isKunJinKao } from '../kernel/unseen.ts'
import { columnName } from './columns.ts'
import { isLost } from './lost-text.ts'
import type { Refusal } from './refusal.ts'

const QUOTE_REASONS = [why.unclosedQuote, why.swallowedRow].flatMap(({ en, zh }) => [en, zh])

/**
 * What keeps a whole row from being trusted, in any column: text that is none, and in a rejects file a stray quote that is
 * still there. What `_reason` quotes is not of the row.
 */
export function lossIn(cells: readonly string[], headings: readonly string[]): Refusal | undefined {
  const reason = headings.indexOf('_reason')
  for (const [index, value] of cells.entries()) {
    if (index === reason) continue
    const column = columnName(headings, index)
    if (reason < 0 ? LOST.test(value) : isLost(value)) return { column, value, why: why.notText }
    if (isKunJinKao(value)) return { column, value, why: whyCell.lostText }
  }
  return reason < 0 ? undefined : strayQuote(cells, reason)
}

/** A row that was refused for a quote stays refused until the quote, or the reason, is gone. */
function strayQuote(cells: readonly string[], reason: number): Refusal | undefined {
  const said = cells[reason] ?? ''
  const isAboutQuote = QUOTE_REASONS.some((text) => said.includes(text))
  const isThere = cells.some((cell, index) => index !== reason && cell.includes('"'))
  return isAboutQuote && isThere ? { column: '', value: '', why: why.quoteStill } : undefined
}
