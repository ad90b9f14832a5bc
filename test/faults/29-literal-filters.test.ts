import fc from 'fast-check'
import { expect, test } from 'vitest'
import { call, openSeat } from './seat.ts'

const TRICKS = [
  `' or 1=1 --`,
  '%',
  '_',
  ';drop table ticket',
  `"`,
  `''`,
  '\\',
  '*',
  '?',
  '[a]',
  '50%_off',
  '建设路',
  'NULL',
  '$1',
]

test('fault 29: what is searched for is found literally, as a filter in TypeScript finds it', async () => {
  const { desk } = await openSeat()
  for (const [index, trick] of TRICKS.entries()) await desk.ok(...call(index, '--symptom', `坏 ${trick} 了`))
  const all = await desk.list('list')
  const expected = (typed: string): unknown[] =>
    all.filter(({ symptom }) => String(symptom).includes(typed)).map(({ ticket_no }) => ticket_no)
  const pieces = fc.constantFrom(...TRICKS, '坏', ' ', '了')
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      async (typed) => {
        fc.pre(typed.trim() !== '')
        const found = (await desk.list('list', '--search', typed)).filter(({ symptom }) =>
          String(symptom).includes(typed),
        )
        expect(found.map(({ ticket_no }) => ticket_no)).toEqual(expected(typed))
      },
    ),
    { numRuns: 25 },
  )
  for (const trick of TRICKS) {
    for (const argv of [
      ['list', '--phone', trick],
      ['list', '--branch', trick],
      ['show', trick],
      ['staff', 'list', '--branch', trick],
      ['handover', 'show', trick],
      ['fines', 'list', '--maintainer', trick],
      ['fines', 'explain', trick],
    ]) {
      const { status, out, err } = await desk.run(...argv, '--json')
      expect({ argv, status, err, rows: status === 0 ? out : '[]\n' }).toMatchObject({
        err: expect.not.stringContaining('BUG'),
        rows: '[]\n',
      })
    }
  }
  expect(desk.rows('select count(*) as n from ticket')).toEqual([{ n: TRICKS.length }])
})
