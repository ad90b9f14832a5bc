import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk, openServerDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { needsPg } from '../pg-desk.ts'

interface Examined {
  readonly subject: string
  readonly status: string
  readonly value: string
  readonly remedy: string
}

async function examined(desk: Desk): Promise<{ status: number; of: (subject: string) => Examined | undefined }> {
  const { status, out } = await desk.run('doctor', '--json')
  const all = JSON.parse(out) as Examined[]
  return { status, of: (subject) => all.findLast((one) => one.subject === subject) }
}

test('a machine on which all is well: what it is, and nothing to do', async () => {
  const desk = await openDesk()
  Object.assign(desk.env, { LANG: 'zh_CN.UTF-8', LC_ALL: undefined })
  const { status, of } = await examined(desk)
  expect(status).toBe(0)
  expect(of('node')).toMatchObject({ status: 'ok', value: process.version })
  expect(of('driver')?.value).toMatch(/^better-sqlite3.*, SQLite 3\./)
  expect(of('database')?.value).toContain(`${desk.file} (KF `)
  for (const subject of ['machine', 'locale', 'permissions', 'folder', 'disk', 'time_zone', 'printer'])
    expect(of(subject)).toMatchObject({ status: 'ok', remedy: '' })
})

test('what is wrong is told with what to do about it', async () => {
  const desk = await openDesk()
  chmodSync(desk.file, 0o644)
  chmodSync(desk.folder, 0o777)
  writeFileSync(desk.path('.baoxiu-0b6f2f5e-1111-4222-8333-444455556666.tmp'), 'x')
  utimesSync(desk.path('.baoxiu-0b6f2f5e-1111-4222-8333-444455556666.tmp'), 1, 1)
  Object.assign(desk.env, { LC_ALL: 'POSIX', BAOXIU_PRINTER: `file:${desk.path('nowhere')}` })
  const { status, of } = await examined(desk)
  expect(status).toBe(1)
  expect(of('permissions')).toMatchObject({ status: 'note', remedy: expect.stringContaining(`chmod 600 ${desk.file}`) })
  expect(of('folder')).toMatchObject({ status: 'note', remedy: expect.stringContaining('chmod 700') })
  expect(of('temporary')).toMatchObject({ status: 'note' })
  expect(of('locale')).toMatchObject({ status: 'note', remedy: expect.stringContaining('UTF-8') })
  expect(of('printer')).toMatchObject({ status: 'wrong' })
  mkdirSync(desk.path('nowhere'))
  expect((await examined(desk)).of('printer')).toMatchObject({ status: 'ok' })
  desk.at('2020-01-01 09:00')
  expect((await examined(desk)).of('clock')).toMatchObject({
    status: 'wrong',
    remedy: expect.stringContaining('clock'),
  })
})

test.each(['', 'notaprinter', 'file:', 'lp:x'])('the printer %j is judged', async (printer) => {
  const desk = await openDesk()
  Object.assign(desk.env, { BAOXIU_PRINTER: printer, PATH: '' })
  expect((await examined(desk)).of('printer')?.status).toBe(printer === '' ? 'ok' : 'wrong')
})

test('no office, and a damaged one, are told as such', async () => {
  const desk = await openDesk({ office: false })
  const nothing = await examined(desk)
  expect([nothing.status, nothing.of('database')]).toMatchObject([1, { status: 'wrong', value: desk.file }])
  writeFileSync(desk.file, 'SQLite format 3\0'.padEnd(50, 'x'))
  const damaged = await examined(desk)
  expect([damaged.status, damaged.of('database')]).toMatchObject([
    1,
    { status: 'wrong', value: expect.stringContaining('damaged') },
  ])
})

test('an office on a server: what it says of itself, and nothing of a file', async (context) => {
  needsPg(context)
  const desk = await openServerDesk({})
  const { of } = await examined(desk)
  expect(of('database')).toMatchObject({ status: 'ok', value: expect.stringContaining('(KF ') as string })
  expect(of('time_zone')?.status).toBe('ok')
  for (const subject of ['permissions', 'folder', 'disk']) expect(of(subject)).toBeUndefined()
})
