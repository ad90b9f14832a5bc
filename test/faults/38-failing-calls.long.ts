import { expect, test } from 'vitest'
import { CALLS, problemsWith, WRITERS } from './failing-calls.ts'
import { scaled } from './scale.ts'

for (const failing of CALLS) {
  test(`fault 38: the n-th ${failing} of every verb that writes fails`, async (context) => {
    expect(await problemsWith(context, WRITERS, failing, scaled(60))).toEqual([])
  })
}
