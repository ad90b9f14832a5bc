import { test } from 'vitest'
import { walkRandomly } from './walk-regulation.ts'

// oxlint-disable-next-line vitest/expect-expect -- the walk asserts after every step
test('whatever a desk does, the books say what the regulation says, and are sound', async () => {
  await walkRandomly(6)
})
