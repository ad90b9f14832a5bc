import { readFileSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'

const INTERIOR_TABLE = 5
const CELLS = 300
/** Four bytes of page number, one of rowid. */
const CELL = 5

/**
 * Puts so many interior pages above the root of a table, each leading three hundred times to the one below it (SQLite
 * file format, section 1.6): whoever follows them all never comes to an end.
 */
export function makeLadder(file: string, table: string, steps: number): void {
  const db = new Database(file)
  db.pragma('journal_mode = delete')
  const root = Number(db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table))
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(file)
  const at = (root - 1) * size
  // The old root becomes the foot of the ladder; its last step takes the place of the root.
  const pages: Buffer[] = [bytes, Buffer.from(bytes.subarray(at, at + size))]
  let child = bytes.length / size + 1
  for (let made = 1; made < steps; made += 1) {
    pages.push(stepTo(child, size))
    child += 1
  }
  stepTo(child, size).copy(bytes, at)
  const whole = Buffer.concat(pages)
  whole.writeUInt32BE(whole.length / size, 28)
  writeFileSync(file, whole)
}

function stepTo(child: number, size: number): Buffer {
  const page = Buffer.alloc(size)
  page[0] = INTERIOR_TABLE
  page.writeUInt16BE(CELLS, 3)
  page.writeUInt16BE(size - CELLS * CELL, 5)
  page.writeUInt32BE(child, 8)
  for (let cell = 0; cell < CELLS; cell += 1) {
    const place = size - (cell + 1) * CELL
    page.writeUInt32BE(child, place)
    page[place + 4] = 1 + (cell % 100)
    page.writeUInt16BE(place, 12 + 2 * cell)
  }
  return page
}
