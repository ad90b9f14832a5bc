import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../sqlite.ts'
import { expect, onTestFinished, test } from 'vitest'
import { AS_OTHER, needs, openTo, remount, smallDisk } from './needs.ts'
import { bookOf, call, openSeat, sha256 } from './seat.ts'

const READS = [['list'], ['export', 'tickets'], ['check']]
const WRITES = [call(1), ['office', 'set', 'office_name', 'x']]

test('fault 14: a database that may only be read: reads work or say why, writes are refused', async (context) => {
  needs(context, 'setpriv')
  const seat = await openSeat()
  await seat.desk.ok(...call(1))
  openTo(seat.folder)
  onTestFinished(() => chmodSync(seat.folder, 0o755))
  for (const [file, folder] of [
    [0o444, 0o755],
    [0o444, 0o555],
  ] as const) {
    chmodSync(seat.file, file)
    chmodSync(seat.folder, folder)
    const before = sha256(seat.file)
    for (const argv of READS) {
      const { status, stdout, stderr } = await seat.run(argv, { through: AS_OTHER })
      expect(status === 0 ? stdout + stderr : stderr).toMatch(
        status === 0 ? /./ : /^baoxiu: CANNOT_(READ|WRITE): .*office\.db/,
      )
    }
    for (const argv of WRITES) {
      const { status, stderr } = await seat.run(argv, { through: AS_OTHER })
      expect(status).toBe(1)
      expect(stderr).toMatch(/^baoxiu: CANNOT_(READ|WRITE): .*office\.db/)
    }
    expect(sha256(seat.file)).toBe(before)
  }
})

test('fault 14: what may not even be read is said to be so', async (context) => {
  needs(context, 'setpriv')
  const seat = await openSeat()
  openTo(seat.folder)
  chmodSync(seat.file, 0o000)
  const { status, stderr } = await seat.run(['list'], { through: AS_OTHER })
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^baoxiu: CANNOT_READ: .*office\.db cannot be read\n/),
  })
})

test('fault 14: folders that may not be written: export, backup, nightly and init say so', async (context) => {
  needs(context, 'setpriv')
  const seat = await openSeat()
  openTo(seat.folder)
  chmodSync(seat.file, 0o666)
  chmodSync(seat.folder, 0o777)
  mkdirSync(seat.path('closed'), { mode: 0o555 })
  const commands = [
    ['export', 'tickets', '-o', seat.path('closed/out.csv')],
    ['backup', seat.path('closed/copy.db')],
    ['backup', '--dir', seat.path('closed')],
    ['nightly', '--out-dir', seat.path('closed')],
    ['init', '--office-code', 'KF', '--office-name', 'x', '--db', seat.path('closed/new.db')],
    ['restore', seat.file, '--db', seat.path('closed/new.db')],
  ]
  for (const argv of commands) {
    const { status, stderr } = await seat.run(argv, { through: AS_OTHER })
    expect({ argv, status, stderr }).toEqual({
      argv,
      status: 1,
      stderr: expect.stringMatching(/^baoxiu: CANNOT_WRITE: .*closed/),
    })
  }
})

test('fault 14: in a folder that may not even be looked into, the file is named, and what was to be done', async (context) => {
  needs(context, 'setpriv')
  const seat = await openSeat()
  openTo(seat.folder)
  chmodSync(seat.file, 0o666)
  chmodSync(seat.folder, 0o777)
  const [file, book] = [seat.path('closed/x.csv'), seat.path('book.csv')]
  mkdirSync(seat.path('closed'), { mode: 0o000 })
  writeFileSync(book, bookOf(1), { mode: 0o644 })
  const reads = [
    ['import', 'tickets', file],
    ['import', 'tickets', book, '--map', file],
    ['duty', 'import', file],
    ['list', '--db', file],
  ]
  const writes = [
    ['list', '--csv', '-o', file],
    ['import', 'tickets', book, '--dry-run', '--map-out', file],
    ['backup', file],
    ['init', '--office-code', 'KF', '--office-name', 'x', '--db', file],
    ['nightly', '--out-dir', seat.path('closed')],
  ]
  for (const argv of [...reads, ...writes]) {
    const { status, stderr } = await seat.run(argv, { through: AS_OTHER })
    const said = reads.includes(argv) ? /^baoxiu: CANNOT_READ: .*closed\/x\.csv cannot be read/m : CLOSED
    expect({ argv, status, stderr }).toEqual({ argv, status: 1, stderr: expect.stringMatching(said) })
  }
  chmodSync(seat.path('closed'), 0o700)
})

const CLOSED = /^baoxiu: CANNOT_WRITE: .*closed\/.*\.csv may not be written/m

test('fault 14: on a medium that cannot be written, a backup can be looked into', async (context) => {
  needs(context, 'root', 'mount')
  const seat = await openSeat()
  await seat.desk.ok(...call(1))
  await seat.desk.ok('backup', seat.path('copy.db'))
  const disk = smallDisk(seat.path('disk'), '4m')
  for (const [name, source] of [
    ['copy.db', seat.path('copy.db')],
    ['office.db', seat.file],
  ] as const) {
    writeFileSync(join(disk, name), readFileSync(source))
  }
  remount(disk, 'ro')
  for (const argv of READS) {
    expect((await seat.run([...argv, '--db', join(disk, 'copy.db')])).status).toBe(0)
    const { status, stderr } = await seat.run([...argv, '--db', join(disk, 'office.db')])
    expect(status === 0 ? '' : stderr).toMatch(/^(baoxiu: CANNOT_(READ|WRITE): .*office\.db.*\n.*\n)?$/)
  }
  for (const argv of WRITES) {
    const { status, stderr } = await seat.run([...argv, '--db', join(disk, 'copy.db')])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^baoxiu: CANNOT_WRITE: .*copy\.db may not be written\n/),
    })
  }
})

test('fault 14: in a folder that may not be written, what cannot be read says so and what to do', async (context) => {
  needs(context, 'setpriv', 'root')
  const seat = await openSeat()
  openTo(seat.folder)
  chmodSync(seat.file, 0o666)
  const expectSaid = async (): Promise<void> => {
    for (const argv of [...READS, call(1)]) {
      const { status, stderr } = await seat.run(argv, { through: AS_OTHER })
      expect(status).toBe(1)
      expect(stderr).toMatch(
        /^baoxiu: CANNOT_READ: .*office\.db cannot even be read here: .*its folder may not be written\n {2}copy the file/,
      )
    }
  }
  await expectSaid()
  // The same with a log that a seat left behind.
  const other = new Database(seat.file)
  other.exec(`pragma wal_autocheckpoint = 0; update branch set phone = '1'`)
  const left = readFileSync(`${seat.file}-wal`)
  other.close()
  writeFileSync(`${seat.file}-wal`, left, { mode: 0o666 })
  await expectSaid()
})

test('fault 14: a user without a name and a home names the database, or is told to', async (context) => {
  needs(context, 'setpriv', 'root')
  const seat = await openSeat()
  openTo(seat.folder)
  chmodSync(seat.folder, 0o777)
  chmodSync(seat.file, 0o666)
  const nobody = [
    'setpriv',
    '--reuid=54321',
    '--regid=54321',
    '--clear-groups',
    'env',
    '-u',
    'HOME',
    '-u',
    'XDG_DATA_HOME',
  ]
  expect(await seat.run(['branch', 'list'], { through: nobody })).toMatchObject({ status: 0 })
  const { status, stderr } = await seat.run(['branch', 'list'], { through: [...nobody, '-u', 'BAOXIU_DB'] })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/no home folder .* --db/) as string })
})
