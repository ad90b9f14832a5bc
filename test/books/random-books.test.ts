import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { csvLines } from '../../src/kernel/csv.ts'
import { openDesk } from '../desk.ts'
import { book, imported } from './books.ts'

/** Headings that mean one field each, and none that two could claim. */
const HEADINGS = {
  reported_at: ['报修时间', '故障申报时间', '报障日期时间', 'Opening date', '申告时间（年月日时分）'],
  customer_name: ['用户姓名', '报修人姓名', '住户姓名', '户主', '姓名'],
  phone: ['联系电话', '报修人电话', '用户联系电话', '手机号码', 'Phone No.'],
  address: ['故障地址', '用户住址', '装机详细地址', '地址'],
  symptom: ['故障现象', '障碍描述', '报修内容', '用户反映情况'],
  repaired_at: ['修复时间', '完工时间', '销障时间', '故障恢复时间'],
  repaired_by: ['维修人', '处理人员', '查修员', '师傅'],
} as const
type Field = keyof typeof HEADINGS
const FIELDS = Object.keys(HEADINGS) as Field[]

const MARKS = ['', '/', '—', '无', 'NULL', '\\N', '0000-00-00']
const pad = (n: number): string => String(n).padStart(2, '0')
const at = (day: number, hour: number, minute: number): string =>
  `2009-03-${pad(day)}T${pad(hour)}:${pad(minute)}:00+08:00`
const MOMENTS: readonly ((day: number, hour: number, minute: number) => string)[] = [
  (d, h, m) => `2009-3-${d} ${h}:${pad(m)}`,
  (d, h, m) => `2009.03.${pad(d)} ${pad(h)}:${pad(m)}:00.123`,
  (d, h, m) => `2009年3月${d}日 ${h}时${m}分`,
  (d, h, m) => `200903${pad(d)}${pad(h)}${pad(m)}`,
  (d, h, m) => `${pad(d)}-Mar-2009 ${pad(h)}:${pad(m)}`,
  (d, h, m) => `２００９／３／${d}　${pad(h)}：${pad(m)}`,
  (d, h, m) => String(39_872 + d + (h * 60 + m) / 1440),
]
const PHONES: readonly ((digits: string) => string)[] = [
  (p) => p,
  (p) => `${p}.0`,
  (p) => `="${p}"`,
  (p) => `'${p}`,
  (p) => `${p.slice(0, 1)}.${p.slice(1)}E${p.length - 1}`,
]

const moment = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 0, max: 23 }),
  fc.integer({ min: 0, max: 59 }),
)
const row = fc.record({
  reported: moment,
  later: fc.option(moment, { nil: undefined }),
  forms: fc.tuple(
    fc.nat(MOMENTS.length - 1),
    fc.nat(MOMENTS.length - 1),
    fc.nat(PHONES.length - 1),
    fc.nat(MARKS.length - 1),
  ),
  phone: fc.integer({ min: 1_000_001, max: 9_999_999 }),
  name: fc.constantFrom('张三', '欧阳小明', '李四'),
  symptom: fc.constantFrom('无信号', '雪花，有杂音', '断网"时断时续"'),
})

test('what comes out of a random book is what went in, or it is refused', async () => {
  const books = fc.record({
    order: fc.shuffledSubarray(FIELDS, { minLength: FIELDS.length }),
    words: fc.array(fc.nat(100), { minLength: FIELDS.length, maxLength: FIELDS.length }),
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    layout: fc.record({ titles: fc.nat(2), isGb: fc.boolean(), delimiter: fc.constantFrom(',', '\t', ';') }),
  })
  const law = fc.asyncProperty(books, async ({ order, words, rows, layout }) => {
    const desk = await openDesk()
    const headings = order.map((field, index) => HEADINGS[field][(words[index] ?? 0) % HEADINGS[field].length] ?? '')
    const told = rows.map((one, index) => {
      const [first, second, phone, mark] = one.forms
      const nothing = MARKS[mark] ?? ''
      const repaired = one.later === undefined ? undefined : ([one.later[0] + 10, one.later[1], one.later[2]] as const)
      const cells: Record<Field, string> = {
        reported_at: MOMENTS[first]?.(...one.reported) ?? '',
        customer_name: one.name,
        phone: PHONES[phone]?.(String(one.phone)) ?? '',
        address: `东街${index}号`,
        symptom: one.symptom,
        repaired_at: repaired === undefined ? nothing : (MOMENTS[second]?.(...repaired) ?? ''),
        repaired_by: repaired === undefined ? nothing : '王伟',
      }
      const meant = {
        reported_at: at(...one.reported),
        customer_name: one.name,
        phone: String(one.phone),
        address: `东街${index}号`,
        symptom: one.symptom,
        repaired_at: repaired === undefined ? null : at(...repaired),
        repaired_by: repaired === undefined ? null : '王伟',
      }
      return { cells: order.map((field) => cells[field]), meant }
    })
    const titles = ['2009年度报修登记本', '城关分公司'].slice(0, layout.titles).map((title) => [title])
    const parted = (cells: readonly string[]): string => csvLines([cells], '\n').replaceAll('\n', '')
    const quoted = (cells: readonly string[]): string =>
      layout.delimiter === ','
        ? parted(cells)
        : cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(layout.delimiter)
    const text = [...titles, headings, ...told.map(({ cells }) => cells)].map(quoted).join('\r\n')
    const file = book(desk, 'b.csv', layout.isGb ? encodeGb18030(text) : text)
    const report = await imported(desk, file, '--default-branch', 'CG')
    const found = await desk.list('list', '--limit', '100')
    expect(report['rejected']).toBe(0)
    expect(found).toHaveLength(told.length)
    for (const { meant } of told) {
      expect(found.find(({ address }) => address === meant.address)).toMatchObject(meant)
    }
    desk.close()
  })
  await fc.assert(law, { numRuns: 40 })
}, 60_000)
