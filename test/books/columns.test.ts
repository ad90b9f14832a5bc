import { describe, expect, test } from 'vitest'
import { findLayout, yearIn } from '../../src/kernel/book-layout.ts'
import { fieldOf, fieldsByPlace, isOwnHeader, mapColumns, mappingOf } from '../../src/books/columns.ts'
import { ticketView } from '../../src/ticket/views.ts'

const split = (words: string): string[] => words.split(' ')

describe('fieldOf', () => {
  test.each([
    ['reported_at', '报修时间 接报时间 来电时间 報修時間 Reported-At report_time'],
    ['reported_date', '日期 报修日期 登记日期 登記日期 Date'],
    ['customer_name', '姓名 用户姓名 户名 客戶姓名 （用户）姓名 Customer'],
    ['phone', '电话 联系电话 联系电话（手机） 手机* 聯絡電話 Telephone ＰＨＯＮＥ'],
    ['address', '地址 住址 装机地址 裝機地址 用户地址：'],
    ['symptom', '故障现象 故障描述 报修内容 故障狀況'],
    ['fault_class', '故障类别 故障类型 類別'],
    ['branch', '分公司 站点 所属分公司 所屬分公司'],
    ['taken_by', '接报人 接线员 值班员 受理人'],
    ['repaired_at', '修复时间 维修时间 修復時間 repaired_at 排障时间'],
    ['repaired_by', '维修人 维护员 維護人 修复人员 修復人 抢修人 排障人员'],
    ['resolution', '处理结果 维修情况 處理結果 修复结果 维修措施'],
    ['customer_signed_by', '用户签名 客户签字'],
    ['ticket_no', '单号 工单号 ticket_no No.'],
    ['_line', '_line'],
  ])('%s: %s', (field, words) => {
    expect(split(words).map(fieldOf)).toEqual(split(words).map(() => field))
  })

  test.each(['序号', '费用', 'line', 'reason', 'book', '', 'constructor', '__proto__'])('%j is none', (heading) => {
    expect(fieldOf(heading)).toBeUndefined()
  })

  test('every field of a ticket is known by both of our own headings', () => {
    const derived = ['entered_at', 'deadline', 'handover_no', 'handed_over_at', 'late', 'source']
    for (const { name, heading } of ticketView.filter((column) => !derived.includes(column.name))) {
      expect([name, fieldOf(name), fieldOf(heading.zh)]).toEqual([name, name, name])
    }
  })
})

describe('mapColumns', () => {
  const mapped = (words: string): string[] =>
    mappingOf(mapColumns(split(words))).map(({ column, field }) => `${column}=${field}`)

  test('a date beside a time is its day; alone it is the moment', () => {
    expect(mapped('日期 时间 姓名')).toEqual(['日期=reported_date', '时间=reported_at', '姓名=customer_name'])
    expect(mapped('日期 姓名 修复日期')).toEqual(['日期=reported_at', '姓名=customer_name', '修复日期=repaired_at'])
  })

  test('phones and notes are joined, anything else that comes twice is kept as it is', () => {
    const columns = mapColumns(split('时间 电话 手机 地址 地址 备注 备注 序号'))
    expect(columns).toMatchObject({ phones: [2], notes: [6], unmapped: [4, 7] })
  })

  test('a map counts more than the heading', () => {
    const columns = mapColumns(
      split('时间 电话 地址'),
      new Map([
        [1, null],
        [2, 'customer_name'],
      ]),
    )
    expect(columns.at).toMatchObject({ phone: -1, address: -1, customer_name: 2 })
    expect(columns.unmapped).toEqual([1])
  })

  test('several columns that a map gives to phone or note are joined as without it', () => {
    const headings = split('时间 电话 手机 备注 备注')
    const plain = mapColumns(headings)
    expect(plain).toMatchObject({ phones: [2], notes: [4], unmapped: [] })
    expect(mapColumns(headings, fieldsByPlace(plain) as Map<number, 'phone'>)).toEqual(plain)
  })

  test('exactly our columns are our own export, in either language, and its rejects', () => {
    const ours = ticketView.map((column) => column.name)
    expect(isOwnHeader(ours)).toBe(true)
    expect(isOwnHeader(ticketView.map((column) => column.heading.zh))).toBe(true)
    expect(isOwnHeader([...ours, '_line', '_reason', '_book'])).toBe(true)
    for (const other of [ours.slice(1), [...ours, 'x'], ours.toReversed()]) expect(isOwnHeader(other)).toBe(false)
  })
})

describe('findLayout', () => {
  const layout = (text: string) => findLayout(text, true, fieldOf)

  test.each([
    ['comma', '时间,姓名\n1,2\n', ',', 1],
    ['tab', 'Date\tName\tPhone\n1\t2\t3\n', '\t', 1],
    ['semicolon, though names hold commas', '日期;姓名;地址\n1;王,李;2,3,4\n', ';', 1],
    ['full-width comma', '日期，姓名\n1，2\n', '，', 1],
    ['below titles', '2009年度报修登记本,,\n报修电话：7654321,,\n日期,姓名,电话\n', ',', 3],
    ['repeated at page breaks', '日期,姓名\n1,2\n日期,姓名\n', ',', 1],
  ])('%s', (_, text, delimiter, line) => {
    const found = layout(text)
    expect([found?.delimiter, found?.header.line]).toEqual([delimiter, line])
  })

  test('a letter has none', () => {
    expect(layout('Dear customer,\nplease tell us your name and phone.\n')).toBeUndefined()
  })

  test('the year of titles, where there is one', () => {
    expect(yearIn(['2009年度报修登记本'])).toBe(2009)
    expect(yearIn(['报修电话 7654321'])).toBeUndefined()
    expect(yearIn(['2008年12月—2009年2月'])).toBeUndefined()
    expect(yearIn(['登记本 2010.1-2010.12'])).toBe(2010)
  })

  test('in full width and Chinese numerals; the day of printing is none', () => {
    expect(['２００９年度', '二〇〇九年度', '二○○九年報修登記本'].map((title) => yearIn([title]))).toEqual([
      2009, 2009, 2009,
    ])
    expect(yearIn(['报修登记本', '打印：2011-01-05'])).toBeUndefined()
    expect(yearIn(['2009年度报修登记本 制表人：张三 2011年1月5日', '2010.1.5打印'])).toBe(2009)
  })

  test.each([
    ['repair', '报修时间,姓名,电话,修复情况,\n,,,时间,人员\n', '修复时间 修复人员'],
    ['both', '序号,报修情况,,修复情况,\n,时间,姓名,时间,结果\n', '报修时间 报修姓名 修复时间 修复结果'],
  ])('a second line that fits below merged cells belongs to the header: %s', (_, text, headings) => {
    const found = layout(`登记本,,,,\n${text}2009-03-05,张三,1,2009-03-06,王伟\n`)
    expect(found?.header).toMatchObject({ line: 3, cells: expect.arrayContaining(split(headings)) })
    expect(found?.lower?.line).toBe(3)
  })

  test('a row below merged headings is no header', () => {
    const found = layout('报修时间,姓名,电话,修复情况,\n2009-03-05,张三,1,换线,李\n')
    expect(found?.header.line).toBe(1)
  })
})
