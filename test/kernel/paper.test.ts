import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { printed } from '../../src/kernel/paper.ts'
import type { Sheet } from '../../src/kernel/sheet.ts'
import type { Sink } from '../../src/kernel/ctx.ts'

const TITLE = { en: 'Slip', zh: '报修单' }
const sink = (columns: number | undefined): Sink => ({ columns, rows: 24, colour: false, write: async () => undefined })
const on = (columns?: number) => ({ language: 'zh-CN' as const, out: sink(columns) })

/** A sheet with every kind of part, each holding what a user typed. */
function sheetOf(typed: string): Sheet {
  const blank = { head: '维护人签名', value: typed }
  return {
    parts: [
      { kind: 'title', office: typed, title: '报修单', number: 'KF-20261122-0001', mark: '作废' },
      { kind: 'lines', lines: [typed] },
      {
        kind: 'fields',
        fields: [
          { head: '用户姓名', value: typed },
          { head: '业务', value: '', ticks: [{ word: typed, ticked: true }] },
        ],
      },
      {
        kind: 'entries',
        entries: { heads: ['一', '二'], shares: [40, 60], rows: [[[typed, 'x'], [typed]]], tick: '已报' },
      },
      {
        kind: 'box',
        box: {
          head: '处理结果',
          text: typed,
          room: 2,
          choice: { head: '原因', ticks: [{ word: '天气', ticked: false }] },
          blanks: [blank],
        },
      },
      { kind: 'signatures', signatures: [[blank, { head: '日期', value: null }]] },
      { kind: 'tear', text: '沿此线撕开' },
    ],
  }
}

const typed = fc
  .array(
    fc.constantFrom(
      '张三',
      'router',
      '“',
      '—',
      '×',
      ' ',
      '①',
      '𠮷',
      '13800001234',
      '\u001b[2J',
      '\u202e',
      '\ue5e5',
      '<b>',
      '&',
      'é',
      '\n',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

const REASONS = ['家中无人', '用户要求', '无法进入', '缺少配件', '天气原因', '其他原因', '设备故障']

describe('a paper', () => {
  test('a box is never torn from its word, nor a line to write on from its heading', () => {
    const ticks = REASONS.map((word) => ({ word, ticked: word === '其他原因' }))
    const blanks = ['修复时间', '预约时间', '维护人签名'].map((head) => ({ head, value: null }))
    const sheet: Sheet = {
      parts: [
        { kind: 'fields', fields: [{ head: '原因', value: '', ticks }] },
        { kind: 'box', box: { head: '处理结果', text: '好', room: 1, choice: { head: '原因', ticks }, blanks } },
        { kind: 'signatures', signatures: [blanks] },
      ],
    }
    for (const columns of [40, 50, 60, 66, 70, 75, 80]) {
      const text = String(printed([sheet], 'text', TITLE, on(columns)))
      const [boxes, lines] = [text.match(/\[[ x]\] [^ ]{4}/g), text.match(/(?:时间|签名) _{20}/g)]
      expect([boxes?.length, lines?.length]).toEqual([14, 6])
    }
  })

  test('as text never is wider than the screen, and never than 80 columns', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(60, 80, 120, undefined), (text, columns) => {
        const lines = String(printed([sheetOf(text)], 'text', TITLE, on(columns))).split('\n')
        expect(lines.filter((line) => displayWidth(line) > Math.min(80, columns ?? 80))).toEqual([])
      }),
    )
  })

  test('as raw bytes is GB18030, a form feed after each sheet, and 80 columns of a Chinese printer', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const bytes = printed([sheetOf(text), sheetOf('b')], 'raw', TITLE, on())
        const read = new TextDecoder('gb18030', { fatal: true }).decode(bytes as Uint8Array)
        expect(read.split('\f')).toHaveLength(3)
        expect(read.endsWith('\f')).toBe(true)
        expect(read.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u001b\u202e]/)
        // On a printer every sign of two or four bytes takes two columns, an accent of its own none.
        const widths = read
          .split(/\r\n|\f/)
          .map((line) => [...line].reduce((sum, c) => sum + (c < '\u007f' ? 1 : 2), 0))
        expect(read.split(/\r\n|\f/).filter((_, i) => (widths[i] ?? 0) > 80)).toEqual([])
      }),
    )
  })

  test('as HTML holds what was typed as text only, and nothing from elsewhere', () => {
    const html = String(printed([sheetOf('<script>alert("1")</script>&\u001b\u202e')], 'html', TITLE, on()))
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\\x1b\\u202e')
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import|\u001b|\u202e/)
    expect(html).toMatch(/@page \{ size: A4/)
    expect(html).toContain('<html lang="zh-CN">')
  })

  test('as HTML keeps a phone in one piece, and an entity whole', () => {
    const html = String(printed([sheetOf('"13800001234" quot')], 'html', TITLE, on()))
    expect(html).toContain('&quot;<span class="w">13800001234</span>&quot; <span class="w">quot</span>')
  })
})

test.each([undefined, '已报'])('the columns of a page share its width as they need it (a box to tick: %s)', (tick) => {
  const entries = { heads: ['一', '二'], shares: [40, 60], rows: [], tick }
  const page = String(printed([{ parts: [{ kind: 'entries', entries }] }], 'html', TITLE, on()))
  const widths = [...page.matchAll(/<col style="width:([\d.]+)%">/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(tick === undefined ? 3 : 4)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1)
  expect(Number(widths.at(-1)) / Number(widths.at(-2))).toBeCloseTo(1.5, 1)
})
