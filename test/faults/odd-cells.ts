import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { tamper } from '../tamper.ts'
import type { Desk } from '../desk.ts'
import { walkedDesk } from '../walked-desk.ts'

/** Commands that among them read every table. */
const READERS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--overdue'],
  ['show', 'KF-20261120-0001'],
  ['board'],
  ['board', '--json'],
  ['handover', 'list'],
  ['handover', 'print', '--preview'],
  ['fines', 'list'],
  ['fines', 'list', '--month', '2026-11'],
  ['fines', 'summary', '--month', '2026-11'],
  ['fines', 'ledger'],
  ['complaint', 'list'],
  ['duty', 'list'],
  ['duty', 'coverage', '--from', '2026-11-20', '--to', '2026-11-22'],
  ['conduct', 'list'],
  ['conduct', 'report', '--month', '2026-11'],
  ['office', 'show'],
  ['branch', 'list'],
  ['staff', 'list'],
  ['import', 'list'],
  ['search', '建设路'],
  ['export', 'tickets'],
  ['export', 'handovers'],
  ['export', 'holds'],
  ['export', 'complaints'],
  ['export', 'fines'],
  ['export', 'journal'],
  ['check'],
]

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

/** All columns of all tables. */
export function columnsOf(file: string): Column[] {
  const db = new Database(file, { readonly: true })
  const columns = db
    .prepare(
      `select t.name as "table", c.name as "column", c.type from sqlite_schema t join pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite%' order by 1, c.cid`,
    )
    .all() as Column[]
  db.close()
  return columns
}

const ODD: Readonly<Record<string, readonly string[]>> = {
  INTEGER: ['4611686018427387904', '-4611686018427387904', '900000000000000', '-1'],
  TEXT: [`'?'`, `''`, `'{'`, `'[1]'`, `'2026-13'`],
}

interface Finding {
  readonly cell: string
  readonly call: string
  readonly said: string
}

// What a number or a time that is none prints, and our own mistakes.
const WRONG = /NaN|undefined|Invalid Date|\[object|BUG/

/** Puts one odd value after the other into one cell of these columns and calls what may read it; answers what went wrong. */
export async function fuzzCells(
  columns: readonly Column[],
  chosen: (odd: readonly string[]) => readonly string[],
): Promise<Finding[]> {
  const desk = await walkedDesk()
  const whole = readFileSync(desk.file)
  const found: Finding[] = []
  for (const { table, column, type } of columns) {
    for (const value of chosen(ODD[type] ?? [])) {
      writeFileSync(desk.file, whole)
      try {
        tamper(
          desk.file,
          `pragma ignore_check_constraints = on; pragma foreign_keys = off;
           update "${table}" set "${column}" = ${value} where rowid = (select min(rowid) from "${table}")`,
        )
      } catch {
        // Unique, or not null: nobody can put it there.
        continue
      }
      found.push(...(await readAll(desk, `${table}.${column} = ${value}`)))
    }
  }
  return found
}

async function readAll(desk: Desk, cell: string): Promise<Finding[]> {
  const found: Finding[] = []
  copyFileSync(desk.file, desk.path('odd.db'))
  for (const words of [...READERS, ['nightly', '--out-dir', desk.folder]]) {
    const { status, out, err } = await desk.run(...words, '--db', desk.path('odd.db'))
    const said = WRONG.exec(out)?.[0] ?? WRONG.exec(err)?.[0]
    if (said !== undefined || ![0, 1, 4].includes(status))
      found.push({ cell, call: words.join(' '), said: `${said} (${status}) ${err.slice(0, 200)}` })
  }
  return found
}
