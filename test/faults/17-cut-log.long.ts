import { test } from 'vitest'
import { cutLog } from './cut-log.ts'

test('fault 17: a write-ahead log that is cut every 997 bytes: a prefix of the commits, and sound', async () => {
  await cutLog(12, 997)
})
