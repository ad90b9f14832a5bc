import { test } from 'vitest'
import { cutLog } from './cut-log.ts'

test('fault 17: a write-ahead log that is cut at any byte: a prefix of the commits, and sound', async () => {
  await cutLog(3, 3 * 997)
})
