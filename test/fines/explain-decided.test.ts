import { tamper } from '../tamper.ts'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

interface Told {
  readonly why: readonly string[]
  readonly [field: string]: unknown
}

const explain = (desk: Desk, fine: string): Promise<Told> => desk.json<Told>('fines', 'explain', fine)
const confirm = (desk: Desk, fine: string): Promise<string> => desk.ok('fines', 'confirm', fine, '--by', '陈经理')
const amend = (desk: Desk, ticket: string, ...changes: string[]): Promise<string> =>
  desk.ok('amend', ticket, ...changes, '--reason', '看错')
const NOW = 'the records have changed since and now say: '
const AGAIN = 'what is booked stands until somebody decides again'
const GONE = 'the facts do not say so any more; it stands as it was booked until somebody decides again'

describe('a confirmed fine is explained by what it was decided on', () => {
  test('its report was dated anew, to before the tariff rose', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await desk.ok('office', 'set', 'fine_overdue', '15', '--from', '2026-11-03')
    const fine = await lateCase(desk)
    await confirm(desk, fine)
    const before = await explain(desk, fine)
    await amend(desk, fine.slice(8), '--reported-at', '2026-10-30 08:00')
    const after = await explain(desk, fine)
    expect(after).toEqual({ ...before, why: after.why })
    expect(after).toMatchObject({
      amount_yuan: 15,
      occurred_at: '2026-11-03T08:00:00+08:00',
      deadline: '2026-11-03T08:00:00+08:00',
      rules: [
        { article: '2.2', key: 'line_hours', value: 24, from: null },
        { article: '3.1', key: 'fine_overdue', value: 15, from: '2026-11-03' },
      ],
    })
    expect(after.why).toEqual([
      'line fault, reported 2026-11-02 08:00: to be repaired within 24 h, by 2026-11-03 08:00 (2.2)',
      'repaired 2026-11-03 08:00:01, 1 second late (3.1)',
      '城关分公司 王伟 answers: who did the repair',
      '15.00 yuan each time (3.1), in force since 2026-11-03 00:00',
      `${NOW}line fault, reported 2026-10-30 08:00: to be repaired within 24 h, by 2026-10-31 08:00 (2.2); ` +
        'repaired 2026-11-03 08:00:01, 3 days 1 second late (3.1); ' +
        '10.00 yuan each time (3.1), in force from the beginning',
      AGAIN,
    ])
  })

  test('a tariff, and a deadline, that were set for the past afterwards', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await confirm(desk, fine)
    await desk.ok('office', 'set', 'fine_overdue', '30', '--from', '2026-11-01')
    await desk.ok('office', 'set', 'line_hours', '12', '--from', '2026-11-01')
    const { why, rules } = await explain(desk, fine)
    expect(rules).toMatchObject([{ value: 24 }, { value: 10 }])
    expect(why.slice(3)).toEqual([
      '10.00 yuan each time (3.1), in force from the beginning',
      `${NOW}line fault, reported 2026-11-02 08:00: to be repaired within 12 h, by 2026-11-02 20:00 (2.2), ` +
        'a rule of 2026-11-01 00:00; repaired 2026-11-03 08:00:01, 12 hours 1 second late (3.1); ' +
        '30.00 yuan each time (3.1), in force since 2026-11-01 00:00',
      AGAIN,
    ])
  })

  test('who did the repair was corrected, and nobody had been sent', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await confirm(desk, fine)
    await amend(desk, fine.slice(8), '--repaired-by', '李强')
    const { why, maintainer, repaired_by } = await explain(desk, fine)
    expect({ maintainer, repaired_by }).toEqual({ maintainer: '王伟', repaired_by: '王伟' })
    expect(why[2]).toBe('城关分公司 王伟 answers: who did the repair')
    expect(why.slice(4)).toEqual([`${NOW}城关分公司 李强 answers: who did the repair`, AGAIN])
  })

  test('confirmed while it was not repaired yet', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00')
    await desk.at('2026-11-03 09:00:00').ok('assign', ticket, '--to', '王伟')
    await confirm(desk, `overdue:${ticket}`)
    await repaired(desk, '2026-11-04 08:00:00', ticket)
    const { why } = await explain(desk, `overdue:${ticket}`)
    expect(why.slice(1)).toEqual([
      'not repaired yet when it was decided on at 2026-11-03 09:00, 1 hour late (3.1)',
      '城关分公司 王伟 answers: who was sent',
      '10.00 yuan each time (3.1), in force from the beginning',
      `${NOW}repaired 2026-11-04 08:00, 1 day late (3.1); 城关分公司 王伟 answers: who did the repair`,
      'somebody was sent only 2026-11-03 09:00, 1 day 1 hour after the call',
    ])
  })

  test.each([
    ['was voided', (desk: Desk, no: string) => desk.ok('void', no, '--reason', '重复录入')],
    ['is of another customer', (desk: Desk, no: string) => amend(desk, no, '--phone', '13900000002', '--name', '李四')],
  ])('the repair that was blamed for a repeat %s, and an older one is blamed by now', async (_, change) => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const [older, blamed] = [await called(desk, '2026-11-02 08:00:00'), await called(desk, '2026-11-02 08:01:00')]
    await repaired(desk, '2026-11-02 09:00:00', older, '李强')
    await repaired(desk, '2026-11-02 10:00:00', blamed, '王伟')
    const again = await called(desk, '2026-11-05 10:00:00')
    await confirm(desk, `repeat:${again}`)
    await change(desk, blamed)
    const told = await explain(desk, `repeat:${again}`)
    expect(told).toMatchObject({ maintainer: '王伟', earlier_ticket_no: blamed, earlier_repaired_by: '王伟' })
    expect(told.why).toEqual([
      `reported again 2026-11-05 10:00, 3 days after the repair of ${blamed} at 2026-11-02 10:00: within 30 days (3.2)`,
      '城关分公司 王伟 answers: who did the repair',
      '20.00 yuan each time (3.2), in force from the beginning',
      `${NOW}reported again 2026-11-05 10:00, 3 days 1 hour after the repair of ${older} at 2026-11-02 09:00: ` +
        'within 30 days (3.2); 城关分公司 李强 answers: who did the repair',
      AGAIN,
    ])
  })

  test('its ticket was voided: rule, article, tariff, decision and line stay, then why the ground has gone', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await confirm(desk, fine)
    const before = await explain(desk, fine)
    await desk.at('2026-11-04 08:00:00').ok('void', fine.slice(8), '--reason', '测试')
    const after = await explain(desk, fine)
    expect(after).toEqual({
      ...before,
      why: [...before.why, `${fine.slice(8)} is void since 2026-11-04 08:00: 测试`, GONE],
    })
  })

  test('a complaint was found to be about another branch, by another channel', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await desk.ok('complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'XZ', '--content', '慢')
    const no = 'KF-C-20261102-01'
    await confirm(desk, `complaint:${no}`)
    await desk.ok('complaint', 'amend', no, '--channel', 'company-leader', '--branch', 'CG', '--reason', '登记有误')
    const { why } = await explain(desk, `complaint:${no}`)
    expect(why).toEqual([
      'complaint to mayor’s hotline, received 2026-11-02 08:00',
      'no excuses are accepted for complaints (3.3)',
      '新庄分公司 answers: as the complaint was recorded',
      '30.00 yuan each time (3.3), in force from the beginning',
      `${NOW}complaint to company leader, received 2026-11-02 08:00; 城关分公司 answers: as the complaint was recorded; ` +
        '20.00 yuan each time (3.3), in force from the beginning',
      AGAIN,
    ])
  })
})

describe('what was decided can be read for ever', () => {
  test('a dismissed fine whose ground has gone, and one that was taken back', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '停电', '--by', '陈经理')
    await desk.ok('void', fine.slice(8), '--reason', '测试')
    const told = await explain(desk, fine)
    expect(told).toMatchObject({
      fine_id: fine,
      status: 'dismissed',
      amount_yuan: 10,
      maintainer: '王伟',
      ground: 'excused',
      decisions: [{ verdict: 'dismiss', reason: '停电' }],
      lines: [],
    })
    expect(told.why.slice(1)).toEqual([
      'repaired 2026-11-03 08:00:01, 1 second late (3.1)',
      '城关分公司 王伟 answers: who did the repair',
      '10.00 yuan each time (3.1), in force from the beginning',
      `${fine.slice(8)} is void since 2026-11-03 08:00:01: 测试`,
      'the facts do not say so any more; nothing stands booked',
    ])
    expect(await desk.list('fines', 'list')).toEqual([])
    expect(await desk.refused('fines', 'confirm', fine, '--by', '陈经理')).toMatchObject({ code: 'FINE_UNKNOWN' })
  })

  test('a confirmed fine taken back after its ground had gone: its lines too', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await confirm(desk, fine)
    await desk.ok('void', fine.slice(8), '--reason', '测试')
    await desk.ok('fines', 'dismiss', fine, '--ground', 'not-upheld', '--reason', '作废', '--by', '陈经理')
    expect(await explain(desk, fine)).toMatchObject({
      status: 'dismissed',
      decisions: [{ verdict: 'confirm' }, { verdict: 'dismiss' }],
      lines: [{ amount_yuan: 10 }, { amount_yuan: -10 }],
    })
    expect(await desk.list('fines', 'ledger', '--fine', fine)).toHaveLength(2)
  })

  test('a decision about a report that nobody made', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = 'repeat:KF-20261102-0009'
    tamper(desk.file, `insert into decision values (1, '${fine}', 'dismiss', 'duplicate', '伪造', null, null, 5, '某')`)
    expect(await explain(desk, fine)).toMatchObject({
      fine_id: fine,
      status: null,
      amount_yuan: null,
      why: ['the facts do not say so any more; nothing stands booked'],
      decisions: [{ verdict: 'dismiss', reason: '伪造' }],
    })
    expect(await desk.columns(80).ok('fines', 'explain', fine)).toContain('not listed any more')
  })
})
