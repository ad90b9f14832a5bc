import { expect, test } from 'vitest'
import { needs } from './needs.ts'
import { scaled } from './scale.ts'
import { openSeat } from './seat.ts'
import { besideNeighbour } from './swapping-neighbour.ts'

test('fault 35: two hundred exports and nights beside a neighbour who swaps temporary files', async (context) => {
  needs(context, 'setpriv')
  expect(await besideNeighbour(await openSeat({ rows: 30 }), scaled(200))).toBeGreaterThan(0)
})
