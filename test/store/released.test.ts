import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { openDesk, program } from '../desk.ts'
import type { Desk } from '../desk.ts'

const RELEASED = fileURLToPath(new URL('../../fixtures/released', import.meta.url))
const versions = readdirSync(RELEASED).filter((name) => existsSync(join(RELEASED, name, 'office.db')))

const later = program.migrations as string[]
const present = later.length

afterEach(() => {
  later.length = present
})

/** A program of tomorrow, in which an office keeps something more of each ticket and each shift. */
const MORE_COLUMNS = `
  alter table ticket add column region text;
  create index ticket_region on ticket (region);
  alter table shift add column region text;`

async function olderOffice(version: string, file: string): Promise<Desk> {
  const desk = await openDesk({ now: '2026-11-22 09:00:00', office: false })
  copyFileSync(join(RELEASED, version, file), desk.file)
  return desk
}

/** What an office of an earlier version must go through without a word against it. */
async function expectUsable(desk: Desk): Promise<void> {
  expect(await desk.list('list', '--limit', '10000')).not.toHaveLength(0)
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0 })
  const call = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--taken-by', '小刘']
  const { ticket_no } = await desk.json('log', ...call, '--symptom', '雪花', '--class', 'line', '--branch', 'CG')
  await desk.ok('repair', String(ticket_no), '--by', '王伟', '--resolution', '换头')
  await desk.ok('amend', 'KF-20261103-0001', '--reason', '听错', '--name', '孙小七')
  await desk.ok('duty', 'off', '--name', '小刘')
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0 })
}

describe.each(versions)('what version %s left behind', (version) => {
  test.each(['office.db', 'backup.db'])('%s opens, is upgraded, is sound, and is worked with', async (file) => {
    await expectUsable(await olderOffice(version, file))
  })

  test.each(['office.db', 'backup.db'])('%s: and with columns that come tomorrow', async (file) => {
    later.push(MORE_COLUMNS)
    await expectUsable(await olderOffice(version, file))
  })

  test('a backup is restored, and is upgraded when it is used', async () => {
    const desk = await openDesk({ now: '2026-11-22 09:00:00', office: false })
    await desk.ok('restore', join(RELEASED, version, 'backup.db'))
    await expectUsable(desk)
  })

  test.each(['tickets.csv', 'tickets-zh.csv'])('%s is read as our own export', async (file) => {
    const older = await olderOffice(version, 'office.db')
    const desk = await openDesk({ now: '2026-11-22 09:00:00' })
    const told = await older.json<{ repaired_by: string | null; assigned_to: string | null; branch: string }[]>(
      'list',
      '--limit',
      '10000',
    )
    const people = new Set(
      told.flatMap((t) => [t.repaired_by, t.assigned_to].map((name) => `${t.branch} ${name ?? ''}`)),
    )
    for (const [branch = '', name = ''] of [...people].map((one) => one.split(' '))) {
      if (name !== '' && !['王伟', '赵敏', '李强'].includes(name))
        await desk.ok('staff', 'add', name, '--branch', branch)
    }
    const report = await desk.json('import', 'tickets', join(RELEASED, version, file))
    expect(report).toMatchObject({ rejected: 0, unmapped_columns: [], defaulted: 0 })
    expect(await desk.list('list', '--limit', '10000')).toEqual(
      (await older.list('list', '--limit', '10000')).map(
        (ticket) => expect.objectContaining(carried(ticket)) as unknown,
      ),
    )
  })
})

/** What an export carries of a ticket. */
function carried(ticket: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { ticket_no, status, reported_at, deadline, handover_no, repaired_at, hold_reason, source } = ticket
  return { ticket_no, status, reported_at, deadline, handover_no, repaired_at, hold_reason, source }
}
