const DANGEROUS = /^'*\s*[=+\-@＝＋－＠\t\r]/

/** A cell that a spreadsheet would run as a formula gets one leading `'`; `unguarded` takes it off again. */
export function guarded(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell
}

/** The inverse of `guarded`: takes one `'` off where what follows would have been given one. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Lines of CSV (RFC 4180); cells are text already. Files use CRLF for Excel, stdout LF. */
export function csvLines(rows: Iterable<readonly string[]>, lineEnd: '\n' | '\r\n'): string {
  let lines = ''
  for (const row of rows) lines += csvLine(row, lineEnd)
  return lines
}

const SPECIAL = /[",\r\n]/

/** Half the time of an export goes by here: a library takes three times as long. */
function csvLine(cells: readonly string[], lineEnd: string): string {
  let line = ''
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? ''
    if (i > 0) line += ','
    line += SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return line + lineEnd
}
