import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { csvLines } from '../../src/kernel/csv.ts'
import type { Desk, Fields } from '../desk.ts'

/** Puts a book into the desk's folder; answers its path. */
export function book(desk: Desk, name: string, content: string | Uint8Array): string {
  writeFileSync(desk.path(name), content)
  return desk.path(name)
}

/** The `--json` of an import, whatever its exit status. */
export async function imported(desk: Desk, ...args: string[]): Promise<Fields> {
  const { out, err } = await desk.run('import', 'tickets', ...args, '--json')
  if (out === '') throw new Error(err)
  return JSON.parse(out) as Fields
}

/** The cells of a CSV file of ours, header first. */
export function cellsOf(file: unknown): string[][] {
  return parse(readFileSync(String(file)), { bom: true, relax_column_count: true })
}

/** Writes a CSV file anew, as a spreadsheet would. */
export function rewrite(file: unknown, change: (cells: string[][]) => string[][]): void {
  writeFileSync(String(file), `\uFEFF${csvLines(change(cellsOf(file)), '\r\n')}`)
}
