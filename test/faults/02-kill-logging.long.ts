import { test } from 'vitest'
import { killClerks } from './kill-logging.ts'

test('fault 2: 20 × kill -9 while four clerks log: every number that was printed exists', async () => {
  await killClerks(20, 4)
})
