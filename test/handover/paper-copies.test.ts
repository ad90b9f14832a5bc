import { expect, test } from 'vitest'
import { readHandover, recordPaper } from '../../src/handover/queries.ts'
import { A_CALL, openDesk } from '../desk.ts'
import { writingOn } from '../writing.ts'

test('desk 30: a reprint is what goes to the printer for the second time or later', async () => {
  const desk = await openDesk()
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG', '--reported-at', '07:00')
  await desk.ok('handover', 'print')
  const reprints = await writingOn(desk, async (db) => {
    const counted: number[] = []
    for (const at of [1000, 2000, 3000]) {
      const batch = await readHandover(db, 'KF-20261122-AM-CG')
      if (batch !== undefined) counted.push((await recordPaper(db, batch, at)).reprints)
    }
    return counted
  })
  expect(reprints).toEqual([0, 1, 2])
  expect((await desk.run('check', '--full')).out).toBe('')
})
