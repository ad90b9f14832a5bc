import { beforeEach, describe, expect, test } from 'vitest'
import { quoted, wordsOf } from '../../src/cli/desk/words-of.ts'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const [CTRL_C, CTRL_D, ESC, UP, TAB] = ['\x03', '\x04', '\x1b', '\x1b[A', '\t']
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG', '--reported-at', '2026-11-21 10:00')
})

/** How often the board was drawn. */
const boards = (out: string): number => out.split('下次交接').length - 1

describe('the desk', () => {
  test('bare on a terminal: the board, the keys, a prompt; q leaves', async () => {
    const { status, out, screen } = await desk.type([], 'q')
    expect(status).toBe(0)
    expect(out).toContain('待办')
    expect(screen).toContain('1 接电话')
    expect(screen).toContain('报修台>')
  })

  test.each([
    ['q', ['q'], 0],
    ['Ctrl-D', [CTRL_D], 0],
    ['the end of input', [], 0],
    ['exit', ['exit\r'], 0],
    ['离开', ['离开\r'], 0],
    ['a second Ctrl-C', [CTRL_C, CTRL_C], 130],
    ['not by two with something between', [CTRL_C, 'board\r', CTRL_C, 'q'], 0],
  ] as const)('%s leaves it', async (_, strokes, status) => {
    expect((await desk.type([], ...strokes)).status).toBe(status)
  })

  test('a form comes back to the board, whether it is filled in or left', async () => {
    const { out, screen, status } = await desk.type([], '1', CTRL_C, '1', ESC, 'assign 1\r', CTRL_C, 'q')
    expect(status).toBe(0)
    expect(boards(out)).toBe(4)
    expect(screen).toContain('来电号码')
  })

  test('command lines work, with quotes, and the board shows what they did', async () => {
    const { out } = await desk.type(
      [],
      'baoxiu assign 21-1 --to 王伟\r',
      'hold 21-1 --reason 无人 --appointment “明天 09:00”\r',
      'q',
    )
    expect(out).toContain('已派 王伟')
    expect(out).toContain('约在 11-23 09:00')
    expect(desk.rows('select assigned_to from ticket')).toEqual([{ assigned_to: '王伟' }])
  })

  test('what is wrong with a line is said, and the desk goes on', async () => {
    const { err, status } = await desk.type([], 'lgo\r', 'show 99\r', 'q')
    expect(err).toContain('没有命令“lgo”')
    expect(err).toContain('TICKET_UNKNOWN')
    expect(status).toBe(0)
  })

  test('earlier lines come back with the arrow, words with Tab', async () => {
    const { out, err } = await desk.type([], 'show 21-1\r', '\r', `${UP} --json\r`, '\r', `sho${TAB}21-1 --csv\r`, 'q')
    expect(err).toBe('')
    expect(out.split('"ticket_no":"KF-20261121-0001"')).toHaveLength(2)
    expect(out).toContain('ticket_no,status')
  })

  test('a long answer stays until it was read; a key of the desk acts at once', async () => {
    const { out, screen } = await desk.type([], 'show 21-1\r', '\r', 'show 21-1\r', '1', CTRL_C, 'q')
    expect(screen).toContain('回车 回到待办')
    expect(screen).toContain('来电号码')
    expect(boards(out)).toBe(3)
  })

  test('a key that is none says which there are', async () => {
    const { screen } = await desk.type([], '2', 'x', CTRL_C, 'q')
    expect(screen).toContain('这里没有 x 键，请按 1、2、3，Esc 返回')
  })

  test('the general options go with every command', async () => {
    await desk.type(['--actor', '李敏'], 'chase 21-1\r', 'q')
    expect(await desk.json('show', '21-1')).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ actor: '李敏', verb: 'chase' })]) as unknown,
    })
  })

  test('without anybody to ask: the plain board', async () => {
    expect(await desk.ok()).toContain('待办')
    desk.columns(undefined)
    expect(await desk.run('desk')).toMatchObject({ status: 0 })
    expect(await desk.json('desk')).toMatchObject({ overdue_count: 0 })
    expect((await desk.columns(80).type(['--no-input'], 'q')).screen).toBe('')
  })

  test('without an office it says so and ends', async () => {
    const none = (await openDesk({ office: false })).columns(80)
    expect(await none.type([], 'q')).toMatchObject({ status: 4 })
  })
})

describe('words of a typed line', () => {
  test.each([
    ['', []],
    [' a  b ', ['a', 'b']],
    ['a　b', ['a', 'b']],
    [`log --note "a b" --name '张 三'`, ['log', '--note', 'a b', '--name', '张 三']],
    ['--note “明天 来”', ['--note', '明天 来']],
    ['--note=""', ['--note=']],
    ['""', ['']],
    ['"open', undefined],
  ])('%j', (line, words) => {
    expect(wordsOf(line)).toEqual(words)
  })

  test('what is quoted is read back', () => {
    for (const word of ['a', 'a b', '张　三']) expect(wordsOf(quoted(word))).toEqual([word])
  })
})
