import { test } from 'vitest'
import { flipBits } from './flip-bits.ts'

test('fault 16: 600 flipped bits: never a bug, and a good backup is only replaced by a sound one', async () => {
  await flipBits(600)
})
