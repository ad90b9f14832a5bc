import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { lateCase } from './case.ts'

const CLOSE = ['fines', 'close-month', '2026-11', '--by', '陈经理']

async function december(): Promise<{ desk: Desk; fine: string }> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  return { desk: desk.at('2026-12-01 09:00').columns(80), fine }
}

const isClosed = (desk: Desk): boolean => desk.rows('select month from month_close').length === 1

test('desk 6: at a terminal, closing a month shows what is pending with its sum and asks', async () => {
  const { desk, fine } = await december()
  const { screen, status } = await desk.type(CLOSE, 'n')
  expect(status).toBe(130)
  expect(screen).toContain(`${fine}  城关分公司 王伟  10.00`)
  expect(screen).toContain('1 of 2026-11 are still pending, 10.00 yuan. Close it all the same?')
  expect(isClosed(desk)).toBe(false)
  const closed = await desk.type(CLOSE, 'y')
  expect(closed.status).toBe(0)
  expect(isClosed(desk)).toBe(true)
  // The hash is for machines.
  expect(closed.out).not.toMatch(/[0-9a-f]{64}/)
  expect((await desk.columns(undefined).json(...CLOSE))['hash']).toMatch(/^[0-9a-f]{64}$/)
})

test('desk 6: --yes and a pipe close it at once; so does a terminal where nothing is pending', async () => {
  for (const more of [['--yes'], ['--no-input']]) {
    const { desk } = await december()
    await desk.type([...CLOSE, ...more])
    expect(isClosed(desk), more.join('')).toBe(true)
  }
  const { desk, fine } = await december()
  await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
  await desk.type(CLOSE)
  expect(isClosed(desk)).toBe(true)
})

test('desk 17: on the 1st the summary says that last month is open, with what is pending; once it is closed, no more', async () => {
  const { desk } = await december()
  desk.columns(undefined)
  const open =
    '2026-11 is not closed yet: 1 pending (10.00 yuan), 0.00 yuan confirmed; see `fines summary --month 2026-11`'
  expect((await desk.run('fines', 'summary')).err).toContain(open)
  expect((await desk.run('fines', 'summary', '--month', '2026-12')).err).not.toContain('not closed yet')
  await desk.ok(...CLOSE)
  expect((await desk.run('fines', 'summary')).err).not.toContain('not closed yet')
})
