import { test } from 'vitest'
import { killMigrations } from './kill-migration.ts'

test('fault 19: kill -9 during a migration: the old version or the new one, and a backup taken first', async () => {
  await killMigrations(1)
})
