import { expect, test } from 'vitest'
import { call, openSeat } from './seat.ts'
import type { Seat } from './seat.ts'

/** Month and year ends, the 29th of February, the last second of a day, and China's summer time of 1986–1991. */
const MOMENTS = ['2027-12-31 23:59:59', '2028-02-29 23:59:59', '2028-03-01 00:00:00', '2028-03-31 00:00:01']
const BOOK =
  '报修时间,姓名,电话,地址,故障现象,分公司\n1986-05-04 02:30,甲,13800000001,路1,坏,CG\n1988-07-01 12:00,乙,13800000002,路2,坏,CG\n1991-09-15 01:30,丙,13800000003,路3,坏,CG\n'

/** Everything that the program says on a machine of that zone. */
async function heard(seat: Seat, zone: string): Promise<string> {
  const said: string[] = []
  const run = async (now: string, argv: readonly string[], stdin = ''): Promise<void> => {
    const { status, stdout, stderr } = await seat.run(argv, { env: { TZ: zone, BAOXIU_NOW: now }, stdin })
    said.push(`${status} ${stdout}${stderr}`)
  }
  await run('2027-12-31 08:00', ['import', 'tickets', '-', '--book', 'alt', '--json'], BOOK)
  for (const [index, now] of MOMENTS.entries()) await run(now, call(index, '--json'))
  await run('2028-04-01 09:00', ['export', 'tickets'])
  await run('2028-04-01 09:00', ['fines', 'list', '--json'])
  await run('2028-04-01 09:00', ['list', '--json'])
  return said.join('\n').replaceAll(seat.folder, '')
}

test('fault 21: the machine’s zone is of no consequence', async () => {
  const answers = []
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
    answers.push(await heard(await openSeat({ now: '2027-01-01 00:00' }), zone))
  }
  expect(answers[0]).toContain('1988-07-01T12:00:00+09:00')
  expect(answers[0]).toContain('KF-20280229-0001')
  expect(answers[1]).toBe(answers[0])
  expect(answers[2]).toBe(answers[0])
})
