import { test } from 'vitest'
import { backUpBesideWriters } from './backup-beside-writers.ts'

test('fault 31: backups beside 8 writers for 30 seconds restore to a commit', async () => {
  await backUpBesideWriters(8, 30_000)
})
