import { test } from 'vitest'
import { backUpBesideWriters, makeRoomBesideEachOther } from './backup-beside-writers.ts'

test('fault 31: backups beside writers restore to a commit', async () => {
  await backUpBesideWriters(2, 700)
})

test('fault 31: two that make room in one folder at once leave the newest backup, and neither fails', async () => {
  await makeRoomBesideEachOther(4)
})
