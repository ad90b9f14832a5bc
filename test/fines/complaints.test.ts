import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, repaired } from './case.ts'

const ADD = ['complaint', 'add', '--channel', 'mayor-hotline', '--content', '没人来']
const add = (...about: string[]): string[] => [...ADD, ...about]

async function withTicket(): Promise<{ desk: Desk; ticket: string }> {
  const desk = await openDesk({ now: '2026-11-20 08:00:00' })
  return { desk, ticket: await called(desk, '2026-11-20 08:00:00') }
}

describe('complaint add', () => {
  it('about a ticket: branch and maintainer are those of the ticket, as it stands later too', async () => {
    const { desk, ticket } = await withTicket()
    const told = await desk.json(...add('--ticket', ticket, '--complainant', '李四', '--received-at', '07:00'))
    expect(told).toEqual({
      complaint_no: 'KF-C-20261120-01',
      channel: 'mayor-hotline',
      ticket_no: ticket,
      branch: 'CG',
      maintainer: null,
      content: '没人来',
      complainant: '李四',
      received_at: '2026-11-20T07:00:00+08:00',
      entered_at: '2026-11-20T08:00:00+08:00',
      warnings: [expect.objectContaining({ code: 'FINDING_NEW', fine_id: 'complaint:KF-C-20261120-01' })],
    })
    await repaired(desk, '2026-11-20 10:00:00', ticket)
    expect(await desk.list('complaint', 'list')).toMatchObject([{ maintainer: '王伟' }])
  })

  it('about a branch: numbers of the day on which it was received, without a gap', async () => {
    const { desk } = await withTicket()
    await desk.ok(...add('--branch', 'XZ', '--maintainer', '赵敏'))
    await desk.ok(...add('--branch', '新庄分公司', '--received-at', '2026-11-19 23:59:59'))
    await desk.ok(...add('--branch', 'XZ'))
    const all = await desk.list('complaint', 'list', '--month', '2026-11')
    expect(all.map(({ complaint_no, maintainer }) => [complaint_no, maintainer])).toEqual([
      ['KF-C-20261119-01', null],
      ['KF-C-20261120-01', '赵敏'],
      ['KF-C-20261120-02', null],
    ])
    expect(await desk.list('complaint', 'list', '--month', '2026-10')).toEqual([])
  })

  it.each([
    [['--ticket', 'KF-20261120-0001', '--branch', 'CG'], 'USAGE'],
    [[], 'USAGE'],
    [['--ticket', 'KF-20261120-0001', '--maintainer', '王伟'], 'USAGE'],
    [['--ticket', 'KF-20261120-0009'], 'TICKET_UNKNOWN'],
    [['--branch', 'QQ'], 'BRANCH_UNKNOWN'],
    [['--branch', 'XZ', '--maintainer', '某某'], 'STAFF_UNKNOWN'],
    [['--branch', 'XZ', '--received-at', '2026-11-20 08:00:01'], 'TIME_ORDER'],
  ])('%j is refused: %s', async (about, code) => {
    const { desk } = await withTicket()
    expect((await desk.refused(...add(...about))).code).toBe(code)
    expect(desk.rows('select * from complaint')).toEqual([])
  })
})

describe('complaint amend, complaint void', () => {
  it('an amended one is another finding while pending; a void one is none, and keeps its number', async () => {
    const { desk, ticket } = await withTicket()
    const no = 'KF-C-20261120-01'
    await desk.ok(...add('--ticket', ticket))
    await desk.ok('complaint', 'amend', no, '--channel', 'telecom-10000', '--branch', 'XZ', '--reason', '渠道有误')
    expect(await desk.list('fines', 'list', '--kind', 'complaint')).toMatchObject([
      { fine_id: `complaint:${no}`, channel: 'telecom-10000', amount_yuan: 100, branch: 'XZ', ticket_no: null },
    ])
    await desk.ok('complaint', 'amend', no, '--maintainer', '赵敏', '--reason', '补记')
    expect(await desk.list('complaint', 'list')).toMatchObject([{ branch: 'XZ', maintainer: '赵敏' }])
    expect(await desk.json('complaint', 'void', no, '--reason', '重复')).toMatchObject({ void_reason: '重复' })
    expect(await desk.list('fines', 'list')).toEqual([])
    expect(await desk.list('complaint', 'list')).toEqual([])
    expect(await desk.list('complaint', 'list', '--all')).toMatchObject([{ complaint_no: no, void_reason: '重复' }])
    await desk.ok(...add('--ticket', ticket))
    expect(await desk.list('complaint', 'list')).toMatchObject([{ complaint_no: 'KF-C-20261120-02' }])
    for (const verb of ['amend', 'void']) {
      const refused = await desk.refused(
        'complaint',
        verb,
        no,
        '--reason',
        '再改',
        ...(verb === 'amend' ? ['--content', '慢'] : []),
      )
      expect(refused).toMatchObject({ status: 4, code: 'COMPLAINT_VOID' })
    }
  })

  it.each([
    [['KF-C-20261120-09', '--content', '慢', '--reason', '改'], 4, 'COMPLAINT_UNKNOWN'],
    [['KF-C-20261120-01', '--reason', '改'], 2, 'USAGE'],
    [['KF-C-20261120-01', '--received-at', '2026-11-21 08:00', '--reason', '改'], 2, 'TIME_ORDER'],
  ])('amend %j is refused', async (argv, status, code) => {
    const { desk, ticket } = await withTicket()
    await desk.ok(...add('--ticket', ticket))
    expect(await desk.refused('complaint', 'amend', ...argv)).toMatchObject({ status, code })
  })

  it('a complaint stands though its ticket is voided', async () => {
    const { desk, ticket } = await withTicket()
    await desk.ok(...add('--ticket', ticket))
    await desk.ok('void', ticket, '--reason', '误登')
    expect(await desk.list('fines', 'list')).toMatchObject([{ kind: 'complaint', branch: 'CG', status: 'pending' }])
  })
})
