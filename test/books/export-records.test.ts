import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const CALL = ['--name', '张三', '--address', '人民路1号', '--phone', '13905230001', '--symptom', '无信号']
const log = (desk: Desk): Promise<string> =>
  desk.ok('log', ...CALL, '--class', 'line', '--branch', 'CG', '--taken-by', '周敏')

/** October and November each hold a batch, a hold, a complaint and a finding. */
async function twoMonths(): Promise<Desk> {
  const desk = await openDesk({ now: '2026-10-30 07:00' })
  for (const [day, later] of [
    ['2026-10-30', '2026-10-31'],
    ['2026-11-20', '2026-11-21'],
  ]) {
    await log(desk.at(`${day} 07:00`))
    await desk.at(`${day} 08:00`).ok('handover', 'print')
    await desk
      .at(`${day} 09:00`)
      .ok('hold', '1', '--reason', 'absent', '--appointment', `${later} 18:00`, '--note', '=1')
    const said = ['--channel', 'telecom-10000', '--ticket', '1', '--content', '没人来']
    await desk.at(`${day} 10:00`).ok('complaint', 'add', ...said)
  }
  return desk.at('2026-11-22 09:00')
}

let desk: Desk
beforeAll(async () => {
  desk = await twoMonths()
  return () => desk.close()
})

const lines = (text: string): string[] => text.trimEnd().split('\n')

describe('every kind of record', () => {
  test.each([
    [
      'handovers',
      'handover_no,channel,branch,date,slot,cut_off,printed_at,reprints,ticket_count,collected_by,signed_at',
      'KF-20261120-AM-CG,paper,CG,2026-11-20,morning,2026-11-20 08:00:00,2026-11-20 08:00:00,0,1,,',
    ],
    [
      'holds',
      'ticket_no,reason,appointment_at,called_at,maintainer,note',
      "KF-20261120-0001,absent,2026-11-21 18:00:00,2026-11-20 09:00:00,,'=1",
    ],
    [
      'complaints',
      'complaint_no,channel,ticket_no,branch,maintainer,content,complainant,received_at,entered_at',
      'KF-C-20261120-01,telecom-10000,KF-20261120-0001,CG,,没人来,,2026-11-20 10:00:00,2026-11-20 10:00:00',
    ],
  ])('%s: one month, by its own moment', async (kind, header, row) => {
    expect(lines(await desk.ok('export', kind, '--month', '2026-11'))).toEqual([header, row])
    expect(lines(await desk.ok('export', kind))).toHaveLength(3)
    expect(lines(await desk.ok('export', kind, '--from', '2026-10-30', '--to', '2026-10-30'))).toHaveLength(2)
    expect(lines(await desk.ok('export', kind, '--from', '2026-10-31', '--to', '2026-11-19'))).toEqual([header])
    expect(await desk.list('export', kind, '--month', '2026-11')).toHaveLength(1)
  })

  test('fines are those of the list, by the month in which they occurred', async () => {
    const listed = await desk.ok('fines', 'list', '--csv')
    expect(await desk.ok('export', 'fines')).toBe(listed)
    expect(lines(listed)).toHaveLength(5)
    const november = await desk.list('export', 'fines', '--month', '2026-11')
    expect(november.map((fine) => fine['fine_id'])).toEqual(['complaint:KF-C-20261120-01', 'overdue:KF-20261120-0001'])
    expect(await desk.list('export', 'fines', '--from', '2026-11-21')).toMatchObject([{ kind: 'overdue' }])
  })

  test('the journal, entry by entry', async () => {
    const csv = lines(await desk.ok('export', 'journal', '--month', '2026-11'))
    expect(csv[0]).toBe('entry,at,actor,verb,subject,table,before,after,reason')
    const entries = await desk.list('export', 'journal')
    expect(entries).toHaveLength(Number(desk.rows('select count(*) as n from journal')[0]?.['n']))
    expect(entries.map((entry) => entry['entry'])).toEqual(entries.map((_, index) => index + 1))
    const held = await desk.list('export', 'journal', '--from', '2026-11-20')
    expect(held.find((entry) => entry['table'] === 'hold')).toMatchObject({
      verb: 'hold',
      actor: 'test',
      subject: 'KF-20261120-0001',
      at: '2026-11-20T09:00:00+08:00',
      before: null,
    })
  })
})

test('a file is whole, with Chinese headings where they are wanted', async () => {
  await desk.ok('export', 'holds', '--headers', 'zh', '-o', desk.path('holds.csv'))
  expect(readFileSync(desk.path('holds.csv'), 'utf8')).toMatch(
    /^\uFEFF报修单号,未修原因,预约时间,联系时间,维护人,备注\r\n/,
  )
})

test('an office without records exports a header, and nothing else', async () => {
  const empty = await openDesk()
  for (const kind of ['handovers', 'holds', 'complaints', 'fines']) {
    expect(lines(await empty.ok('export', kind))).toHaveLength(1)
    expect(await empty.list('export', kind)).toEqual([])
  }
})
