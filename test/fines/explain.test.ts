import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

describe('fines explain', () => {
  it('an overdue repair: slip, deadline, holds that may excuse it, rule, decisions and lines', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00')
    desk.at('2026-11-02 15:00:00')
    await desk.ok('assign', ticket, '--to', '李强')
    await desk.ok('hold', ticket, '--reason', 'absent', '--appointment', '2026-11-03 10:00')
    desk.at('2026-11-03 08:00:00')
    await desk.ok('hold', ticket, '--reason', 'absent', '--appointment', '2026-11-04 10:00')
    await desk.ok(
      'hold',
      ticket,
      '--reason',
      'parts',
      '--appointment',
      '2026-11-04 11:00',
      '--called-at',
      '2026-11-02 20:00',
    )
    await desk.ok('chase', ticket, '--taken-by', '小刘')
    await repaired(desk, '2026-11-03 10:01:00', ticket)
    const fine = `overdue:${ticket}`
    await desk.ok('fines', 'confirm', fine, '--by', '陈经理', '--note', '属实')
    const told = await desk.json('fines', 'explain', fine)
    expect(told).toMatchObject({
      fine_id: fine,
      status: 'confirmed',
      amount_yuan: 10,
      customer_name: '张三',
      reported_at: '2026-11-02T08:00:00+08:00',
      deadline: '2026-11-03T08:00:00+08:00',
      repaired_at: '2026-11-03T10:01:00+08:00',
      assigned_to: '李强',
      why: [
        'line fault, reported 2026-11-02 08:00: to be repaired within 24 h, by 2026-11-03 08:00 (2.2)',
        'repaired 2026-11-03 10:01, 2 hours 1 minute late (3.1)',
        '城关分公司 王伟 answers: who did the repair',
        '10.00 yuan each time (3.1), in force from the beginning',
      ],
      rules: [
        { article: '2.2', key: 'line_hours', value: 24, from: null },
        { article: '3.1', key: 'fine_overdue', value: 10, from: null },
      ],
      holds: [
        { reason: 'absent', may_excuse: true },
        { reason: 'absent', may_excuse: false },
        { reason: 'parts', may_excuse: false },
      ],
      chase_list: [{ taken_by: '小刘' }],
      decisions: [{ verdict: 'confirm', decided_by: '陈经理', reason: '属实' }],
      lines: [{ entry: 'confirm', amount_yuan: 10, maintainer: '王伟' }],
    })
    const screen = await desk.columns(100).ok('fines', 'explain', fine, '--lang', 'zh-CN')
    expect(screen).toContain('超时 2小时1分钟（3.1）')
    expect(screen).toContain('可否免罚')
    expect(screen).toContain('罚城关分公司王伟（该次由他修）')
  })

  it('a severe fault: every approval with its lateness, the last one counts', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00', { class: 'severe' })
    desk.at('2026-11-02 10:00:00')
    await desk.ok('approve', ticket, '--deadline', '2026-11-02 18:00', '--by', '局长')
    await repaired(desk, '2026-11-02 20:00:00', ticket)
    desk.at('2026-11-02 22:00:00')
    await desk.ok('approve', ticket, '--deadline', '2026-11-02 19:00', '--by', '局长')
    expect(await desk.json('fines', 'explain', `overdue:${ticket}`)).toMatchObject({
      occurred_at: '2026-11-02T19:00:00+08:00',
      why: [
        'severe fault: to be repaired by 2026-11-02 19:00, as approved by 局长 (2.4)',
        'repaired 2026-11-02 20:00, 1 hour late (3.1)',
        '城关分公司 王伟 answers: who did the repair',
        '10.00 yuan each time (3.1), in force from the beginning',
      ],
      approvals: [
        { timing: '2 hours after the report' },
        { timing: '14 hours after the report, after the repair, after the deadline it sets' },
      ],
    })
  })

  it('a repeat: the earlier repair, the days between, and who did it', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await desk.ok('office', 'set', 'fine_repeat', '25', '--from', '2026-11-05')
    const first = await called(desk, '2026-11-02 08:00:00')
    await repaired(desk, '2026-11-02 09:00:00', first)
    const second = await called(desk, '2026-11-05 09:30:00')
    await desk.ok('assign', second, '--to', '李强')
    expect(await desk.json('fines', 'explain', `repeat:${second}`)).toMatchObject({
      amount_yuan: 25,
      maintainer: '王伟',
      earlier_ticket_no: first,
      earlier_repaired_at: '2026-11-02T09:00:00+08:00',
      earlier_repaired_by: '王伟',
      days_between: 3,
      why: [
        `reported again 2026-11-05 09:30, 3 days 30 minutes after the repair of ${first} at 2026-11-02 09:00: within 30 days (3.2)`,
        '城关分公司 王伟 answers: who did the repair',
        '25.00 yuan each time (3.2), in force since 2026-11-05 00:00',
      ],
    })
  })

  it('a complaint, about a ticket and about a branch', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00')
    const add = ['complaint', 'add', '--channel', 'telecom-10000', '--content', '没人来']
    await desk.ok(...add, '--ticket', ticket)
    await desk.ok(...add, '--branch', 'XZ', '--maintainer', '赵敏', '--complainant', '李四')
    expect(await desk.json('fines', 'explain', 'complaint:kf-c-20261102-01')).toMatchObject({
      ticket_no: ticket,
      content: '没人来',
      why: [
        'complaint to telecom 10000, received 2026-11-02 08:00',
        'no excuses are accepted for complaints (3.3)',
        '城关分公司 answers: nobody repaired it or was sent',
        '100.00 yuan each time (3.3), in force from the beginning',
      ],
    })
    const { why } = await desk.json<{ why: string[] }>('fines', 'explain', 'complaint:KF-C-20261102-02')
    expect(why[2]).toBe('新庄分公司 赵敏 answers: as the complaint was recorded')
  })

  it('a fine whose ground has gone, and one that was moved', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    const move = ['--maintainer', '李强', '--reason', '代班', '--by', '陈经理']
    await desk.ok('fines', 'correct', fine, ...move)
    const before = await desk.json<{ why: string[] }>('fines', 'explain', fine)
    expect(before.why[2]).toBe('城关分公司 李强 answers: moved by 陈经理 at 2026-11-03 08:00:01: 代班')
    await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
    await desk.ok('amend', fine.slice(8), '--repaired-at', '2026-11-03 08:00:00', '--reason', '看错钟')
    expect(await desk.json('fines', 'explain', fine)).toMatchObject({
      status: 'confirmed',
      maintainer: '李强',
      why: [
        'line fault, reported 2026-11-02 08:00: to be repaired within 24 h, by 2026-11-03 08:00 (2.2)',
        'repaired 2026-11-03 08:00:01, 1 second late (3.1)',
        '城关分公司 李强 answers: moved by 陈经理 at 2026-11-03 08:00:01: 代班',
        '10.00 yuan each time (3.1), in force from the beginning',
        'the facts do not say so any more; it stands as it was booked until somebody decides again',
      ],
      rules: [
        { article: '2.2', value: 24 },
        { article: '3.1', value: 10 },
      ],
      lines: [{ entry: 'confirm', amount_yuan: 10, maintainer: '李强' }],
    })
  })

  it.each([
    ['overdue:KF-20261102-0099', 'no fine overdue:KF-20261102-0099'],
    ['complaint:KF-C-20261102-09', 'no fine complaint:KF-C-20261102-09'],
    ['KF-20261102-0001', '"KF-20261102-0001" is not a fine; type overdue:TICKET, repeat:TICKET or complaint:COMPLAINT'],
  ])('%s is refused', async (typed, message) => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    expect(await desk.refused('fines', 'explain', typed)).toMatchObject({ status: 4, code: 'FINE_UNKNOWN', message })
  })

  it('a hold before the deadline with a reason of the customer’s is named beside the list', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00')
    await desk.ok('hold', ticket, '--reason', 'no-access', '--appointment', '2026-11-03 10:00')
    await repaired(desk, '2026-11-03 10:00:00', ticket)
    const { err } = await desk.run('fines', 'list', '--month', '2026-11')
    expect(err).toBe(
      `overdue, with a hold before the deadline whose reason lies with the customer: overdue:${ticket}; see \`fines explain\`\n`,
    )
    const excuse = ['--ground', 'excused', '--by', '陈经理']
    expect(await desk.refused('fines', 'dismiss', `overdue:${ticket}`, ...excuse)).toMatchObject({
      status: 2,
      code: 'USAGE',
    })
    await desk.ok('fines', 'dismiss', `overdue:${ticket}`, ...excuse, '--reason', '用户不在家')
    expect((await desk.run('fines', 'list', '--month', '2026-11')).err).toBe('')
  })
})
