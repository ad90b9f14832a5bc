import { expect, test } from 'vitest'
import type { ReadDb } from '../../src/kernel/db.ts'
import { readBoard } from '../../src/report/board.ts'
import { aboutFiles, openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'

test('the board never looks at tickets that are over and done, however many there are', async (context) => {
  aboutFiles(context)
  const desk = await openDesk()
  const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = []
  const store = await openStoreOf(desk.file)
  const plans = await store.reading(async (db) => {
    const listening: ReadDb = {
      ...db,
      all: async (sql, values = []) => {
        asked.push({ sql, values })
        return db.all(sql, values)
      },
      get: async (sql, values = []) => {
        asked.push({ sql, values })
        return db.get(sql, values)
      },
    }
    await readBoard(listening, 1_800_000_000)
    const tickets = asked.filter(({ sql }) => sql.includes('from ticket t'))
    return Promise.all(tickets.map(({ sql, values }) => db.all(`explain query plan ${sql}`, values as never)))
  })
  store.close()
  const steps = plans.map((plan) => plan.map(({ detail }) => String(detail)).find((detail) => / t( |$)/.test(detail)))
  expect(steps).toHaveLength(12)
  for (const step of steps) expect(step).toMatch(/USING INDEX ticket_(?:open|slip_out|appointment)\b/)
})
