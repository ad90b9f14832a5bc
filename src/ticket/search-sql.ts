import { foldWidth } from '../kernel/width-folding.ts'
import type { Binder } from './verdict-sql.ts'

/** What a caller may say of themselves. */
export const OF_CUSTOMER = ['ticket_no', 'account_no', 'customer_name', 'address', 'phone']
/** Every text of the slip. */
export const OF_SLIP = [...OF_CUSTOMER, 'symptom', 'resolution', 'note', 'repaired_by', 'assigned_to', 'taken_by']

const textOf = (columns: readonly string[]): string =>
  columns.map((column) => `coalesce(t.${column}, '')`).join(` || '\n' || `)

/** Tickets (`t`) that hold the text as it was typed, whatever the case. */
export function literalSql(typed: string, columns: readonly string[], bind: Binder['bind']): string {
  return contains(textOf(columns), typed, bind)
}

/**
 * Tickets (`t`) in which every word typed occurs somewhere, as typed or with its width folded; a word of digits also where
 * the digits of a phone hold it.
 */
export function wordsSql(typed: string, columns: readonly string[], bind: Binder['bind']): string {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  return words.map((word) => `(${wordSql(word, textOf(columns), bind)})`).join(' and ') || '1 = 1'
}

function wordSql(word: string, text: string, bind: Binder['bind']): string {
  const folded = foldWidth(word)
  const digits = /^[\d-]+$/.test(folded) ? folded.replaceAll('-', '') : ''
  return [
    ...[...new Set([word, folded])].map((form) => contains(text, form, bind)),
    ...(digits.length >= 3
      ? [
          contains(`coalesce(t.phone_key, '')`, digits, bind),
          `t.ticket_no in (select p.ticket_no from ticket_phone p where ${contains('p.digits', digits, bind)})`,
        ]
      : []),
  ].join(' or ')
}

/** `column` holds `text`: no pattern characters, and the same in every engine. */
export function contains(column: string, text: string, bind: Binder['bind']): string {
  return `replace(lower(${column}), lower(${bind(text)}), '') <> lower(${column})`
}
