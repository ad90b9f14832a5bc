import { test } from 'vitest'
import { killImports } from './kill-import.ts'

test('fault 1: 40 × kill -9 during an import of 100,000 rows leave nothing or everything', async () => {
  await killImports(100_000, 40, 4500)
})
