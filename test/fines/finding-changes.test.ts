import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { call, called, lateCase, repaired } from './case.ts'

interface Warned {
  readonly warnings: readonly { code: string; message: string; ticket_no: string | null; fine_id?: string }[]
}

/** What a verb says of findings: code and fine. */
async function saidBy(desk: Desk, ...argv: string[]): Promise<string[]> {
  const told = await desk.json<Warned | Warned[]>(...argv)
  const warnings = (Array.isArray(told) ? told : [told]).flatMap((one) => one.warnings)
  return warnings.filter(({ code }) => code.startsWith('FIN')).map(({ code, fine_id }) => `${code} ${fine_id}`)
}

const REASON = ['--reason', '更正']
const REPAIR = ['--by', '王伟', '--resolution', '换接头']

test('desk 10: reclassified as severe, a pending overdue finding goes, and the verb says so; back, and it is there again', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(desk, '2026-11-02 08:00:00')
  desk.at('2026-11-03 09:00:00')
  const [warning] = (await desk.json<Warned>('amend', ticket, '--class', 'severe', ...REASON)).warnings
  expect(warning).toEqual({
    code: 'FINDING_GONE',
    message: `unmakes a pending finding: overdue:${ticket}, 10.00 yuan, 城关分公司`,
    ticket_no: ticket,
    fine_id: `overdue:${ticket}`,
  })
  expect(await saidBy(desk, 'approve', ticket, '--deadline', '2026-11-02 20:00', '--by', '刘总')).toEqual([
    `FINDING_NEW overdue:${ticket}`,
  ])
  expect(await saidBy(desk, 'amend', ticket, '--class', 'line', ...REASON)).toEqual([])
  expect(await saidBy(desk, 'void', ticket, ...REASON)).toEqual([`FINDING_GONE overdue:${ticket}`])
})

test('desk 10: a repair told late unmakes what was overdue; reopened, it is overdue again', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const [one, other] = [await called(desk, '2026-11-02 08:00:00'), await called(desk, '2026-11-02 08:01:00')]
  desk.at('2026-11-03 09:00:00')
  expect(await saidBy(desk, 'repair', one, other, ...REPAIR, '--at', '2026-11-02 20:00')).toEqual([
    `FINDING_GONE overdue:${one}`,
    `FINDING_GONE overdue:${other}`,
  ])
  const told = await desk.run('reopen', one, ...REASON)
  expect(told.out).toContain(`overdue:${one}`)
  const signed = ['--customer-signed', '张三', '--maintainer-signed', '王伟']
  const close = ['close', one, ...REPAIR, '--repaired-at', '2026-11-02 20:00', ...signed]
  expect(await saidBy(desk, ...close)).toEqual([`FINDING_GONE overdue:${one}`])
})

test('desk 10: many at once say it to people, too', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(desk, '2026-11-02 08:00:00')
  desk.at('2026-11-03 09:00:00')
  const { err } = await desk.run('repair', ticket, ...REPAIR, '--at', '2026-11-02 20:00', '--csv')
  expect(err).toBe(`unmakes a pending finding: overdue:${ticket}, 10.00 yuan, 城关分公司\n`)
})

test('desk 10: a phone that was misheard makes and unmakes the repeat of another ticket', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const earlier = await called(desk, '2026-11-02 08:00:00')
  await repaired(desk, '2026-11-02 09:00:00', earlier)
  desk.at('2026-11-05 10:00:00')
  const again = await desk.json<Warned & { ticket_no: string }>(...call({ name: '李四' }))
  const fine = `repeat:${again.ticket_no}`
  expect(again.warnings.map(({ code }) => code)).toEqual(['REPEAT_REPORT', 'FINDING_NEW'])
  expect(await saidBy(desk, 'amend', earlier, '--phone', '13900000009', ...REASON)).toEqual([`FINDING_GONE ${fine}`])
  expect(await saidBy(desk, 'amend', earlier, '--phone', '13800000001', ...REASON)).toEqual([`FINDING_NEW ${fine}`])
  expect(await saidBy(desk, 'amend', earlier, '--note', '已核', ...REASON)).toEqual([])
})

test('desk 10: a confirmed fine is contradicted once, by whatever takes its ground or names another person', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  const ticket = fine.slice('overdue:'.length)
  await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
  const [warning] = (await desk.json<Warned>('amend', ticket, '--repaired-by', '李强', ...REASON)).warnings
  expect(warning).toEqual({
    code: 'FINE_CONTRADICTED',
    message:
      `contradicts a confirmed fine: ${fine}, 10.00 yuan, 城关分公司 王伟: Maintainer was booked as 王伟, is now 李强;` +
      ' it stands until `fines correct` or `fines dismiss`',
    ticket_no: ticket,
    fine_id: fine,
  })
  expect(await saidBy(desk, 'amend', ticket, '--repaired-by', '王伟', ...REASON)).toEqual([])
  expect(await saidBy(desk, 'void', ticket, ...REASON)).toEqual([`FINE_CONTRADICTED ${fine}`])
})

test('desk 10: complaints say it when they are added, amended and voided', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const add = ['complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'CG', '--content', '慢']
  const fine = 'complaint:KF-C-20261102-01'
  expect(await saidBy(desk, ...add)).toEqual([`FINDING_NEW ${fine}`])
  expect(await saidBy(desk, 'complaint', 'amend', fine.slice(10), '--content', '很慢', ...REASON)).toEqual([])
  await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
  const channel = ['--channel', 'telecom-10000']
  expect(await saidBy(desk, 'complaint', 'amend', fine.slice(10), ...channel, ...REASON)).toEqual([
    `FINE_CONTRADICTED ${fine}`,
  ])
  expect(await saidBy(desk, ...add)).toEqual(['FINDING_NEW complaint:KF-C-20261102-02'])
  expect(await saidBy(desk, 'complaint', 'void', 'KF-C-20261102-02', ...REASON)).toEqual([
    'FINDING_GONE complaint:KF-C-20261102-02',
  ])
})

test('desk 10: what was dismissed is neither new nor gone', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  const ticket = fine.slice('overdue:'.length)
  await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '大雪', '--by', '陈经理')
  expect(await saidBy(desk, 'amend', ticket, '--class', 'network', ...REASON)).toEqual([])
  expect(await saidBy(desk, 'amend', ticket, '--class', 'line', ...REASON)).toEqual([])
})

test('desk 7: another household on the same phone is shown with both names and addresses, and by what it matched', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await repaired(desk, '2026-11-02 09:00:00', await called(desk, '2026-11-02 08:00:00'))
  desk.at('2026-11-03 10:00:00')
  const other = { name: '赵六', address: '建设路9号' }
  const { warnings } = await desk.json<Warned>(...call(other))
  expect(warnings[0]).toEqual({
    code: 'REPEAT_REPORT',
    message:
      'repeat report: KF-20261102-0001 was repaired on 2026-11-02 09:00 by 王伟; only the phone is the same: now' +
      ' 赵六 建设路9号, before 张三 建设路5号: another household?',
    ticket_no: 'KF-20261102-0001',
    match: 'phone',
    customer_name: '赵六',
    address: '建设路9号',
    phone: '13800000001',
    earlier_customer_name: '张三',
    earlier_address: '建设路5号',
    earlier_phone: '13800000001',
  })
})
