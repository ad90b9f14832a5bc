import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askerOn } from '../../src/cli/prompt.ts'
import { keysOf } from '../../src/cli/keys.ts'
import { BACK, Cancelled } from '../../src/kernel/asker.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import { FakeTerminal } from '../fake-terminal.ts'

function seat(columns = 80) {
  const terminal = new FakeTerminal(columns)
  let interrupts = 0
  return { terminal, asker: askerOn(terminal, () => (interrupts += 1)), interrupts: () => interrupts }
}

const UP = '\x1b[A'
const LEFT = '\x1b[D'

describe('keys', () => {
  test.each([
    ['张a', [{ sign: '张' }, { sign: 'a' }]],
    ['\r', [{ name: 'enter' }]],
    ['\r\n', [{ name: 'enter' }]],
    ['\x1b[A\x1bOB', [{ name: 'up' }, { name: 'down' }]],
    ['\x1b', [{ name: 'escape' }]],
    ['\x1b[3~\x7f\x08', [{ name: 'delete' }, { name: 'backspace' }, { name: 'backspace' }]],
    ['\x03\x04', [{ name: 'interrupt' }, { name: 'end-of-input' }]],
    ['\x1b[15~\x1b[1;5C\x00\x1c', []],
    ['\x1a', [{ name: 'suspend' }]],
    ['𠮷👍', [{ sign: '𠮷' }, { sign: '👍' }]],
  ])('%j', (sent, keys) => {
    expect(keysOf(sent)).toEqual(keys)
  })
})

describe('a line', () => {
  test.each([
    ['建设路5号\r', '建设路5号'],
    [`ac${LEFT}b\r`, 'abc'],
    ['张三\x7f四\r', '张四'],
    ['abc\x15x\r', 'x'],
    ['a bc\x17d\r', 'a d'],
    ['abc\x01\x0bx\r', 'x'],
    ['e\u0301x\x7f\x7fa\r', 'a'],
    ['\r \r\x15ok\r', 'ok'],
  ])('%j is answered with %j', async (strokes, answer) => {
    const { terminal, asker } = seat()
    terminal.type(strokes)
    expect(await asker.line('姓名：')).toBe(answer)
  })

  test('the suggestion is taken with Enter, edited after Tab, and gone once something is typed', async () => {
    const { terminal, asker } = seat()
    terminal.type('\r\t2\r李\r')
    const ask = () => asker.line('姓名：', { suggestion: '张三' })
    expect([await ask(), await ask(), await ask()]).toEqual(['张三', '张三2', '李'])
    expect(terminal.screen.slice(0, 3)).toEqual(['姓名： 张三', '姓名： 张三2', '姓名： 李'])
  })

  test('what is whole needs no Enter; what is typed ahead waits for the next question', async () => {
    const { terminal, asker } = seat()
    terminal.type('13800001234无信号\r')
    expect(await asker.line('?', { complete: (typed) => /^1\d{10}$/.test(typed) })).toBe('13800001234')
    expect(await asker.line('?')).toBe('无信号')
  })

  test('a line left half typed is told', async () => {
    const lines: string[] = []
    for (const stroke of [UP, '\x1b', '\x03']) {
      const { terminal, asker } = seat()
      terminal.type(`张${stroke}`)
      await asker.line('?', { left: (line) => lines.push(line) }).catch(() => undefined)
    }
    expect(lines).toEqual(['张', '张', '张'])
  })

  test('what is told hangs: further lines stand to the right of the first', async () => {
    const { terminal, asker } = seat(20)
    await asker.tell(['1  张三  建设路5号幸福小区  13800001234'])
    expect(terminal.screen).toEqual(['1  张三  建设路5', '     号幸福小区', '     13800001234', ''])
  })

  test.each([UP, '\x1b', '\x1b[Z'])('%j goes back', async (stroke) => {
    const { terminal, asker } = seat()
    terminal.type(`abc${stroke}`)
    expect(await asker.line('?')).toBe(BACK)
  })

  test.each(['\x03', 'abc\x03', '\x04'])('%j cancels', async (strokes) => {
    const { terminal, asker } = seat()
    terminal.type(strokes)
    await expect(asker.line('?')).rejects.toBeInstanceOf(Cancelled)
  })

  test('a terminal that has gone cancels this question and every later one', async () => {
    const { terminal, asker } = seat()
    const asked = asker.line('?')
    terminal.type('half').hangUp()
    await expect(asked).rejects.toBeInstanceOf(Cancelled)
    await expect(asker.key('?', [{ key: '1', word: 'a', value: 1 }])).rejects.toBeInstanceOf(Cancelled)
  })

  test('Ctrl-C while nobody asks interrupts the run', async () => {
    const { terminal, asker, interrupts } = seat()
    terminal.type('a\r')
    await asker.line('?')
    terminal.type('\x03')
    expect(interrupts()).toBe(1)
  })
})

describe('a key', () => {
  const choices = [
    { key: '1', word: '线路', value: 'line' },
    { key: 'n', word: '新报修', value: 'new' },
  ]

  test.each([
    ['1', 'line'],
    ['１', 'line'],
    ['N', 'new'],
    ['x7\rn', 'new'],
  ])('%j chooses %s', async (strokes, value) => {
    const { terminal, asker } = seat()
    terminal.type(strokes)
    expect(await asker.key('类别', choices)).toBe(value)
  })

  test('choices that do not fit stand below one another', async () => {
    const { terminal, asker } = seat(24)
    terminal.type('1')
    await asker.key('类别', choices)
    expect(terminal.screen.slice(0, 3)).toEqual(['  1 线路', '  n 新报修', '类别 [1/n] 1'])
  })
})

describe('the screen', () => {
  const strokes = fc.array(fc.constantFrom('张', 'a', '，', ' ', '\x7f', LEFT, '\x1b[C', '\x01', '\x05'), {
    maxLength: 90,
  })

  test('shows the question, what was typed and the cursor between what stands before it and after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        strokes,
        fc.integer({ min: 20, max: 90 }),
        fc.integer({ min: 20, max: 90 }),
        async (typed, columns, wider) => {
          const { terminal, asker } = seat(columns)
          const asked = asker.line('故障现象：')
          terminal.type(typed.join(''))
          await new Promise((resolve) => setImmediate(resolve))
          terminal.resize(wider)
          terminal.type('|')
          await new Promise((resolve) => setImmediate(resolve))
          expect(terminal.signBeforeCursor).toBe('|')
          terminal.type('.\r')
          const answer = String(await asked)
          expect(terminal.screen.join('').replaceAll(' ', '')).toBe(`故障现象：${answer}`.replaceAll(' ', ''))
          expect(Math.max(...terminal.screen.map(displayWidth))).toBeLessThanOrEqual(Math.max(columns, wider))
        },
      ),
      { numRuns: 150 },
    )
  })
})
