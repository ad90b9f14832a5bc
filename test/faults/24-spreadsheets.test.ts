import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { needs } from './needs.ts'
import { call, openSeat } from './seat.ts'
import type { Seat } from './seat.ts'

const CELLS = [
  '=1+1',
  '+8613800001234',
  '-5',
  '@x',
  '\t=1',
  '\r=1',
  '＝1+1',
  ' =1',
  "'=1",
  "''@x",
  '\u3000=1',
  "'",
  'plain',
]

async function seatWithCells(): Promise<Seat> {
  const seat = await openSeat()
  for (const [index, cell] of CELLS.entries())
    await seat.desk.ok(...call(index, '--note', cell, '--symptom', `${cell}!`))
  return seat
}

test('fault 24: cells that a spreadsheet would run are harmless, and come back as they were', async () => {
  const { desk, path } = bound(await seatWithCells())
  await desk.ok('export', 'tickets', '-o', path('out.csv'))
  const rows = parse(readFileSync(path('out.csv')), { bom: true })
  expect(rows.flat().filter((cell) => /^[\s\u3000]*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  const other = await openSeat()
  await other.desk.ok('import', 'tickets', path('out.csv'))
  expect((await other.desk.list('list')).map(({ note }) => note).sort()).toEqual([...CELLS].sort())
  await other.desk.ok('export', 'tickets', '-o', other.path('out.csv'))
  expect(readFileSync(other.path('out.csv')).equals(readFileSync(path('out.csv')))).toBe(true)
})

test('fault 24: a spreadsheet shows them as text', async (context) => {
  needs(context, 'soffice')
  const { desk, path } = bound(await seatWithCells())
  await desk.ok('export', 'tickets', '-o', path('out.csv'))
  execFileSync('soffice', ['--headless', '--convert-to', 'html', '--outdir', desk.folder, path('out.csv')])
  const shown = readFileSync(path('out.html'), 'utf8')
  expect(shown).not.toMatch(/>2</)
  expect(shown).toContain('=1+1')
})

function bound(seat: Seat): { desk: Seat['desk']; path: (name: string) => string } {
  return { desk: seat.desk, path: (name) => seat.path(name) }
}
