import { expect, test } from 'vitest'
import { needs } from './needs.ts'
import { openSeat } from './seat.ts'
import { besideNeighbour } from './swapping-neighbour.ts'

test('fault 35: a neighbour who swaps temporary files has nothing written through them', async (context) => {
  needs(context, 'setpriv')
  expect(await besideNeighbour(await openSeat({ rows: 30 }), 4)).toBeGreaterThan(0)
}, 120_000)
