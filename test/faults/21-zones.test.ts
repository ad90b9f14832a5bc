import { afterEach, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { call } from './seat.ts'

/** Month and year ends, the 29th of February, the last second of a day, and China's summer time of 1986–1991. */
const MOMENTS = ['2027-12-31 23:59:59', '2028-02-29 23:59:59', '2028-03-01 00:00:00', '2028-03-31 00:00:01']
const BOOK = [
  '报修时间,姓名,电话,地址,故障现象,分公司',
  '1986-05-04 02:30,甲,13800000001,路1,坏,CG',
  '1988-07-01 12:00,乙,13800000002,路2,坏,CG',
  '1991-09-15 01:30,丙,13800000003,路3,坏,CG',
].join('\n')

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** Everything that the program says on a machine of that zone. */
async function heard(machine: string): Promise<string> {
  process.env['TZ'] = machine
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(machine)
  const desk = await openDesk({ now: '2027-01-01 00:00' })
  const said: string[] = []
  const run = async (now: string, ...argv: string[]): Promise<void> => {
    const { status, out, err } = await desk.at(now).run(...argv)
    said.push(`${status} ${out}${err}`)
  }
  desk.stdin = BOOK
  await run('2027-12-31 08:00', 'import', 'tickets', '-', '--book', 'alt', '--json')
  for (const [index, now] of MOMENTS.entries()) await run(now, ...call(index))
  for (const argv of [
    ['export', 'tickets'],
    ['fines', 'list', '--json'],
    ['list', '--json'],
    ['board'],
    ['handover', 'print'],
  ]) {
    await run('2028-04-01 09:00', ...argv)
  }
  return said.join('\n').replaceAll(desk.folder, '')
}

test('fault 21: the machine’s zone is of no consequence', async () => {
  const answer = await heard('UTC')
  expect(answer).toContain('1988-07-01T12:00:00+09:00')
  expect(answer).toContain('KF-20280229-0001')
  expect(await heard('America/New_York')).toBe(answer)
  expect(await heard('Pacific/Auckland')).toBe(answer)
})
