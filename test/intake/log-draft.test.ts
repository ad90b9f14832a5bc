import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const ZHANG = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--branch', 'CG']
const CALL = ['--symptom', '无信号', '--class', 'line', '--taken-by', '小刘']
const UP = '\x1b[A'
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
})

const logged = () => desk.rows('select * from ticket order by ticket_no desc').at(0)

/** A ticket that was repaired, so that its customer is known and has none open. */
async function knownAndRepaired(who: string[]): Promise<void> {
  desk.at('2026-09-01 09:00')
  await desk.ok('log', ...who, ...CALL)
  await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换接头')
  desk.at('2026-11-22 09:00')
}

describe('a call that was left half typed, and quick keys', () => {
  test.each(['\x03', '\x04', ''])('broken off (%j): nothing is written, and a draft goes on', async (stroke) => {
    const { status, err, out } = await desk.type(['log', '--symptom', "no 'signal'"], `13900005678王五\r${stroke}`)
    expect({ status, out }).toEqual({ status: 130, out: '' })
    expect(err).toContain('已取消；没有改动任何内容')
    expect(err).toContain('baoxiu log --continue')
    expect(desk.rows('select 1 from ticket')).toEqual([])
    expect((await desk.at('2026-11-22 10:00').type(['log', '--continue'], '南街\r1小刘\r1')).status).toBe(0)
    expect(logged()).toMatchObject({ customer_name: '王五', phone: '13900005678', symptom: "no 'signal'" })
    expect(desk.rows('select reported_at - entered_at as before from ticket')).toEqual([{ before: -3600 }])
  })

  test('left before anything was typed, nothing is kept', async () => {
    const { status, err } = await desk.type(['log'], '\x1b')
    expect(status).toBe(130)
    expect(err).not.toContain('--continue')
  })

  test.each([
    ['a line half typed', '13900005678王五\r南\x03', '\r1坏了\r小刘\r1', { customer_name: '王五', address: '南' }],
    [
      'what was stepped back from',
      `13900005678王五\r南街\r2没${UP}${UP}${UP}\x03`,
      '\r\r2坏了\r小刘\r1',
      { address: '南街' },
    ],
    ['a symptom half typed', `13900005678王五\r南街\r2没声${UP}\x03`, '2\r小刘\r1', { symptom: '没声', branch: 'XZ' }],
    ['half a number', '138001\x1b', '\x7f13900005678王五\r南街\r1坏了\r小刘\r1', { customer_name: '王五' }],
  ])('desk 34: breaking off keeps %s', async (_, typed, rest, expected) => {
    expect((await desk.type(['log'], typed)).status).toBe(130)
    const { status, screen } = await desk.type(['log', '--continue'], rest)
    expect({ status, screen: status === 0 ? '' : screen }).toEqual({ status: 0, screen: '' })
    expect(logged()).toMatchObject(expected)
  })

  test('desk 34: a plain log asks about the draft; logged, it is gone', async () => {
    await desk.type(['log'], '13900005678王五\r\x03')
    const { screen } = await desk.type(['log'], 'c南街\r1坏了\r小刘\r1')
    expect(screen).toContain('有一份没登记完的：今天 09:00  王五  13900005678')
    expect(readdirSync(desk.path('state'))).toEqual([])
    expect((await desk.type(['log'], '\x03')).screen).not.toContain('没登记完')
  })

  test('desk 34: the draft is for its owner alone, one for each office', async () => {
    await desk.type(['log'], '13900005678王五\r\x03')
    const [file = ''] = readdirSync(desk.path('state'))
    expect(statSync(desk.path(`state/${file}`)).mode & 0o777).toBe(0o600)
    expect(statSync(desk.path('state')).mode & 0o777).toBe(0o700)
    expect(file).toMatch(/^draft-log-[0-9a-f]{16}\.json$/)
    writeFileSync(desk.path(`state/${file}`), '{"given":{"reported_at":"x"}}')
    expect((await desk.type(['log', '--continue'], '\x03')).screen).toContain('来电号码')
  })

  test('where no draft can be kept, a command has all that was typed', async () => {
    writeFileSync(desk.path('state'), '')
    const { err } = await desk.type(['log'], '13900005678王五\r南街\r2\x03')
    expect(err).toContain('--phone 13900005678 --name 王五 --address 南街 --branch XZ')
  })

  test('desk 7: another household on a known phone is one key', async () => {
    await knownAndRepaired(ZHANG)
    const { screen } = await desk.type(['log'], '13800001234', '0\r', '赵六\r建设路9号\r1坏了\r小刘\r1')
    expect(screen).toContain('0 另一户')
    expect(logged()).toMatchObject({ customer_name: '赵六', address: '建设路9号', phone: '13800001234' })
  })

  test('desk 7: also where something is open there', async () => {
    await desk.ok('log', ...ZHANG, ...CALL)
    await desk.type(['log'], '13800001234', '0', '赵六\r建设路9号\r1坏了\r小刘\r1')
    expect(logged()).toMatchObject({ customer_name: '赵六', address: '建设路9号' })
  })

  test('the usual symptoms have keys: as the office set them, else as it wrote them', async () => {
    await knownAndRepaired(ZHANG)
    const usual = await desk.type(['log'], '13900005678王五\r南街\r1', '1\r小刘\r1')
    expect(usual.screen).toContain('1 无信号')
    expect(logged()).toMatchObject({ symptom: '无信号' })
    await desk.ok('office', 'set', 'symptoms', '雪花；断网')
    await desk.type(['log'], '13900005679李四\r南街\r1', '2\r小刘\r1')
    expect(logged()).toMatchObject({ symptom: '断网' })
  })
})
