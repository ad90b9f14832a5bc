import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createStore, openStore } from '../../src/store/store.ts'
import { binary, ended, started } from '../binary.ts'
import { openDesk } from '../desk.ts'
import { fingerprint, temporaryFolder } from './folder.ts'

const signal = new AbortController().signal
const deed = { actor: 'test', verb: 'init', at: 0 }
const PUT = `insert into setting (key, value) values ($1, $2)`

describe('createStore', () => {
  test('makes the folders above it', async () => {
    const file = join(temporaryFolder(), 'data', 'baoxiu', 'office.db')
    await createStore(file, deed, signal, async (db) => db.run(PUT, ['office_name', '客户部']))
    const store = await openStore(file, signal)
    expect(await store.reading(async (db) => db.get('select value from setting'))).toEqual({ value: '客户部' })
    store.close()
  })

  test('leaves nothing behind where the work throws', async () => {
    const folder = temporaryFolder()
    const making = createStore(join(folder, 'office.db'), deed, signal, async (db) => {
      await db.run(PUT, ['office_name', '客户部'])
      throw new Error('changed my mind')
    })
    await expect(making).rejects.toThrow('changed my mind')
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['a file', (file: string) => writeFileSync(file, 'mine')],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link to nowhere', (file: string) => symlinkSync('/nowhere/office.db', file)],
  ])('refuses where %s is there already, and leaves it', async (_, make) => {
    const folder = temporaryFolder()
    const file = join(folder, 'office.db')
    make(file)
    const before = fingerprint(folder)
    await expect(createStore(file, deed, signal, async () => undefined)).rejects.toMatchObject({ code: 'DB_EXISTS' })
    expect(fingerprint(folder)).toEqual(before)
  })

  test.each(['file', 'file/below', 'file/below/it'])('refuses a path below a file: %s', async (name) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'x')
    const making = createStore(join(folder, name, 'office.db'), deed, signal, async () => undefined)
    await expect(making).rejects.toMatchObject({
      code: 'CANNOT_WRITE',
      message: `there is no folder ${folder}/${name}`,
    })
    expect(Object.keys(fingerprint(folder))).toEqual(['file'])
  })
})

test.each(['init', 'restore'])('%s: where the system makes no folders it says so, and comes back', async (verb) => {
  const desk = await openDesk()
  await desk.ok('backup', desk.path('copy.db'))
  const words = verb === 'init' ? ['--office-code', 'KF', '--office-name', '客户部'] : [desk.path('copy.db')]
  const child = started(['--db', '/proc/none/office.db', verb, ...words], { env: desk.env })
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const { status, signal: by, stderr } = await ended(child)
  clearTimeout(patience)
  expect({ status, by, stderr }).toEqual({
    status: 1,
    by: null,
    stderr: expect.stringMatching(/^baoxiu: CANNOT_WRITE: there is no folder \/proc\/none\n/),
  })
})

test('eight seats create one office at once: one does, the others are told that it exists', async () => {
  const folder = temporaryFolder()
  const env = { BAOXIU_DB: join(folder, 'office.db') }
  const seats = Array.from({ length: 8 }, (_, seat) => [
    'init',
    '--office-code',
    `K${seat}`,
    '--office-name',
    `客户部${seat}`,
    '--json',
  ])
  const ended = await Promise.all(seats.map((argv) => binary(argv, { env })))
  expect(ended.map(({ status }) => status).toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 4, 4, 4, 4, 4, 4, 4])
  for (const { stdout, stderr } of ended.filter(({ status }) => status === 4)) {
    expect([stdout, JSON.parse(stderr)]).toMatchObject(['', { error: { code: 'DB_EXISTS' } }])
  }
  expect(readdirSync(folder)).toEqual(['office.db'])
  const winner = ended.findIndex(({ status }) => status === 0)
  const shown = await binary(['office', 'show', '--json'], { env })
  expect(JSON.parse(shown.stdout)).toMatchObject({ office_code: `K${winner}` })
})
