import { describe, expect, test } from 'vitest'
import { isNotOnDuty, onDutyAt } from '../../src/duty/queries.ts'
import { startOfDay } from '../../src/kernel/calendar.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import type { ReadDb } from '../../src/kernel/db.ts'
import { openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const at = (hour: number, minute = 0): number => startOfDay(SHANGHAI, '2026-11-22', hour, minute)

async function asked<T>(desk: Desk, question: (db: ReadDb) => Promise<T>): Promise<T> {
  const store = await openStoreOf(desk.file)
  try {
    return await store.reading(question)
  } finally {
    store.close()
  }
}

describe('who is on duty at a moment', () => {
  test('from signing on up to but without signing off', async () => {
    const desk = await openDesk({ now: '2026-11-22 12:00' })
    await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00', '--until', '08:00')
    await desk.ok('duty', 'on', '--name', '王芳', '--at', '07:50')
    const moments = [at(0, 59), at(1), at(7, 50), at(8), at(20)]
    const found = await asked(desk, async (db) => Promise.all(moments.map((moment) => onDutyAt(db, moment))))
    expect(found).toEqual([[], ['李敏'], ['李敏', '王芳'], ['王芳'], ['王芳']])
  })

  test('somebody who is not on duty, by the name however it is spaced', async () => {
    const desk = await openDesk({ now: '2026-11-22 12:00' })
    await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00', '--until', '08:00')
    const found = await asked(desk, async (db) =>
      Promise.all([
        isNotOnDuty(db, '李敏', at(2)),
        isNotOnDuty(db, '李 敏', at(2)),
        isNotOnDuty(db, '王芳', at(2)),
        isNotOnDuty(db, '李敏', at(9)),
      ]),
    )
    expect(found).toEqual([false, false, true, true])
  })

  test('an office that keeps no duty list is never warned, nor one whose only shift is void', async () => {
    const desk = await openDesk()
    expect(await asked(desk, (db) => isNotOnDuty(db, '王芳', at(2)))).toBe(false)
    await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00')
    await desk.ok('duty', 'void', '1', '--reason', 'x')
    expect(await asked(desk, (db) => isNotOnDuty(db, '王芳', at(2)))).toBe(false)
  })
})
