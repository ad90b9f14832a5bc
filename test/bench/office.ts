import { openDesk } from '../desk.ts'
import { above, bareNode, baoxiu, tell } from './measure.ts'
import { fillTenYears } from './ten-years.ts'

/** An office of 200,000 tickets: what the clerk looks at all day. */
export async function benchOffice(): Promise<void> {
  const desk = await openDesk({ now: '2026-11-22 09:00:00' })
  await fillTenYears(desk.file, 200_000)
  const env = { BAOXIU_DB: desk.file, BAOXIU_NOW: '2026-11-22 09:00:00' }
  const bare = bareNode()
  console.log('\nAn office of 200,000 tickets')
  for (const argv of [['board'], ['list', '--overdue'], ['handover', 'print'], ['fines', 'summary']]) {
    const median = baoxiu(argv, { env })
    tell(argv.join(' '), median, above(median, bare, 150))
  }
  desk.close()
}
