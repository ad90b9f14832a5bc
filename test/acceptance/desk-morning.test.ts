import { beforeEach, describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { needs } from '../faults/needs.ts'
import { Pty } from '../pty.ts'

const PROMPT = '报修台>'
let desk: Desk

beforeEach(async (context) => {
  needs(context, 'script')
  desk = await openDesk({ now: '2026-11-22 07:00', lang: 'zh-CN' })
  await desk.ok('office', 'set', 'language', 'zh-CN')
  await desk.ok('office', 'set', 'symptoms', '无信号;雪花;断网')
  await desk.ok('duty', 'on', '--name', '小刘', '--at', '2026-11-22 06:00')
})

const at = (now: string, size: { columns?: number; rows?: number } = {}, after?: string): Pty =>
  new Pty([], { ...size, env: { ...desk.env, BAOXIU_NOW: now } }, after)

/** A new customer's call, by keys: phone, name, address, branch, symptom, class. */
const call = (n: number): string => `138000055${n}张${n}\r建设路${n}号\r1${(n % 3) + 1}\r1`

describe('a morning at the desk, by keys alone, at 80 × 24 in Chinese', () => {
  test('ten calls and a hang-up, a batch, repairs, a bundle of slips, a complaint', async () => {
    const early = at('2026-11-22 07:30')
    await early.see(PROMPT)
    for (let n = 10; n < 20; n += 1) {
      await early.type('1').see('来电号码')
      await early.type(call(n)).see('请告诉用户')
      await early.see(PROMPT)
    }
    await early.type('1').see('来电号码')
    await early.type('13900001111王五\r').see('地址')
    await early.type('\x03').see('log --continue')
    await early.see(PROMPT)
    const first = await early.type('q').end()
    expect(first.status).toBe(0)

    const later = at('2026-11-22 08:05')
    await later.see(PROMPT)
    await later.type('2').see('交接：')
    await later.type('1').see('张19')
    await later.type('\r').see(PROMPT)
    await later.type('2').see('交接：')
    await later.type('2').see('哪一批')
    await later.type('\r').see('取单人')
    await later.type('2\r').see('签收时间')
    await later.type('\r').see('已签收 10 张')
    await later.see(PROMPT)
    await later.type('1').see('没登记完的')
    await later.type('c').see('地址')
    await later.type('新庄3组\r21\r1').see('请告诉用户')
    await later.see(PROMPT)
    await later.type('3').see('哪几张')
    await later.type('张10\r').see('派谁去')
    await later.type('2\r').see('已派 王伟')
    await later.see(PROMPT)
    await later.type('q').end()

    const noon = at('2026-11-22 11:00')
    await noon.see(PROMPT)
    await noon.type('4').see('哪几张')
    await noon.type('1 2 3\r').see('谁修的')
    await noon.type('2\r').see('修复时间')
    await noon.type('10:20\r').see('处理结果')
    await noon.type('更换接头\r').see('已修复：王伟')
    await noon.see(PROMPT)
    await noon.type('5').see('哪几张')
    for (const n of [1, 2, 3]) {
      await noon.type(`${n}\r`).see('用户签名')
      await noon.type('\r').see('维修员签名')
      await noon.type('\r').see('已回单')
    }
    await noon.see('哪几张')
    await noon.type('\r').see(PROMPT)
    await noon.type('8').see('其他：')
    await noon.type('4').see('投诉到哪里')
    await noon.type('2').see('哪一张报修单')
    await noon.type('4\r').see('投诉内容')
    await noon.type('没人来\r\r\r').see('待核实')
    await noon.see(PROMPT)
    const last = await noon.type('\x04').end()
    expect(last.status).toBe(0)

    expect(desk.rows('select count(*) as n from ticket')).toEqual([{ n: 11 }])
    expect(desk.rows('select count(*) as n from ticket where closed_at is not null')).toEqual([{ n: 3 }])
    expect(desk.rows("select name_of from (select customer_name as name_of from ticket where branch = 'XZ')")).toEqual([
      { name_of: '王五' },
    ])
    expect(desk.rows('select count(*) as n from complaint')).toEqual([{ n: 1 }])
    expect(englishIn(first.text + last.text)).toEqual([])
  }, 120_000)

  test.each([60, 80, 120])('no line is wider than %i columns', async (columns) => {
    await desk.ok(
      'log',
      ...'--name 张三丰 --phone 13800001234 --address 城关镇建设北路五十五号院三单元401室 --symptom 电视无信号 --class line --branch CG'.split(
        ' ',
      ),
      '--taken-by',
      '小刘',
      '--reported-at',
      '2026-11-21 06:00',
    )
    const session = at('2026-11-22 07:30', { columns })
    await session.see(PROMPT)
    for (const [strokes, seen] of [
      ['1', '来电号码'],
      ['3', '哪几张'],
      ['4', '哪几张'],
      ['5', '哪几张'],
    ] as const) {
      await session.type(strokes).see(seen)
      await session.type('\x1b').see(PROMPT)
    }
    const { text } = await session.type('q').end()
    for (const line of linesOf(text))
      expect({ line, fits: displayWidth(line) <= columns }).toEqual({ line, fits: true })
  })

  test('Ctrl-Z gives the terminal to the shell, fg comes back to the same question', async () => {
    const session = at('2026-11-22 07:30')
    await session.see(PROMPT)
    await session.type('1').see('来电号码')
    await session.type('1380\x1a').see('1380')
    await session.type('0000000王五\r').see('地址')
    expect((await session.type('\x03q').end()).status).toBe(0)
  })

  test('a window of another size, and Ctrl-C at every prompt, leave the terminal as it was', async () => {
    const session = at('2026-11-22 07:30', {}, 'echo "status=$?"; stty -a')
    await session.see(PROMPT)
    session.resize(60, 20)
    for (const strokes of ['1', '3', '4', '5', '6', '2', '7', '8']) {
      await session.type(strokes).see('：')
      await session.type('\x03').see(PROMPT)
    }
    const { text } = await session.type('\x03\x03').end()
    expect(text).toContain('status=130')
    expect(text).toMatch(/ icanon .* echo /s)
  })
})

// oxlint-disable-next-line no-control-regex -- terminals speak in control characters
const CONTROLS = /\x1b\[[\d;?]*[A-Za-z]/g

/** Rows as they were drawn: what was drawn over is a row of its own. */
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\x1b\[J/).map((line) => line.replace(CONTROLS, ''))

/** Words of a screen that are no code, command, flag or name of a key. */
function englishIn(text: string): string[] {
  const allowed =
    /^(?:KF|AM|PM|CG|XZ|C|Ctrl|Esc|Enter|Tab|baoxiu|log|continue|complaint|add|list|overdue|due|within|h|status|repaired|handover|print|unsigned|q|c|n|fines|script|branch|handed|by|waiting|notes?|board)$/i
  return [...new Set(text.replace(CONTROLS, '').match(/[A-Za-z][A-Za-z_]+/g) ?? [])].filter(
    (word) => !allowed.test(word),
  )
}
