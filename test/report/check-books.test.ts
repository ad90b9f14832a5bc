import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aboutFiles } from '../desk-store.ts'
import { onPostgres } from '../pg-desk.ts'
import { openDesk } from '../desk.ts'
import { tamper } from '../tamper.ts'
import { walkedDesk } from '../walked-desk.ts'

/** What nobody can do through the program, done to the file by hand. */
const TAMPERED: readonly (readonly [invariant: string, sql: string, full?: true])[] = [
  ['journal-without-gaps', `delete from journal where entry = 5`],
  ['rows-recorded', `delete from journal where entry = (select max(entry) from journal)`],
  ['rows-recorded', `update journal set tbl = 'restore' where tbl = 'hold'`],
  ['rows-recorded', `delete from hold where hold = 1`],
  ['journal-tells-all', `update branch set name = '别处' where code = 'CG'`, true],
  ['journal-tells-all', `update ticket set symptom = '有信号' where chases > 0`, true],
  [
    'journal-tells-all',
    `insert into chase values ('KF-20261120-0003', 1, 5, null, null); update ticket set chases = 1 where ticket_no = 'KF-20261120-0003'`,
    true,
  ],
  ['journal-tells-all', `update journal set after = 'null' where tbl = 'branch'`, true],
  ['journal-tells-all', `update journal set tbl = 'x' where tbl = 'chase'`, true],
  ['journal-tells-all', `insert into staff values ('CG', '某人', null)`, true],
  ['journal-tells-all', `delete from hold where hold = 1`, true],
  ['journal-tells-all', `update journal set after = replace(after, '又没信号', '有信号') where tbl = 'ticket'`, true],
  ['settings-readable', `delete from setting where key = 'office_code'`],
  ['settings-readable', `update setting set value = 'x' where key = 'fines_from'`],
  ['settings-readable', `update setting set value = 'Asia/Nowhere' where key = 'timezone'`],
  ['rules-from-the-beginning', `delete from rule where key = 'line_hours'`],
  ['rules-make-sense', `update rule set value = -5 where key = 'fine_overdue'`],
  ['rules-make-sense', `update setting set value = '15:00' where key = 'morning'`],
  ['numbers-without-gaps', `pragma foreign_keys = off; delete from ticket where ticket_no = 'KF-20261120-0002'`],
  ['numbers-without-gaps', `update counter set last = 9 where name = 'ticket:2026-11-20'`],
  ['numbers-without-gaps', `update counter set last = 2 where name = 'ticket:2026-11-20'`],
  ['numbers-without-gaps', `delete from counter where name = 'ticket:2026-11-20'`],
  ['times-in-order', `update ticket set repaired_at = reported_at - 1 where repaired_at is not null`],
  ['times-in-order', `update ticket set returned_at = repaired_at - 1 where returned_at is not null`],
  ['repairs-whole', `update ticket set resolution = null where repaired_at is not null`],
  [
    'closed-with-repair',
    `update ticket set repaired_at = null, repaired_by = null, resolution = null where closed_at is not null`,
  ],
  ['closed-with-signatures', `update ticket set maintainer_signed_by = null where closed_at is not null`],
  ['chases-counted', `update ticket set chases = 1 where chases = 2`],
  ['chases-counted', `delete from chase`],
  ['latest-hold', `update ticket set hold_reason = 'weather' where hold_reason is not null`],
  ['latest-hold', `update ticket set hold_reason = null, appointment_at = null`],
  [
    'hold-with-appointment',
    `update ticket set hold_reason = 'absent', appointment_at = null where hold_reason is not null`,
  ],
  ['latest-approval', `update ticket set approved_deadline = 5 where approved_deadline is not null`],
  ['latest-approval', `delete from approval where approval = 2`],
  [
    'duplicates-alive',
    `update ticket set void_at = 5 where ticket_no in (select duplicate_of from ticket where duplicate_of is not null)`,
  ],
  ['duplicates-known', `update ticket set duplicate_of = 'KF-20261120-9999' where duplicate_of is not null`],
  ['changes-recorded', `update ticket set revision = revision + 1 where chases = 2`],
  ['changes-recorded', `update ticket set revision = revision + 1 where chases = 0`],
  ['customer-keys', `update ticket set phone_key = '1' where chases = 2`, true],
  ['customer-keys', `delete from ticket_phone`, true],
  ['customer-keys', `insert into ticket_phone values ('13800009999', 'KF-20261120-0001')`, true],
  ['slips-counted', `update handover set ticket_count = 9 where slot = 'notice'`],
  ['slips-counted', `delete from handover_slip where place = 1`],
  ['signatures-whole', `update handover set collected_by = null where slot = 'notice'`],
  ['signatures-whole', `update handover set signed_at = printed_at - 1 where signed_at is not null`],
  ['tickets-in-their-batch', `update ticket set handed_over_at = 5 where handover_no is not null`],
  ['tickets-in-their-batch', `update ticket set handover_no = 'KF-20261120-N1-XZ' where chases = 2`],
  [
    'one-batch-at-a-time',
    `insert into handover_slip select h.handover_no, 'KF-20261120-0001', 9 from handover h where h.slot = 'notice'`,
  ],
  ['notices-without-gaps', `update counter set last = 2 where name = 'notice:2026-11-20:XZ'`],
  ['file-references', `pragma foreign_keys = off; delete from staff; delete from branch where code = 'XZ'`],
  ['file-schema', `create trigger trap after insert on ticket begin delete from hold; end`],
  ['file-schema', `create view easy as select * from ticket`],
  ['file-schema', `drop table ticket_phone`],
]

describe('check', () => {
  test('finds nothing where everything was done through the program, and says what it cannot see', async () => {
    const desk = await walkedDesk()
    expect(await desk.run('check')).toMatchObject({
      status: 0,
      out: '',
      err: expect.stringMatching(/^nothing found\nnot seen/),
    })
    expect(await desk.run('check', '--full', '--json')).toMatchObject({ status: 0, out: '[]\n' })
  })

  test('an office in which nothing has happened yet is sound', async () => {
    const desk = await openDesk({ branches: false })
    expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
  })

  test.each(TAMPERED.map(([invariant, sql, full = false]) => [invariant, sql, full] as const))(
    '%s: %s',
    async (...row) => {
      const [invariant, sql, full] = row
      // What is asked of a server's catalogue has tests of its own.
      if (onPostgres && invariant.startsWith('file-')) return
      const desk = await walkedDesk()
      tamper(desk.file, sql)
      const { status, out } = await desk.run('check', '--json', ...(full ? ['--full'] : []))
      const findings = JSON.parse(out) as { invariant: string; subject: string; finding: string; remedy: string }[]
      expect(findings.map((finding) => finding.invariant)).toContain(invariant)
      expect(status).toBe(1)
      for (const { subject, finding, remedy } of findings) expect([subject, finding, remedy]).not.toContain('')
    },
  )

  test('a damaged file: the finding is a record, and the books in it are not judged', async (context) => {
    aboutFiles(context)
    const desk = await walkedDesk()
    const pages = readFileSync(desk.file)
    for (let page = 5; page < pages.length / 4096; page += 1) pages.writeUInt16BE(0xffff, page * 4096 + 3)
    writeFileSync(desk.file, pages)
    const { status, out, err } = await desk.run('check', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ invariant: 'file-structure' }))
    expect(err).toContain('are not judged')
  })

  test('half a file is a finding, another program’s is a fault', async (context) => {
    aboutFiles(context)
    const desk = await walkedDesk()
    const whole = readFileSync(desk.file)
    writeFileSync(desk.path('half.db'), whole.subarray(0, whole.length / 2))
    writeFileSync(desk.path('book.csv'), '报修时间,姓名\n')
    const half = await desk.run('check', '--db', desk.path('half.db'), '--json')
    expect(half.status).toBe(1)
    expect(JSON.parse(half.out)).toMatchObject([{ invariant: 'file-structure', subject: desk.path('half.db') }])
    expect(await desk.refused('check', '--db', desk.path('book.csv'))).toMatchObject({ status: 4, code: 'DB_FOREIGN' })
    expect(await desk.refused('check', '--db', desk.path('none.db'))).toMatchObject({ status: 4, code: 'DB_MISSING' })
  })
})

test('check: a report that was read out to one branch and, in the same second, to another is in one batch', async () => {
  const desk = await openDesk()
  const { ticket_no } = await desk.json(
    'log',
    '--name',
    '张三',
    '--address',
    '路1',
    '--phone',
    '13800000001',
    '--symptom',
    '坏',
    '--class',
    'line',
    '--branch',
    'XZ',
    '--taken-by',
    '小刘',
  )
  await desk.ok('notify', String(ticket_no), '--to', '赵敏')
  await desk.ok('amend', String(ticket_no), '--branch', 'CG', '--reason', '属城关')
  await desk.ok('notify', String(ticket_no), '--to', '王伟')
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
})
