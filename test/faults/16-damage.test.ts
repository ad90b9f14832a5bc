import { readFileSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { walkedDesk } from '../walked-desk.ts'
import { flipBits } from './flip-bits.ts'
import { call, sha256 } from './seat.ts'

test.each([100, 0.5, 0.99])('fault 16: cut to %d: found before the first write', async (left) => {
  const desk = await walkedDesk()
  const whole = readFileSync(desk.file)
  writeFileSync(desk.file, whole.subarray(0, left > 1 ? left : Math.floor(whole.length * left)))
  const before = sha256(desk.file)
  for (const argv of [['list'], call(1), ['backup', desk.path('copy.db')]]) {
    expect(await desk.refused(...argv)).toMatchObject({ status: 1, code: 'DB_DAMAGED' })
  }
  expect((await desk.run('check')).status).toBe(1)
  expect(sha256(desk.file)).toBe(before)
})

/** A single bit makes bytes or a number of a text: the law of the table that forbids it is asked by whoever writes alone. */
function makeOdd(file: string, value: string): void {
  const db = new Database(file).unsafeMode()
  const law = String(db.prepare(`select sql from sqlite_schema where name = 'ticket'`).pluck().get())
  const pass = (other: string): void => {
    db.pragma('writable_schema = on')
    db.prepare(`update sqlite_schema set sql = ? where name = 'ticket'`).run(other)
    db.pragma('writable_schema = reset')
  }
  pass(law.replace('customer_name text', 'customer_name').replace(/\) strict$/, ')'))
  db.exec(`update ticket set customer_name = ${value} where chases > 0`)
  pass(law)
  db.close()
}

test.each([
  [`x'ff00'`, 'is damaged: a row holds … for customer_name'],
  ['5', 'is damaged: non-TEXT value in ticket.customer_name'],
])('fault 16: a name that has become %s is told as damage, not as our mistake', async (value, said) => {
  const desk = await walkedDesk()
  makeOdd(desk.file, value)
  for (const argv of [['list'], ['show', 'KF-20261120-0001']]) {
    const { status, err } = await desk.run(...argv)
    expect({ argv, status, err }).toMatchObject({ status: 1, err: expect.stringContaining(said) })
  }
})

test('fault 16: flipped bits: never a bug, and a good backup is only replaced by a sound one', async () => {
  await flipBits(16)
})
