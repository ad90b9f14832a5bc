import { Database } from '../sqlite.ts'
import { addDays, nextMonth } from '../../src/kernel/calendar.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { above, bareNode, baoxiu, tell, times } from './measure.ts'
import { fillTenYears } from './ten-years.ts'

const NOW = '2026-11-22 09:00:00'
const RUNS = 9

/** The nightly job after ten years, all but the last two months closed: it must cost what the month costs; and `check` of it all. */
export async function benchFines(): Promise<void> {
  const bare = bareNode()
  console.log('\nFines of an office after ten years, all but two months closed')
  for (const count of [100_000, 300_000, 1_000_000]) {
    const desk = await openDesk({ now: NOW })
    openFrom2016(desk)
    await fillTenYears(desk.file, count)
    await closeAllButTwo(desk)
    const env = { BAOXIU_DB: desk.file, BAOXIU_NOW: NOW }
    for (const argv of [
      ['fines', 'summary', '--month', '2026-11'],
      ['fines', 'summary', '--month', '2020-02'],
      ['nightly', '--out-dir', desk.folder],
    ]) {
      const median = baoxiu(argv, { env, runs: RUNS })
      tell(
        `${count.toLocaleString('en')} tickets: ${argv.slice(0, 4).join(' ').replace(desk.folder, '…')}`,
        median,
        above(median, bare, 200),
      )
    }
    const check = baoxiu(['check'], { env, runs: 3 })
    tell(`${count.toLocaleString('en')} tickets: check`, check, times(check, bare, 100))
    desk.close()
  }
}

/** The desk's office starts in 2026. */
function openFrom2016(desk: Desk): void {
  const db = new Database(desk.file)
  db.prepare("update setting set value = '2016-12-01' where key = 'fines_from'").run()
  db.close()
}

async function closeAllButTwo(desk: Desk): Promise<void> {
  const begin = performance.now()
  let closed = 0
  for (let month = '2016-12'; month < '2026-10'; month = nextMonth(month)) {
    // As it happens: in the month after.
    desk.at(`${addDays(`${nextMonth(month)}-01`, 4)} 10:00:00`)
    await desk.ok('fines', 'close-month', month, '--by', '陈经理')
    closed += 1
  }
  tell('  one fines close-month', (performance.now() - begin) / closed)
}
