import { test } from 'vitest'
import { killImports } from './kill-import.ts'

test('fault 1: kill -9 during an import leaves nothing or everything', async () => {
  await killImports(2000, 2, 400)
})
