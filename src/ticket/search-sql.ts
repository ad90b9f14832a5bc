import { foldWidth } from '../kernel/width-folding.ts'
import { phoneKeys } from './same-customer.ts'
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
 * the digits of the phones hold it, or where it is one of them with or without its area code.
 */
export function wordsSql(typed: string, columns: readonly string[], bind: Binder['bind']): string {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  return words.map((word) => `(${wordSql(word, textOf(columns), bind)})`).join(' and ') || '1 = 1'
}

function wordSql(word: string, text: string, bind: Binder['bind']): string {
  const folded = foldWidth(word)
  const digits = /^[\d\-()+]+$/.test(folded) ? folded.replace(/\D/g, '') : ''
  return [
    ...[...new Set([word, folded])].map((form) => contains(text, form, bind)),
    ...(digits.length >= 3 ? digitsSql(digits, bind) : []),
    // The same phone, with its area code or without.
    ...(digits === '' ? [] : phoneKeys(folded)).flatMap((key) => [
      `t.phone_key = ${bind(key)}`,
      `t.ticket_no in (select p.ticket_no from ticket_phone p where p.digits = ${bind(key)})`,
    ]),
  ].join(' or ')
}

/** The phones as they stand on the slip, without what people write between digits. */
const PHONE_DIGITS = ['-', ' ', '(', ')', '+'].reduce((sql, sign) => `replace(${sql}, '${sign}', '')`, 't.phone')
const PHONE_KEY = `coalesce(t.phone_key, '')`

/** Most phones are nothing but digits: those were looked at with the other texts. */
function digitsSql(digits: string, bind: Binder['bind']): string[] {
  const ofFirst = [PHONE_DIGITS, PHONE_KEY].map((column) => contains(column, digits, bind)).join(' or ')
  return [
    `(${PHONE_KEY} <> t.phone and (${ofFirst}))`,
    `t.ticket_no in (select p.ticket_no from ticket_phone p where ${contains('p.digits', digits, bind)})`,
  ]
}

/** `column` holds `text`: no pattern characters, and the same in every engine. */
export function contains(column: string, text: string, bind: Binder['bind']): string {
  return `replace(lower(${column}), lower(${bind(text)}), '') <> lower(${column})`
}
