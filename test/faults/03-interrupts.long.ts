import { Database } from '../sqlite.ts'
import { test } from 'vitest'
import { fillTenYears } from '../bench/ten-years.ts'
import { expectInterrupted } from './interrupt.ts'
import { openSeat } from './seat.ts'

test('fault 3: Ctrl-C while an office of 300,000 tickets is read', async () => {
  const seat = await openSeat({ now: '2026-11-22 09:00:00' })
  const db = new Database(seat.file)
  db.prepare("update setting set value = '2016-12-01' where key = 'fines_from'").run()
  db.close()
  await fillTenYears(seat.file, 300_000)
  for (const argv of [
    ['export', 'fines', '-o', seat.path('fines.csv')],
    ['export', 'tickets', '-o', seat.path('tickets.csv')],
    ['nightly', '--out-dir', seat.folder],
    ['list', '--json'],
    ['check', '--full'],
    ['backup', seat.path('backup.db')],
    ['restore', seat.file, '--db', seat.path('restored.db')],
  ]) {
    for (const at of [150, 400, 800]) await expectInterrupted(seat, argv, 'SIGTERM', at)
  }
})
