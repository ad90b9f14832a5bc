import { test } from 'vitest'
import { killNightlies } from './kill-nightly.ts'

test('fault 32: 40 × kill -9 during nightly: whole files only', async () => {
  await killNightlies(40)
})
