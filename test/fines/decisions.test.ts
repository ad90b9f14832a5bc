import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

const BY = ['--by', '陈经理']

/** One overdue fine of November and the desk on which it happened. */
async function late(): Promise<{ desk: Desk; fine: string }> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  return { desk, fine: await lateCase(desk) }
}

async function lines(desk: Desk, ...more: string[]): Promise<unknown[][]> {
  const all = await desk.list('fines', 'ledger', ...more)
  return all.map(({ booked_month, month, amount_yuan, maintainer, entry }: Fields) => {
    return [booked_month, month, amount_yuan, maintainer, entry]
  })
}

const dismiss = (fine: string, ground = 'not-upheld'): string[] => {
  return ['fines', 'dismiss', fine, '--ground', ground, '--reason', '查实', ...BY]
}
const correct = (fine: string, ...to: string[]): string[] => [
  'fines',
  'correct',
  fine,
  ...to,
  '--reason',
  '代班',
  ...BY,
]

describe('fines confirm', () => {
  it('books a line once; the same again only adds a note', async () => {
    const { desk, fine } = await late()
    expect(await desk.list('fines', 'confirm', fine, ...BY)).toMatchObject([
      { fine_id: fine, status: 'confirmed', decided_by: '陈经理', booked_month: '2026-11' },
    ])
    const again = await desk.run('fines', 'confirm', fine, '--by', '李总', '--note', '再核')
    expect(again).toMatchObject({
      status: 0,
      err: `${fine} was confirmed already by 陈经理 at 2026-11-03 08:00:01; noted, nothing booked\n`,
    })
    expect(await lines(desk)).toEqual([['2026-11', '2026-11', 10, '王伟', 'confirm']])
    const { decisions } = await desk.json<{ decisions: Fields[] }>('fines', 'explain', fine)
    expect(decisions.map(({ reason }) => reason)).toEqual([null, '再核'])
  })

  it('several at once: all or none; the same one twice counts once', async () => {
    const { desk, fine } = await late()
    const unknown = 'overdue:KF-20261102-0009'
    expect(await desk.refused('fines', 'confirm', fine, unknown, ...BY)).toMatchObject({
      status: 4,
      code: 'FINE_UNKNOWN',
    })
    expect(await lines(desk)).toEqual([])
    expect(await desk.list('fines', 'confirm', fine, 'overdue:2-1', ...BY)).toHaveLength(1)
    expect(await lines(desk)).toHaveLength(1)
  })

  it('the amount is that of the day it occurred, for ever', async () => {
    const { desk, fine } = await late()
    await desk.ok('office', 'set', 'fine_overdue', '15', '--from', '2026-11-04')
    await desk.ok('fines', 'confirm', fine, ...BY)
    await desk.ok('office', 'set', 'fine_overdue', '20', '--from', '2026-11-01')
    expect(await desk.list('fines', 'list')).toMatchObject([{ amount_yuan: 10 }])
    await desk.ok(...dismiss(fine))
    expect(await lines(desk)).toEqual([
      ['2026-11', '2026-11', 10, '王伟', 'confirm'],
      ['2026-11', '2026-11', -10, '王伟', 'reverse'],
    ])
    expect(await desk.list('fines', 'list')).toMatchObject([{ amount_yuan: 20, status: 'dismissed' }])
  })
})

describe('fines dismiss', () => {
  it('takes back what was booked; may be decided otherwise later', async () => {
    const { desk, fine } = await late()
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect(await desk.json(...dismiss(fine, 'excused'))).toMatchObject({ status: 'dismissed', ground: 'excused' })
    const again = await desk.run(...dismiss(fine, 'excused'))
    expect(again.err).toBe(`${fine} was dismissed already by 陈经理 at 2026-11-03 08:00:01; noted, nothing booked\n`)
    expect(await desk.json(...dismiss(fine, 'duplicate'))).toMatchObject({ ground: 'duplicate' })
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect((await lines(desk)).map((line) => line[2])).toEqual([10, -10, 10])
  })

  it('a complaint takes no excuses, but may be untrue', async () => {
    const desk = await openDesk()
    await desk.ok('complaint', 'add', '--channel', 'company-leader', '--branch', 'XZ', '--content', '慢')
    const fine = 'complaint:KF-C-20261122-01'
    expect(await desk.refused(...dismiss(fine, 'excused'))).toMatchObject({
      status: 4,
      code: 'NO_EXCUSES',
      message: `${fine}: no excuses are accepted for complaints (3.3)`,
    })
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect((await desk.refused(...dismiss(fine, 'excused'))).code).toBe('NO_EXCUSES')
    expect(await desk.json(...dismiss(fine, 'not-upheld'))).toMatchObject({ status: 'dismissed' })
  })

  it.each([
    [['--ground', 'unfair', '--reason', '查实', ...BY], 'INVALID_VALUE'],
    [['--ground', 'excused', ...BY], 'USAGE'],
    [['--ground', 'excused', '--reason', '查实'], 'USAGE'],
  ])('%j is refused: %s', async (flags, code) => {
    const { desk, fine } = await late()
    expect(await desk.refused('fines', 'dismiss', fine, ...flags)).toMatchObject({ status: 2, code })
  })
})

describe('fines correct', () => {
  it('of a pending fine it is kept for the confirmation', async () => {
    const { desk, fine } = await late()
    const { err } = await desk.run(...correct(fine, '--maintainer', '李强'))
    expect(err).toBe(`${fine} is not confirmed; the correction is kept for its confirmation\n`)
    expect(await lines(desk)).toEqual([])
    expect(await desk.list('fines', 'list', '--maintainer', '李强')).toMatchObject([{ status: 'pending' }])
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect(await lines(desk)).toEqual([['2026-11', '2026-11', 10, '李强', 'confirm']])
  })

  it('of a confirmed one it is a reversal and a new line; another branch alone means nobody in person', async () => {
    const { desk, fine } = await late()
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect(await desk.json(...correct(fine, '--branch', 'XZ'))).toMatchObject({ branch: 'XZ', maintainer: null })
    expect(await lines(desk, '--fine', fine)).toEqual([
      ['2026-11', '2026-11', 10, '王伟', 'confirm'],
      ['2026-11', '2026-11', -10, '王伟', 'reverse'],
      ['2026-11', '2026-11', 10, null, 'correct'],
    ])
    expect((await desk.run(...correct(fine, '--branch', 'XZ'))).err).toBe(
      `${fine} stands on XZ already; noted, nothing booked\n`,
    )
    expect(await lines(desk)).toHaveLength(3)
  })

  it('of a dismissed one nothing is booked, and it counts once it is confirmed after all', async () => {
    const { desk, fine } = await late()
    await desk.ok(...dismiss(fine))
    expect(await desk.json(...correct(fine, '--maintainer', '李强'))).toMatchObject({ status: 'dismissed' })
    await desk.ok('fines', 'confirm', fine, ...BY)
    expect(await lines(desk)).toEqual([['2026-11', '2026-11', 10, '李强', 'confirm']])
  })

  it.each([
    [[], 2, 'USAGE'],
    [['--branch', 'QQ'], 4, 'BRANCH_UNKNOWN'],
    [['--maintainer', '某某'], 4, 'STAFF_UNKNOWN'],
  ])('%j is refused', async (to, status, code) => {
    const { desk, fine } = await late()
    expect(await desk.refused(...correct(fine, ...to))).toMatchObject({ status, code })
  })
})

describe('a changed record', () => {
  it('changes a pending finding at once; a confirmed one stands as booked until somebody decides again', async () => {
    const { desk, fine } = await late()
    const ticket = fine.slice('overdue:'.length)
    await desk.ok('amend', ticket, '--class', 'network', '--reason', '实为网络故障')
    expect(await desk.list('fines', 'list')).toEqual([])
    await desk.ok('amend', ticket, '--class', 'line', '--reason', '又改回')
    await desk.ok('fines', 'confirm', fine, ...BY)
    await desk.ok('void', ticket, '--reason', '误登')
    expect(await desk.list('fines', 'list')).toMatchObject([{ fine_id: fine, status: 'confirmed', amount_yuan: 10 }])
    expect(await desk.json(...dismiss(fine, 'not-upheld'))).toMatchObject({ fine_id: fine, status: 'dismissed' })
    expect(await desk.list('fines', 'list')).toMatchObject([{ fine_id: fine, status: 'dismissed' }])
    expect((await lines(desk)).map((line) => line[2])).toEqual([10, -10])
    expect((await desk.refused('fines', 'confirm', fine, ...BY)).code).toBe('FINE_UNKNOWN')
  })

  it('three reports in a row are two repeats, each blaming the repair before it; chases and duplicates are none', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const first = await called(desk, '2026-11-02 08:00:00')
    await desk.ok('chase', first)
    await repaired(desk, '2026-11-02 09:00:00', first, '王伟')
    const second = await called(desk, '2026-11-03 08:00:00')
    await repaired(desk, '2026-11-03 09:00:00', second, '李强')
    const third = await called(desk, '2026-11-04 08:00:00')
    const twice = await called(desk, '2026-11-04 08:05:00')
    await desk.ok('void', twice, '--duplicate-of', third, '--reason', '重复登记')
    const found = await desk.list('fines', 'list', '--kind', 'repeat')
    expect(found.map(({ fine_id, maintainer }) => [fine_id, maintainer])).toEqual([
      [`repeat:${second}`, '王伟'],
      [`repeat:${third}`, '李强'],
    ])
  })

  it('a repair of an old book may be the earlier one, and is none itself', async () => {
    const desk = await openDesk({ now: '2026-01-10 08:00:00' })
    desk.stdin =
      '报修时间,分公司,用户姓名,地址,电话,故障类别,修复时间,维护人\n2025-12-20 08:00,CG,张三,建设路5号,13800000001,线路,2025-12-28 08:00,王伟\n'
    await desk.ok('import', 'tickets', '-', '--book', 'old')
    desk.stdin = ''
    const again = await called(desk, '2026-01-10 08:00:00')
    expect(await desk.list('fines', 'list')).toMatchObject([
      { fine_id: `repeat:${again}`, maintainer: '王伟', amount_yuan: 20 },
    ])
  })
})

it('fines list: every filter, and an unknown branch', async () => {
  const { desk, fine } = await late()
  await desk.ok(
    'complaint',
    'add',
    '--channel',
    'bureau-leader',
    '--branch',
    'XZ',
    '--maintainer',
    '赵敏',
    '--content',
    '慢',
  )
  const complaint = 'complaint:KF-C-20261103-01'
  await desk.ok('fines', 'confirm', fine, ...BY)
  const ids = async (...flags: string[]): Promise<unknown[]> => {
    return (await desk.list('fines', 'list', ...flags)).map(({ fine_id }) => fine_id)
  }
  expect(await ids()).toEqual([fine, complaint])
  expect(await ids('--month', '2026-10')).toEqual([])
  expect(await ids('--month', '2026-11', '--status', 'confirmed')).toEqual([fine])
  expect(await ids('--status', 'pending')).toEqual([complaint])
  expect(await ids('--status', 'dismissed')).toEqual([])
  expect(await ids('--kind', 'complaint')).toEqual([complaint])
  expect(await ids('--branch', '城关分公司')).toEqual([fine])
  expect(await ids('--maintainer', '赵敏')).toEqual([complaint])
  expect(await desk.refused('fines', 'list', '--branch', 'QQ')).toMatchObject({ status: 4, code: 'BRANCH_UNKNOWN' })
  expect((await desk.run('fines', 'list', '--month', '2026-10')).err).toBe('no fines\n')
  expect((await desk.run('fines', 'ledger', '--month', '2026-10')).err).toBe('no lines\n')
})
