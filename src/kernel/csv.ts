import { stringify } from 'csv-stringify/sync'

const DANGEROUS = /^'*\s*[=+\-@＝＋－＠\t\r]/

/** A cell that a spreadsheet would run as a formula gets one leading `'`; `unguarded` takes it off again. */
export function guarded(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell
}

/** The inverse of `guarded`: takes one `'` off where what follows would have been given one. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Lines of CSV; cells are text already. Files use CRLF for Excel, stdout LF. */
export function csvLines(rows: readonly (readonly string[])[], lineEnd: '\n' | '\r\n'): string {
  return stringify(rows as string[][], { record_delimiter: lineEnd, quoted_match: /[\r\n]/ })
}
