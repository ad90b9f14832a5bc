import { test } from 'vitest'
import { expectQuietEnds } from './hang-up.ts'
import { scaled } from './scale.ts'

test('fault 36: a hundred terminals go away: no core, and 129 each time', async (context) => {
  await expectQuietEnds(context, scaled(50))
})
