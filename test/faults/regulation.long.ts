import { test } from 'vitest'
import { walkRandomly } from '../report/walk-regulation.ts'

test('200 random days at a desk: the books say what the regulation says, and are sound', async () => {
  await walkRandomly(200)
})
