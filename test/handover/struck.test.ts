import { expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'

test('a slip that was struck off is marked in its batch, and in no other', async () => {
  const desk = await openDesk()
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'XZ', '--reported-at', '07:00')
  await desk.ok('handover', 'print', '--slot', 'morning')
  await desk.ok('amend', '1', '--reason', '错', '--branch', 'CG')
  desk.at('2026-11-22 14:05')
  await desk.ok('handover', 'print', '--slot', 'afternoon')
  const marks = async (batch: string) =>
    (await desk.json<{ tickets: { mark: string | null }[] }>('handover', 'show', batch)).tickets.map(({ mark }) => mark)
  expect(await marks('KF-20261122-AM-XZ')).toEqual(['struck'])
  expect(await marks('KF-20261122-PM-CG')).toEqual([null])
  expect(await desk.ok('handover', 'show', 'AM-XZ')).toContain('STRUCK OFF')
})
