import { test } from 'vitest'
import { backUpBesideWriters } from './backup-beside-writers.ts'

test('fault 31: backups beside writers restore to a commit', async () => {
  await backUpBesideWriters(2, 700)
})
