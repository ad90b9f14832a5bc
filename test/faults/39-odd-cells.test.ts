import { expect, test } from 'vitest'
import { tamper } from '../tamper.ts'
import { walkedDesk } from '../walked-desk.ts'
import { columnsOf, fuzzCells } from './odd-cells.ts'

test('fault 39: a time that no calendar holds is damage of its row, in every command that reads it', async () => {
  const desk = await walkedDesk()
  tamper(desk.file, `update ticket set reported_at = 900000000000000 where ticket_no = 'KF-20261120-0001'`)
  const readers = [['list'], ['show', 'KF-20261120-0001'], ['export', 'tickets'], ['search', '建设路']]
  for (const words of [...readers, ['nightly', '--out-dir', desk.folder]]) {
    const { status, out, err } = await desk.run(...words)
    expect({ words, status, err }).toMatchObject({ words, status: 1, err: expect.stringContaining('DB_DAMAGED') })
    expect(err).toContain('reported_at')
    expect(out).not.toContain('NaN')
  }
})

test('fault 39: an odd value in a column of times, and in any other, is damage or is told as it stands', async () => {
  const { file } = await walkedDesk()
  const columns = columnsOf(file)
  expect(columns.length).toBeGreaterThan(150)
  // One of each kind here; all of them in `npm run test:faults`.
  const some = columns.filter((_, index) => index % 12 === 5)
  expect(await fuzzCells(some, (odd) => odd.slice(0, 1))).toEqual([])
}, 120_000)
