import { clockText } from './calendar.ts'
import { csvLines, guarded } from './csv.ts'
import { encode } from './gb18030.ts'
import type { Encoding } from './gb18030.ts'
import { yuanText } from './money.ts'
import type { Cell, View } from './view.ts'
import { closedText } from './view-sheet.ts'
import type { Zone } from './zone.ts'

interface CsvForm {
  readonly encoding: Encoding
  readonly lineEnd: '\n' | '\r\n'
  readonly headers: 'en' | 'zh'
  /** What a cell looks like where people see it rather than programs. */
  readonly shown?: (cell: string) => string
}

interface CsvWriter {
  /** The byte order mark, where there is one, and the header. */
  start(): Uint8Array
  lines(rows: readonly unknown[]): Uint8Array
}

/** The view's columns as CSV that a spreadsheet shows without running it, and that `import` reads back. */
export function csvWriter(view: View<never>, zone: Zone, form: CsvForm): CsvWriter {
  const columns = view.filter((column) => column.nested !== true)
  const bytes = (rows: Iterable<readonly string[]>): Uint8Array => encode(csvLines(rows, form.lineEnd), form.encoding)
  return {
    start() {
      const header = bytes([columns.map((column) => (form.headers === 'zh' ? column.heading.zh : column.name))])
      return form.encoding === 'utf-8-bom' ? Buffer.concat([Buffer.from('\uFEFF'), header]) : header
    },
    lines: (rows) => bytes(cellsOf(columns, rows, zone, form)),
  }
}

/** Row by row, so that little lives at a time. */
function* cellsOf(
  columns: View<never>,
  rows: readonly unknown[],
  zone: Zone,
  { headers, shown = (cell) => cell }: CsvForm,
): Generator<readonly string[]> {
  for (const row of rows) yield columns.map((column) => shown(csvText(column.cell(row as never), zone, headers)))
}

/** `zh`: closed words as people read them; `import` reads both. */
export function csvText(cell: Cell, zone: Zone, headers: 'en' | 'zh' = 'en'): string {
  if (cell.kind === 'list' || cell.value === undefined) return ''
  switch (cell.kind) {
    case 'moment':
      return clockText(zone, cell.value)
    case 'yuan':
      return yuanText(cell.value)
    case 'count':
      return String(cell.value)
    case 'flag':
      return closedText(cell, headers)
    case 'words':
      return guarded(cell.value.join('; '))
    case 'fields':
      return guarded(JSON.stringify(cell.value))
    case 'text':
    case 'code':
      return guarded(closedText(cell, headers))
  }
}
