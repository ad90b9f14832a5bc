import { mkdirSync, readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type * as files from '../../src/store/atomic-file.ts'
import type * as copies from '../../src/store/copy-database.ts'
import { openDesk } from '../desk.ts'

/** What is done as soon as a copy is verified, and as soon as it has its name. */
const then = { verified: (): void => undefined, placed: (): void => undefined }

vi.mock('../../src/store/copy-database.ts', async (original) => {
  const real = await original<typeof copies>()
  const verify: typeof real.verify = async (...given) => {
    const contents = await real.verify(...given)
    then.verified()
    return contents
  }
  return { ...real, verify }
})

vi.mock('../../src/store/atomic-file.ts', async (original) => {
  const real = await original<typeof files>()
  const replaceAtomically: typeof real.replaceAtomically = async (...given) => {
    const made = await real.replaceAtomically(...given)
    then.placed()
    return made
  }
  return { ...real, replaceAtomically }
})

test('an interrupted backup or restore changed nothing, or is done', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  const take = (at: string) => desk.at(at).run('backup', '--dir', desk.path('b'), '--keep', '1')
  expect(await take('2026-11-23 03:00')).toMatchObject({ status: 0 })
  then.verified = () => desk.abort()
  expect(await take('2026-11-24 03:00')).toMatchObject({ status: 130 })
  expect(readdirSync(desk.path('b'))).toEqual(['office-20261123-030000.db'])
  const restore = ['restore', desk.path('b/office-20261123-030000.db'), '--db', desk.path('new.db')]
  expect(await desk.run(...restore)).toMatchObject({ status: 130 })
  expect(readdirSync(desk.folder).sort()).toEqual(['b', 'office.db'])
  then.verified = () => undefined
  then.placed = () => desk.abort()
  expect((await take('2026-11-25 03:00')).err).not.toContain('nothing was changed')
  expect(readdirSync(desk.path('b'))).toEqual(['office-20261125-030000.db'])
})
