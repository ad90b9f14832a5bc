import { test } from 'vitest'
import { killClerks } from './kill-logging.ts'

test('fault 2: kill -9 while logging: every number that was printed exists', async () => {
  await killClerks(1, 1)
})
