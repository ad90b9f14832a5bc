import { expect, test } from 'vitest'
import { expectQuietEnds, terminals, WAITING } from './hang-up.ts'

test('fault 36: the terminal goes away from whatever waits: a quiet end by SIGHUP, no core', async (context) => {
  await expectQuietEnds(context, WAITING.length)
}, 120_000)

test('attacks 11: HUP, INT, QUIT and TERM end what waits as a shell expects it', async (context) => {
  const { signal, cores } = await terminals(context)
  for (const waiting of WAITING.slice(0, 4)) {
    const ends: string[] = []
    for (const number of [1, 2, 3, 15]) ends.push(await signal(waiting, number, 1500))
    expect({ words: waiting[0], ends }).toEqual({
      words: waiting[0],
      ends: ['signal 1', 'signal 2', 'exit 131', 'signal 15'],
    })
  }
  expect(cores()).toEqual([])
}, 120_000)
