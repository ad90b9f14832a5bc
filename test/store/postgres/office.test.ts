import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { TestContext } from 'vitest'
import { serverMigrations } from '../../../src/store/postgres/server-migrations.ts'
import { binary } from '../../binary.ts'
import { contentOf } from '../../desk-store.ts'
import { A_CALL, openDesk, openServerDesk } from '../../desk.ts'
import type { Desk } from '../../desk.ts'
import { execute, freshSchema, needsPg, schemaOf, tamperOnServer } from '../../pg-desk.ts'

const INIT = ['init', '--office-code', 'KF', '--office-name', '客户部', '--fines-from', '2026-01-01']
const LOG = ['log', ...A_CALL, '--class', 'line', '--branch', 'CG']

async function serverDesk(context: TestContext): Promise<Desk> {
  needsPg(context)
  return await openServerDesk({})
}

describe('an office on a server', () => {
  test('init says how to make roles; a clerk may work, a reader may read, nobody may change the journal', async (context) => {
    const server = needsPg(context)
    const desk = await openDesk({ office: false })
    const url = await freshSchema(server)
    desk.env['BAOXIU_DB'] = url
    const { status, err } = await desk.run(...INIT)
    expect(status).toBe(0)
    const sql = err.slice(err.indexOf('create role'))
    const [clerk, reader] = [`clerk_${process.pid}`, `reader_${process.pid}`]
    const named = sql
      .replaceAll('baoxiu_clerk', clerk)
      .replaceAll('baoxiu_reader', reader)
      .replaceAll('nologin', 'login')
    await execute(server, named)
    onTestFinished(() => execute(server, `drop owned by ${clerk}, ${reader}; drop role ${clerk}, ${reader}`))
    await desk.ok('branch', 'add', 'CG', '城关', '--area', 'urban')
    desk.env['BAOXIU_DB'] = url.replace('postgres@', `${clerk}@`)
    expect(await desk.json(...LOG)).toMatchObject({ ticket_no: 'KF-20261122-0001' })
    await desk.ok('check', '--full')
    writeFileSync(desk.path('old.csv'), '报修时间,姓名,电话\n2008-03-05 10:00,王五,13900001111\n')
    await desk.ok('import', 'tickets', desk.path('old.csv'), '--default-branch', 'CG')
    await desk.ok('import', 'undo', 'KF-I-20261122-01')
    const asClerk = execute(server, `set role ${clerk}; delete from ${schemaOf(url)}.journal`)
    await expect(asClerk).rejects.toThrow('permission denied')
    await execute(server, 'reset role')
    desk.env['BAOXIU_DB'] = url.replace('postgres@', `${reader}@`)
    expect(await desk.list('list')).toHaveLength(1)
    expect(await desk.refused(...LOG)).toMatchObject({ status: 4, code: 'NOT_ALLOWED' })
    expect(await desk.refused('list', '--db', url.replace('postgres@', 'nobody_at_all@'))).toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  test('eight at once: one creates, the others get DB_EXISTS', async (context) => {
    const url = await freshSchema(needsPg(context))
    const env = { BAOXIU_DB: url }
    const ends = await Promise.all(Array.from({ length: 8 }, () => binary(INIT, { env })))
    expect(ends.map(({ status }) => status).toSorted()).toEqual([0, 4, 4, 4, 4, 4, 4, 4])
    for (const { status, stderr } of ends) if (status !== 0) expect(stderr).toContain('DB_EXISTS')
  })

  test('other tables under our names: refused, and left alone', async (context) => {
    const url = await freshSchema(needsPg(context))
    await execute(needsPg(context), `create table ${schemaOf(url)}.ticket (a text)`)
    const desk = await openDesk({ office: false })
    expect(await desk.refused(...INIT, '--db', url)).toMatchObject({ status: 4, code: 'DB_FOREIGN' })
    expect(await desk.refused('list', '--db', url)).toMatchObject({ status: 4, code: 'DB_MISSING' })
    expect(await desk.refused('list', '--db', url.replace('/postgres?', '/nowhere?'))).toMatchObject({
      code: 'DB_MISSING',
    })
  })

  test('a password is never shown, whatever goes wrong', async () => {
    const desk = await openDesk({ office: false })
    for (const url of ['postgres://li:geheim@127.0.0.1:1/office', 'postgres://li:geheim@db:x/o']) {
      for (const argv of [['list'], ['check'], ['doctor'], INIT, ['backup', desk.path('b')], ['restore', 'x']]) {
        const { status, out, err } = await desk.run(...argv, '--db', url, '--debug')
        expect(status).not.toBe(0)
        expect(out + err).not.toContain('geheim')
      }
    }
  })

  test('a newer office is refused, and left alone', async (context) => {
    const desk = await serverDesk(context)
    tamperOnServer(desk.file, 'update baoxiu_version set version = 99')
    expect(await desk.refused('list')).toMatchObject({ status: 1, code: 'DB_NEWER' })
    expect(await desk.refused('check')).toMatchObject({ code: 'DB_NEWER' })
  })
})

describe('check', () => {
  test('finds nothing on an office as it is made', async (context) => {
    const desk = await serverDesk(context)
    await desk.ok(...LOG)
    expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
  })

  test.each([
    ['ticket.phone text C', 'alter table ticket alter phone type varchar(30)'],
    ['ticket.note text C', 'alter table ticket alter note type text collate "POSIX"'],
    ['ticket.branch text C not null', 'alter table ticket alter branch drop not null'],
    ['ticket_reported', 'drop index ticket_reported'],
    ['journal_append_only', 'alter table journal disable trigger journal_append_only'],
    ['journal_no_truncate', 'drop trigger journal_no_truncate on journal'],
    [
      'trap',
      `create function trap() returns trigger language plpgsql as 'begin return new; end';
       create trigger trap after insert on ticket for each row execute function trap()`,
    ],
  ])('names what somebody changed: %s', async (name, sql) => {
    const desk = await serverDesk({ skip: () => undefined } as unknown as TestContext)
    await execute(
      needsPg({ skip: () => undefined } as unknown as TestContext),
      `set search_path = ${schemaOf(desk.file)}; ${sql}; reset search_path`,
    )
    const { status, out } = await desk.run('check', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ invariant: 'file-schema', finding: expect.stringContaining(name) as string }),
    )
  })
})

describe('backup and restore', () => {
  test('pg_dump writes it, pg_restore reads it: 0600, verified, and the office comes out of it', async (context) => {
    const desk = await serverDesk(context)
    desk.env['PATH'] = process.env['PATH']
    await desk.ok(...LOG)
    const before = contentOf(desk.file)
    const file = desk.path('office.dump')
    expect(await desk.json('backup', file)).toMatchObject({
      file,
      entries: Number(desk.rows('select count(*) as n from journal')[0]?.['n']),
      version: serverMigrations.length,
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await desk.ok('backup', file)
    const hint = await desk.refused('restore', file)
    expect(hint).toMatchObject({ status: 2, code: 'USAGE' })
    expect(hint.message).toContain('pg_restore --exit-on-error --single-transaction')
    await execute(needsPg(context), `drop schema ${schemaOf(desk.file)} cascade`)
    execFileSync('pg_restore', ['--exit-on-error', '--no-owner', '-d', needsPg(context), file], { stdio: 'pipe' })
    expect(contentOf(desk.file)).toBe(before)
    await desk.ok('check', '--full')
  })

  test('into a folder the newest stay; what is no backup is never replaced', async (context) => {
    const desk = await serverDesk(context)
    desk.env['PATH'] = process.env['PATH']
    writeFileSync(desk.path('mine.csv'), 'mine')
    expect(await desk.refused('backup', desk.path('mine.csv'))).toMatchObject({ code: 'CANNOT_WRITE' })
    expect(readFileSync(desk.path('mine.csv'), 'utf8')).toBe('mine')
    for (const hour of ['01', '02', '03'])
      await desk.at(`2026-11-22 ${hour}:00`).ok('backup', '--dir', desk.folder, '--keep', '2')
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.dump'))).toEqual([
      'postgres-20261122-020000.dump',
      'postgres-20261122-030000.dump',
    ])
  })

  test('without pg_dump it says what to install', async (context) => {
    const desk = await serverDesk(context)
    desk.env['PATH'] = desk.folder
    const refusal = await desk.refused('backup', desk.path('office.dump'))
    expect(refusal).toMatchObject({ status: 1, code: 'DRIVER_MISSING' })
    expect(refusal.hint).toContain('postgresql-client')
    expect(existsSync(desk.path('office.dump'))).toBe(false)
  })
})
