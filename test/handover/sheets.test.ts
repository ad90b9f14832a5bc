import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

let desk: Desk
const log = (at: string, branch = 'CG', ...more: string[]): Promise<string> =>
  desk.ok('log', ...A_CALL, '--class', 'line', '--branch', branch, '--reported-at', at, ...more)

beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-22 07:50' })
  await log('07:00')
  desk.at('2026-11-22 08:05')
})

const marks = (batch: Fields | undefined): unknown[] => ((batch?.['tickets'] ?? []) as Fields[]).map(({ mark }) => mark)

describe('desk 3: a preview strikes nothing off', () => {
  test('in JSON, text and HTML', async () => {
    expect(marks((await desk.list('handover', 'print', '--preview'))[0])).toEqual([null])
    for (const format of ['text', 'html']) {
      const { out } = await desk.run('handover', 'print', '--preview', '--format', format)
      expect(out).toContain('PREVIEW')
      expect(out).not.toContain('STRUCK')
    }
    expect(desk.rows('select * from handover')).toEqual([])
  })
})

describe('desk 30: looking is no reprint', () => {
  test('--preview alone shows what is due now, else what comes next', async () => {
    await log('08:01')
    const numbers = async () => (await desk.list('handover', 'print', '--preview')).map((batch) => batch['handover_no'])
    expect(await numbers()).toEqual(['KF-20261122-AM-CG'])
    await desk.ok('handover', 'print')
    expect(await numbers()).toEqual(['KF-20261122-PM-CG'])
    expect((await desk.list('handover', 'print', '--preview', '--slot', 'morning'))[0]).toMatchObject({
      handover_no: 'KF-20261122-AM-CG',
    })
  })

  test('print, show and other formats count nothing', async () => {
    for (const format of ['text', 'html', 'raw']) {
      await desk.ok('handover', 'print', '--format', format)
      expect((await desk.run('handover', 'show', 'AM-CG', '--format', format)).bytes.length).toBeGreaterThan(100)
    }
    await desk.ok('handover', 'print', '--branch', 'CG')
    expect(await desk.json('handover', 'show', 'AM-CG')).toMatchObject({ reprints: 0 })
    const shown = await desk.ok('handover', 'show', 'AM-CG', '--format', 'text')
    expect(shown).toContain('Hand-over of repair slips')
    expect(shown).toBe(await desk.ok('handover', 'print'))
  })
})

describe('desk 18: what is due and on no sheet', () => {
  test('is named with the batch that was frozen without it', async () => {
    await desk.at('2026-11-23 08:01').ok('handover', 'print')
    desk.at('2026-11-22 18:00')
    await log('17:00')
    const { out, err } = await desk.at('2026-11-23 08:05').run('handover', 'print')
    expect(out).not.toContain('KF-20261122-0002')
    expect(err).toContain('KF-20261122-0002 not on this sheet: KF-20261123-AM-CG was frozen at 2026-11-23 08:01')
    expect(err).toContain('2026-11-23 14:00')
  })

  test('is named where a later half-day went out already', async () => {
    desk.at('2026-11-22 08:05')
    await log('07:30', 'XZ')
    await desk.at('2026-11-22 14:05').ok('handover', 'print')
    desk.at('2026-11-22 15:00')
    await log('07:45', 'XZ')
    const { err } = await desk.run('handover', 'print', '--slot', 'morning')
    expect(err).toContain('KF-20261122-0003 not on this sheet: a later half-day')
    expect(err).not.toContain('nothing to hand over')
  })

  test('nothing is said where all is on the sheet', async () => {
    expect((await desk.run('handover', 'print')).err).toBe('')
  })
})

describe('desk 31: a township is notified when somebody there has taken the call', () => {
  beforeEach(async () => {
    await log('07:30', 'XZ')
    await desk.ok('handover', 'print')
  })

  test('until then its tickets stay open, keep their number and enter no later batch', async () => {
    expect(await desk.json('show', '2')).toMatchObject({
      status: 'open',
      handover_no: 'KF-20261122-AM-XZ',
      handed_over_at: null,
    })
    expect(await desk.json('show', '1')).toMatchObject({ status: 'handed_over' })
    expect(await desk.list('list', '--status', 'open')).toMatchObject([{ ticket_no: 'KF-20261122-0002' }])
    expect(await desk.at('2026-11-22 14:05').list('handover', 'print')).toEqual([])
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('from the signature on they are handed over, at its time', async () => {
    await desk.ok('handover', 'sign', 'AM-XZ', '--by', '赵敏', '--at', '08:05')
    expect(await desk.json('show', '2')).toMatchObject({
      status: 'handed_over',
      handed_over_at: '2026-11-22T08:05:00+08:00',
    })
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('one that was moved before belongs to another batch', async () => {
    await desk.ok('amend', '2', '--branch', 'CG', '--reason', '属城关')
    await desk.ok('handover', 'sign', 'AM-XZ', '--by', '赵敏')
    expect(await desk.json('show', '2')).toMatchObject({ status: 'open', handover_no: null, handed_over_at: null })
  })

  test('desk 36: what the branch took itself waits for no hand-over', async () => {
    await log('08:00', 'XZ', '--intake', 'branch')
    expect(await desk.json('show', '3')).toMatchObject({ status: 'open', handover_no: null })
    desk.env['BAOXIU_LANG'] = 'zh-CN'
    expect(await desk.ok('show', '3')).toContain('自接，待修')
  })
})

describe('desk 15: who signed', () => {
  const warned = (row: Fields): unknown[] => (row['warnings'] as Fields[]).map(({ code }) => code)

  beforeEach(() => desk.ok('handover', 'print'))

  test('a name that nobody there has is warned of, with the nearest, and can be corrected', async () => {
    const signed = await desk.json('handover', 'sign', 'AM-CG', '--by', '王玮')
    expect(signed).toMatchObject({
      collected_by: '王玮',
      warnings: [{ code: 'NAME_UNKNOWN', message: expect.stringContaining('nearest: 王伟') as string }],
    })
    expect((await desk.refused('handover', 'sign', 'AM-CG', '--by', '王伟')).code).toBe('ALREADY_SIGNED')
    expect(await desk.json('handover', 'amend', 'AM-CG', '--by', '王伟', '--reason', '字看错了')).toMatchObject({
      collected_by: '王伟',
      signed_at: '2026-11-22T08:05:00+08:00',
      warnings: [],
    })
    expect(desk.rows(`select reason from journal where verb = 'handover amend'`)).toEqual([{ reason: '字看错了' }])
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('one of another branch is warned of; whoever signed here before is known', async () => {
    expect(warned(await desk.json('handover', 'sign', 'AM-CG', '--by', '赵敏'))).toEqual(['OTHER_BRANCH'])
    await log('08:01')
    await desk.at('2026-11-22 14:05').ok('handover', 'print')
    expect(warned(await desk.json('handover', 'sign', 'PM-CG', '--by', '赵敏'))).toEqual([])
  })

  test('only what is signed can be corrected', async () => {
    expect(await desk.refused('handover', 'amend', 'AM-CG', '--by', '王伟', '--reason', '错')).toMatchObject({
      status: 4,
      code: 'NOT_ALLOWED',
      hint: expect.stringContaining('handover sign') as string,
    })
  })

  test('a notice warns alike', async () => {
    await log('08:00', 'XZ')
    const [notice] = await desk.list('notify', '2', '--to', '赵明')
    expect(warned(notice ?? {})).toEqual(['NAME_UNKNOWN'])
  })
})

describe('desk 22: the hour of a half-day has a date', () => {
  test('before it the old one holds, and what is frozen keeps its cut-off', async () => {
    desk.at('2026-11-22 14:05')
    await log('10:00')
    await desk.ok('handover', 'print')
    await desk.ok('office', 'set', 'afternoon', '14:30', '--from', '2026-11-22')
    expect(await desk.json('handover', 'show', 'PM-CG')).toMatchObject({ cut_off: '2026-11-22T14:00:00+08:00' })
    await desk.ok('office', 'set', 'afternoon', '15:00', '--from', '2026-12-01')
    expect(await desk.json('board')).toMatchObject({ next_cut_off: '2026-11-22T14:30:00+08:00' })
    expect(await desk.at('2026-11-30 09:00').json('board')).toMatchObject({ next_cut_off: '2026-11-30T14:30:00+08:00' })
    expect(await desk.at('2026-12-01 09:00').json('board')).toMatchObject({ next_cut_off: '2026-12-01T15:00:00+08:00' })
    expect(await desk.json('office', 'show')).toMatchObject({ morning: '08:00', afternoon: '15:00' })
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('on no day does the morning end after the afternoon', async () => {
    await desk.ok('office', 'set', 'afternoon', '12:00', '--from', '2027-01-01')
    expect((await desk.refused('office', 'set', 'morning', '13:00')).code).toBe('INVALID_VALUE')
    await desk.ok('office', 'set', 'morning', '11:00')
  })

  test('not in or before a closed month', async () => {
    await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈')
    expect((await desk.refused('office', 'set', 'morning', '7:30', '--from', '2026-11-30')).code).toBe('MONTH_CLOSED')
  })
})
