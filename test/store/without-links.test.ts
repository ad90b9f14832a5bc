import type * as fs from 'node:fs'
import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { openDesk } from '../desk.ts'

/** A disk that knows no hard links, as USB sticks are formatted. */
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof fs>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' })
  },
}))

test('an office is created, backed up and restored on a disk without hard links', async () => {
  const desk = await openDesk({ office: false })
  const init = ['init', '--office-code', 'KF', '--office-name', '客户部']
  await desk.ok(...init)
  expect(await desk.refused(...init)).toMatchObject({ code: 'DB_EXISTS' })
  await desk.ok('backup', desk.path('copy.db'))
  await desk.ok('restore', desk.path('copy.db'), '--db', desk.path('new.db'))
  expect(await desk.refused('restore', desk.path('copy.db'), '--db', desk.path('new.db'))).toMatchObject({
    code: 'DB_EXISTS',
  })
  expect(await desk.list('branch', 'list', '--db', desk.path('new.db'))).toEqual([])
  expect(readdirSync(desk.folder).sort()).toEqual(['copy.db', 'new.db', 'office.db'])
})
