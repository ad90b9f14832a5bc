import { expect, test } from 'vitest'
import { CALLS, problemsWith, WRITERS } from './failing-calls.ts'

test('attacks 9, fault 38: calls that fail while a backup is taken are told of the backup, not of the office', async (context) => {
  const backup = WRITERS.filter(([words]) => words[0] === 'backup')
  for (const failing of CALLS) expect(await problemsWith(context, backup, failing, 3)).toEqual([])
}, 120_000)
