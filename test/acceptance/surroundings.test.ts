import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { binary } from '../binary.ts'
import { bookOf, call, openSeat } from '../faults/seat.ts'

const INIT = ['init', '--office-code', 'KF', '--office-name', '客户部']

describe('attacks 8: where the office lies', () => {
  test.each([
    ['empty', ''],
    ['relative', 'data'],
    ['relative to here', './data'],
  ])('XDG_DATA_HOME that is %s counts as unset', async (_, folder) => {
    const home = mkdtempSync(join(tmpdir(), 'home-'))
    const cwd = join(home, 'here')
    mkdirSync(cwd)
    const { status } = await binary(INIT, { cwd, env: { HOME: home, XDG_DATA_HOME: folder } })
    expect(status).toBe(0)
    expect(existsSync(join(home, '.local/share/baoxiu/office.db'))).toBe(true)
    expect(readdirSync(cwd)).toEqual([])
  })

  test('an absolute one holds', async () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'))
    expect((await binary(INIT, { env: { HOME: home, XDG_DATA_HOME: join(home, 'xdg') } })).status).toBe(0)
    expect(existsSync(join(home, 'xdg/baoxiu/office.db'))).toBe(true)
  })
})

describe('attacks 10: names of this machine', () => {
  test.each([
    ['empty', { USER: '', LOGNAME: '' }],
    ['blank', { USER: ' ', LOGNAME: '\t' }],
    ['unset', { USER: undefined, LOGNAME: undefined }],
    ['too long', { USER: 'x'.repeat(20_000), LOGNAME: '' }],
  ])('a login name that is %s keeps nobody from working', async (_, env) => {
    const seat = await openSeat()
    expect(await seat.run(['list'], { env: { ...env, BAOXIU_ACTOR: undefined } })).toMatchObject({ status: 0 })
    const logged = await seat.run(call(1), { env: { ...env, BAOXIU_ACTOR: undefined } })
    expect(logged).toMatchObject({ status: 0 })
    expect(String(seat.desk.rows('select actor from journal order by entry desc limit 1')[0]?.actor)).toMatch(/\S/)
  })

  /** Runs the program with one more word, of these bytes. */
  const withBytes = (octal: string): readonly string[] => ['sh', '-c', `exec "$@" "$(printf '${octal}')"`, 'sh']
  const GBK_NAME = '\\261\\250\\320\\336.csv'

  test('a database path that is no UTF-8 is refused, and makes nothing', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'bytes-'))
    const { status, stderr } = await binary([...INIT, '--db'], { cwd, through: withBytes('\\261\\250.db') })
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('INVALID_VALUE: --db') })
    const set = await binary([...INIT, '--actor'], {
      cwd,
      through: ['sh', '-c', `BAOXIU_DB=$(printf '\\261.db') exec "$@" x`, 'sh'],
    })
    expect(set).toMatchObject({ status: 2, stderr: expect.stringContaining('INVALID_VALUE: BAOXIU_DB') })
    expect(readdirSync(cwd)).toEqual([])
  })

  test('a book whose name is in GBK is imported, by its name as people read it', async () => {
    const seat = await openSeat()
    writeFileSync(Buffer.concat([Buffer.from(`${seat.folder}/`), Buffer.from('b1a8d0de2e637376', 'hex')]), bookOf(3))
    const { status, stdout } = await seat.run(['import', 'tickets', '--json'], {
      through: ['sh', '-c', `cd '${seat.folder}'; exec "$@" "$(printf '${GBK_NAME}')"`, 'sh'],
    })
    expect({ status, report: JSON.parse(stdout) }).toMatchObject({ status: 0, report: { book: '报修', imported: 3 } })
  })

  test('the refused rows of such a book stand beside it under that name', async () => {
    const seat = await openSeat()
    const book = `${bookOf(1)}2008-03-05 15:20,李,不是电话,建设路,无信号,QQ,,,\n`
    writeFileSync(Buffer.concat([Buffer.from(`${seat.folder}/`), Buffer.from('b1a8d0de2e637376', 'hex')]), book)
    const { status } = await seat.run(['import', 'tickets'], {
      through: ['sh', '-c', `cd '${seat.folder}'; exec "$@" "$(printf '${GBK_NAME}')"`, 'sh'],
    })
    expect(status).toBe(3)
    expect(existsSync(seat.path('报修.csv.rejects.csv'))).toBe(true)
  })
})

describe('attacks 11: an argument that is far too long', () => {
  test.each([
    ['a command', (long: string) => [long]],
    ['an option', (long: string) => [`--${long}`]],
    ['a value', (long: string) => ['list', '--from', long]],
    ['a value behind =', (long: string) => ['list', `--class=${long}`]],
    ['a ticket', (long: string) => ['show', long]],
    ['a file', (long: string) => ['import', 'tickets', long]],
  ])('%s is not repeated whole, and costs no more than it is long', async (_, argv) => {
    const seat = await openSeat()
    const { status, stderr } = await seat.run(argv('汉'.repeat(40_000)))
    expect([1, 2, 4]).toContain(status)
    expect(stderr).not.toContain('BUG')
    expect(stderr.length).toBeLessThan(1500)
  })
})

describe('attacks 12: characters that take no room', () => {
  const hidden = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']

  test('are removed from names and phones, kept in free text, and shown there', async () => {
    const { desk } = await openSeat()
    for (const [index, sign] of hidden.entries()) {
      const words = ['--name', `李${sign}明`, '--phone', `1380000${sign}123${index}`, '--address', `建设路${sign}1号`]
      const logged = await desk.json(
        'log',
        ...words,
        '--symptom',
        `无${sign}信号`,
        '--class',
        'line',
        '--branch',
        'CG',
        '--taken-by',
        `小${sign}刘`,
      )
      expect(logged).toMatchObject({
        customer_name: '李明',
        phone: `1380000123${index}`,
        taken_by: '小刘',
        symptom: `无${sign}信号`,
      })
      const shown = await desk.ok('show', String(logged.ticket_no))
      expect(shown).not.toContain(sign)
      expect(shown).toMatch(/无\\(?:u200b|u200c|u200d|u2060|ufeff|xad)信号/)
    }
    await desk.ok('staff', 'add', '赵\u200b六', '--branch', 'CG')
    expect((await desk.list('staff', 'list')).map(({ name }) => name)).toContain('赵六')
  })
})
