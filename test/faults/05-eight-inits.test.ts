import { expect, test } from 'vitest'
import { openSeat, together } from './seat.ts'

test('fault 5: 8 processes create the office at once: one does, the others get DB_EXISTS', async () => {
  const seat = await openSeat({ office: false })
  const answers = await together(8, async (index) =>
    seat.run(['init', '--office-code', `K${index}`, '--office-name', '客户部', '--json']),
  )
  const [made, ...others] = answers.sort((a, b) => (a.status ?? 0) - (b.status ?? 0))
  expect(made?.status).toBe(0)
  expect(others.map(({ status }) => status)).toEqual([4, 4, 4, 4, 4, 4, 4])
  for (const { stderr } of others) expect(stderr).toContain('"DB_EXISTS"')
  const { office_code } = JSON.parse(made?.stdout ?? '') as { office_code: string }
  expect((await seat.desk.json('office', 'show')).office_code).toBe(office_code)
  expect(seat.names()).toEqual(['office.db'])
  await seat.sound()
})
