import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writePaged } from '../../src/cli/pager.ts'
import { headLines } from '../../src/cli/measure-table.ts'
import { boxed } from '../../src/cli/boxed-table.ts'
import { COLOURS } from '../../src/cli/colours.ts'
import { PLAIN } from '../../src/cli/paint.ts'
import { asRecord } from '../../src/cli/render-record.ts'
import { asTable } from '../../src/cli/render-table.ts'
import { planTable } from '../../src/cli/table-plan.ts'
import { ReaderGone } from '../../src/cli/reader-gone.ts'
import type { Ctx } from '../../src/kernel/ctx.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import * as v from '../../src/kernel/view.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'

interface Row {
  readonly no: string
  readonly name: string
  readonly at: number
  readonly n: number
  readonly late: boolean
}

const NOW = Date.UTC(2026, 10, 22, 1) / 1000
const ctx = { now: NOW, zone: SHANGHAI, language: 'zh-CN' } as Ctx
const bad = (row: Row) => (row.late ? 'bad' : undefined)
const view: v.View<Row> = v.withSpares(
  [
    v.text('no', { en: 'No', zh: '报修单号' }, (r) => r.no),
    v.text('name', { en: 'Name', zh: '用户姓名' }, (r) => r.name),
    v.moment('at', { en: 'At', zh: '接报时间' }, (r) => r.at),
    v.toned(
      v.count('n', { en: 'Chases', zh: '催修次数' }, (r) => r.n),
      bad,
    ),
  ],
  ['at'],
)
const row = (name: string, more: Partial<Row> = {}): Row => ({
  no: 'KF-20261122-0001',
  name,
  at: NOW,
  n: 7,
  late: false,
  ...more,
})
const table = (rows: readonly Row[], columns: number | undefined, colour = false): string =>
  [...asTable(view, rows, ctx, { columns, paint: colour ? COLOURS : PLAIN })].join('')

const solid = (text: string): string => text.replaceAll(/\s/g, '')
const name = fc
  .array(fc.constantFrom('张', '建设路5号', 'router', ' ', '1301', '，', '𠮷', 'é', '\u001b[2J', '\t'), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

test.each([
  ['金额（元）', 8, ['金额', '（元）']],
  ['金额（元）', 10, ['金额（元）']],
  ['用户姓名', 6, ['用户', '姓名']],
  ['用户姓名', 8, ['用户姓名']],
  ['用户姓名', 4, ['用户', '姓名']],
  ['客户签字人', 8, ['客户签', '字人']],
  ['Customer name', 8, ['Customer', 'name']],
])('the heading %s in %i columns: %j', (head, columns, lines) => {
  expect(headLines(head, columns)).toEqual(lines)
})

describe('a plan', () => {
  const wish = (widest: number, least: number, spare?: number) => ({ widest, least, spare })

  test.each([
    ['all have room', [wish(5, 5), wish(9, 4)], 20, { shown: [0, 1], widths: [5, 9], gap: 2 }],
    ['the widest gives way', [wish(5, 5), wish(30, 4)], 20, { shown: [0, 1], widths: [5, 13], gap: 2 }],
    ['a small gap saves a column', [wish(5, 5), wish(9, 4, 1)], 10, { shown: [0, 1], widths: [5, 4], gap: 1 }],
    [
      'spare ones go in their order',
      [wish(5, 5), wish(9, 9, 2), wish(9, 9, 1)],
      18,
      { shown: [0, 1], widths: [5, 9], gap: 2 },
    ],
    ['no table fits', [wish(5, 5), wish(9, 9)], 10, undefined],
  ])('%s', (_, wishes, room, plan) => {
    expect(planTable(wishes, room)).toEqual(plan)
  })
})

describe('a list on a terminal', () => {
  test('is drawn in columns: numbers at the right, times of this year without it', () => {
    expect(table([row('张三'), row('欧阳建国', { n: 12, at: NOW - 400 * 86_400 })], 80)).toBe(
      [
        '报修单号          用户姓名  接报时间          催修次数',
        'KF-20261122-0001  张三      11-22 09:00              7',
        'KF-20261122-0001  欧阳建国  2025-10-18 09:00        12',
        '',
      ].join('\n'),
    )
  })

  test.each([20, 40, 60, 80, 120])(
    'never is wider than %d columns, and loses nothing of what users typed',
    (columns) => {
      fc.assert(
        fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
          const text = table(
            names.map((n) => row(n)),
            columns,
          )
          expect(text.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([])
          const shown = solid(text)
          for (const n of names) {
            for (const piece of n.split(/[\s\u001b]/))
              expect(shown.includes(piece) || wrappedIn(text, piece)).toBe(true)
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  test('says what it left out; narrower still, records stand below one another with everything', () => {
    const rows = [row('建设路5号3单元1301室建设路5号3单元1301室'), row('李四')]
    expect(table(rows, 44)).toContain('（窗口较窄，未显示：接报时间；加宽窗口可见）')
    expect(table(rows, 30)).toBe(
      [
        'KF-20261122-0001',
        '  用户姓名 建设路5号3单元1301',
        '  室建设路5号3单元1301室',
        '  接报时间 11-22 09:00',
        '  催修次数 7',
        '',
        'KF-20261122-0001',
        '  用户姓名 李四',
        '  接报时间 11-22 09:00',
        '  催修次数 7',
        '',
        '',
      ].join('\n'),
    )
  })

  test('is coloured only where colour is wanted', () => {
    expect(table([row('张三', { late: true })], 80, true)).toContain('\u001b[31m\u001b[1m7\u001b[22m\u001b[39m')
    expect(table([row('张三', { late: true })], 80)).not.toContain('\u001b')
  })

  test('in a pipe it is tab-separated, with whole times and controls made visible', () => {
    expect(table([row('a\tb\u001b')], undefined)).toBe(
      '报修单号\t用户姓名\t接报时间\t催修次数\nKF-20261122-0001\ta\\x09b\\x1b\t2026-11-22 09:00\t7\n',
    )
  })

  test('of 20,000 records begins at once and takes no seconds', () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => row(`张${n}`, { n }))
    const begin = performance.now()
    const pieces = asTable(view, rows, ctx, { columns: 80, paint: COLOURS })
    expect(String(pieces.next().value) + String(pieces.next().value)).toContain('张199')
    expect([...pieces].join('')).toContain('张19999')
    expect(performance.now() - begin).toBeLessThan(3000)
  })
})

test('a record lists its fields, then its lists under a line; never wider than the screen', () => {
  interface Parent {
    readonly note: string
    readonly rows: readonly Row[]
  }
  const parent: v.View<Parent> = [
    v.text('note', { en: 'Note', zh: '备注' }, (p) => p.note),
    v.list('rows', { en: 'Rows', zh: '各行' }, view, (p) => p.rows),
  ]
  const shown = (columns: number | undefined) =>
    [
      ...asRecord(
        parent,
        { note: '很长的备注'.repeat(9), rows: [row('张三')] },
        ctx,
        { columns, paint: PLAIN },
        { draw: boxed },
      ),
    ].join('')
  expect(shown(80)).toContain('\n各行\n报修单号          用户姓名  接报时间     催修次数\n---')
  for (const columns of [20, 40, 60, 80]) {
    expect(
      Math.max(
        ...shown(columns)
          .split('\n')
          .map((line) => displayWidth(line)),
      ),
    ).toBeLessThanOrEqual(columns)
  }
  expect(shown(undefined)).toContain(`备注  ${'很长的备注'.repeat(9)}\n`)
})

/** Broken over lines of one column, with other columns between. */
function wrappedIn(text: string, piece: string): boolean {
  const signs = [...piece]
  let at = 0
  for (const sign of text) if (sign === signs[at]) at += 1
  return at === signs.length
}

describe('a long list', () => {
  function seat(rows: number) {
    const written: string[] = []
    const paged: string[] = []
    const out = {
      columns: 80,
      rows,
      colour: false,
      write: async (text: string | Uint8Array) => void written.push(String(text)),
    }
    const at = { ...ctx, out, signal: new AbortController().signal } as Ctx
    let closed = 0
    const open = async () => ({
      write: async (text: string | Uint8Array) => void paged.push(String(text)),
      close: async () => void (closed += 1),
    })
    return { at, open, written, paged, closed: () => closed }
  }

  test('goes through the pager where it is longer than the screen, and only there', async () => {
    const { at, open, written, paged, closed } = seat(3)
    await writePaged(['1\n', '2\n'], at, open)
    expect([written.join(''), paged.join('')]).toEqual(['1\n2\n', ''])
    await writePaged(['1\n', '2\n', '3\n', '4\n'], at, open)
    expect([paged.join(''), closed()]).toEqual(['1\n2\n3\n4\n', 1])
  })

  test('goes to the screen where there is no pager', async () => {
    const { at, written } = seat(2)
    await writePaged(['1\n', '2\n'], at, async () => undefined)
    await writePaged(['3\n', '4\n'], at, undefined)
    expect(written.join('')).toBe('1\n2\n3\n4\n')
  })

  test('a reader who leaves the pager is waited for', async () => {
    const { at, closed, open } = seat(1)
    const leaving = async () => ({ ...(await open()), write: () => Promise.reject(new ReaderGone()) })
    await expect(writePaged(['1\n2\n'], at, leaving)).rejects.toBeInstanceOf(ReaderGone)
    expect(closed()).toBe(1)
  })
})
