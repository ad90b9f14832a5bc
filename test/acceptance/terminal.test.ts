import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { Pty } from '../pty.ts'
import { needs } from '../faults/needs.ts'

const CALL = ['--symptom', '无信号', '--class', 'line', '--taken-by', '小刘']
const WHO = '来电号码'
let known: Desk
let desk: Desk

beforeAll(async () => {
  known = await openDesk({ now: '2026-11-22 08:00' })
  for (let n = 10; n < 50; n += 1) {
    const who = ['--phone', `138000012${n}`, '--name', `张三${n}`, '--address', `建设路${n}号`, '--branch', 'CG']
    await known.ok('log', ...who, ...CALL, '--reported-at', `2026-11-22 0${n % 8}:00`)
  }
})

beforeEach(async (context) => {
  needs(context, 'script')
  desk = await openDesk({ now: '2026-11-22 09:00', lang: 'zh-CN' })
})

const at = (of: Desk, argv: readonly string[], columns = 80, env: Record<string, string> = {}, after?: string) =>
  new Pty(argv, { columns, env: { ...of.env, BAOXIU_LANG: 'zh-CN', BAOXIU_NOW: '2026-11-22 09:00', ...env } }, after)

const tickets = (): number => desk.rows('select 1 from ticket').length

describe('at a real terminal', () => {
  test('the form takes a call, stroke by stroke', async () => {
    const form = at(desk, ['log'])
    await form.see(WHO)
    await form.type('13900005678').see('姓名')
    await form.type('王五\r').see('地址')
    await form.type('新庄3组\x7f\x7f5组\r').see('分公司')
    await form.type('2').see('故障现象')
    await form.type('没声音\r').see('接报人')
    await form.type('小刘\r').see('故障类别')
    const { status, text } = await form.type('1').end()
    expect(status).toBe(0)
    expect(text).toContain('请告诉用户：报修单号 KF-20261122-0001，明天 09:00 前修复。')
    expect(desk.rows('select customer_name, address, branch, taken_by from ticket')).toEqual([
      { customer_name: '王五', address: '新庄5组', branch: 'XZ', taken_by: '小刘' },
    ])
  })

  test('typing ahead of the questions loses nothing', async () => {
    const form = at(desk, ['log'])
    await form.see(WHO)
    expect((await form.type('13900005678王五\r南街\r1坏了\r小刘\r1').end()).status).toBe(0)
    expect(tickets()).toBe(1)
  })

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
    ['Escape', '\x1b'],
  ])('%s leaves it: 130, nothing written, the terminal as before', async (_, stroke) => {
    const form = at(desk, ['log'], 80, {}, 'echo "status=$?"; stty -a')
    await form.see(WHO)
    const { text } = await form.type(stroke).end()
    expect(text).toContain('已取消；没有改动任何内容')
    expect(text).toContain('status=130')
    expect(text).toMatch(/ icanon .* echo /s)
    expect(tickets()).toBe(0)
  })

  test('the end of input leaves it', async () => {
    const form = at(desk, ['log'])
    await form.see(WHO)
    const { status } = await form.endInput().end()
    expect(status).toBe(130)
    expect(tickets()).toBe(0)
  })

  test('a terminal that goes away takes the program with it', async () => {
    const form = at(desk, ['log'])
    await form.see(WHO)
    form.hangUp()
    await form.end()
    await expect.poll(() => form.isBusy, { timeout: 10_000 }).toBe(false)
    expect(tickets()).toBe(0)
  })

  test('a window that gets narrow while one types is drawn anew', async () => {
    const form = at(desk, ['log'], 120)
    await form.see(WHO)
    form.type('138').resize(30, 24)
    await form.type('00005678').see('新用户')
    expect((await form.type('王五\r南街\r1坏了\r小刘\r1').end()).status).toBe(0)
    expect(desk.rows('select phone from ticket')).toEqual([{ phone: '13800005678' }])
  })

  test('nothing asks where CI is set, and a dumb terminal is not drawn on', async () => {
    const inCi = await at(desk, ['log'], 80, { CI: '1' }).end()
    expect(inCi).toMatchObject({ status: 2 })
    expect((await at(desk, ['log'], 80, { TERM: 'dumb' }).end()).status).toBe(2)
  })

  test('a long list goes page by page; q leaves it', async () => {
    const list = at(known, ['list'])
    await list.see('张三47')
    const { status, text } = await list.see('空格翻页').then((paged) => paged.type('q').end())
    expect(status).toBe(0)
    expect(text).not.toContain('张三49')
  })

  test('another pager is taken where it is named', async () => {
    const { status, text } = await at(known, ['list'], 80, { PAGER: 'tail -n 1' }).end()
    expect({ status, lines: text.trim().split('\n').length }).toEqual({ status: 0, lines: 1 })
  })

  test.each(['\x03', 'q', 'Ｑ'])(
    'board --watch fills the window, is drawn anew when it changes, and gives the screen back at %j',
    async (stroke) => {
      const board = at(known, ['board', '--watch'], 80, {}, 'echo "status=$?"; stty -a')
      await board.see('每分钟刷新，q 退出')
      board.resize(60, 12)
      await board.see('下次交接')
      const { text } = await board.type(stroke).end()
      expect(text).toMatch(/status=(0|130)\r/)
      expect(text).toContain('\x1b[?1049h')
      expect(text).toMatch(/\x1b\[\?1049l\s*status=/)
      expect(text).toMatch(/ icanon .* echo /s)
    },
  )

  test('colour on a terminal, none where NO_COLOR is set', async () => {
    expect((await at(known, ['board']).end()).text).toContain('\x1b[')
    expect((await at(known, ['board'], 80, { NO_COLOR: '1' }).end()).text).not.toContain('\x1b[')
  })
})
