import { describe, expect, test } from 'vitest'
import { CellReader } from '../../src/books/cells/cell-reader.ts'
import { countIn } from '../../src/books/cells/count-cell.ts'
import { canBeAPerson, peopleIn } from '../../src/books/cells/name-cell.ts'
import { phonesIn } from '../../src/books/cells/phone-cell.ts'
import { signatureIn } from '../../src/books/cells/signature-cell.ts'
import { whyCell } from '../../src/kernel/messages/book-cells.ts'
import { whyNot } from '../../src/kernel/messages/book-refusals.ts'
import { isNameless } from '../../src/ticket/signature.ts'
import { phoneKeys } from '../../src/ticket/same-customer.ts'

const plain = new CellReader()

describe('any cell', () => {
  test.each([
    ...['/', '//', '\\', '-', '--', '——', '—', '－', '／', '~', '...', '。', '*', '、'],
    ...[
      '无',
      '空',
      '（无）',
      '【无】',
      '暂无',
      'NULL',
      'null',
      '(null)',
      '[NULL]',
      '<null>',
      '\\N',
      'N/A',
      'n/a',
      'None',
      'nil',
    ],
    ...['0000-00-00', '0000-00-00 00:00:00', '0000/00/00', '未填', 'Ｎ／Ａ', '无 ', '=""'],
  ])('%j means nothing', (cell) => {
    expect(plain.read(cell)).toBe('')
  })

  test.each([
    ...[
      '无信号',
      '空调坏',
      '无线',
      '×',
      '√',
      '0',
      '-5',
      '+86 138',
      '1',
      '3E2',
      '2.5',
      'No. 5',
      'N区',
      '/dev',
      '＋',
      '有',
    ],
    ...['=1+1', '@x', '?好', '#5', '5#楼', '未修', '空军医院', 'Nil Smith', '"', "''", '〃'],
  ])('%j is what it says', (cell) => {
    expect(plain.read(cell)).toBe(cell)
  })

  test.each([
    ['="0012"', '0012'],
    ['="a ""b"""', 'a "b"'],
    ["'0012", '0012'],
    ['1.3800001234E10', '13800001234'],
    ['1.3800001234E+10', '13800001234'],
    ['7.012345E6', '7012345'],
  ])('%j is %j', (cell, text) => {
    expect(plain.read(cell)).toBe(text)
  })

  test.each<[string, { en: string }]>([
    ...['8.24E+15', '8.24e+15', '1.38E10', '2.00803E+11', '2E+11', '-8.2E+15', '1.5E-05'].map(
      (c): [string, { en: string }] => [c, whyCell.scientific],
    ),
    ...['##', '########'].map((c): [string, { en: string }] => [c, whyCell.tooNarrow]),
    ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', 'Err:502', '#n/a'].map(
      (c): [string, { en: string }] => [c, whyCell.sheetError],
    ),
    ...['????', '?', '??'].map((c): [string, { en: string }] => [c, whyCell.lostText]),
    ...['=VLOOKUP(A2,Sheet2!A:B,2,0)', '=A1&B1', '=Sheet1!B2', '=$B$2', '＝SUM(A1)'].map(
      (c): [string, { en: string }] => [c, whyCell.formula],
    ),
  ])('%j is refused', (cell, why) => {
    expect(plain.read(cell)).toEqual(why)
  })

  test('what is nowhere but in few files is looked for once a file is known to have it', () => {
    const reader = new CellReader()
    expect(reader.read('张\u200B三')).toBe('张\u200B三')
    reader.suspect()
    expect(reader.read('张\u200B三')).toBe('张三')
    expect(reader.read('\u202D13800001234\u202C')).toBe('13800001234')
    expect(reader.read('\uFEFF2009-3-7')).toBe('2009-3-7')
    expect(reader.read('王\u00A0伟')).toBe('王 伟')
    expect(reader.read('\u200B无')).toBe('')
    expect(reader.read('建设路锟斤拷5号')).toEqual(whyCell.lostText)
    expect(reader.read('张\uFFFD')).toEqual(whyNot.notText)
    expect(reader.read('王锟')).toBe('王锟')
  })

  test('further marks are those that somebody named', () => {
    const reader = new CellReader(['没填', '1900-01-01 00:00:00', '0'])
    expect(['没填', '1900-01-01 00:00:00', '０', '10', '没'].map((cell) => reader.read(cell))).toEqual([
      '',
      '',
      '',
      '10',
      '没',
    ])
  })
})

describe('phones', () => {
  test.each([
    ['13800001234 7012345', '13800001234/7012345', 2],
    ['13800002234\n7012346', '13800002234/7012346', 2],
    ['13800002234\r\n7012346', '13800002234/7012346', 2],
    ['0317-4862113转802', '0317-4862113转802', 1],
    ['+86 138 0000 3234', '+86 138 0000 3234', 1],
    ['7012347或13800004234', '7012347/13800004234', 2],
    ['7012347 或者 13800004234', '7012347/13800004234', 2],
    ['7012348(家)13800005234(手机)', '7012348(家)/13800005234(手机)', 2],
    ['家7012348手机13800005234', '家7012348/手机13800005234', 2],
    ['13,800,006,234', '13800006234', 1],
    ['7,012,345', '7012345', 1],
    ['7012345,13800001234', '7012345,13800001234', 2],
    ['13800001234(7012345)', '13800001234/(7012345)', 2],
    ['（0317）4862113', '(0317)4862113', 1],
    ['0317 4862113', '0317 4862113', 1],
    ['0317 4862113 13800001234', '0317 4862113/13800001234', 2],
    ['701 2345', '701 2345', 1],
    ['138 0000 1234 139 0000 5678', '138 0000 1234/139 0000 5678', 2],
    ['13800001234.0', '13800001234', 1],
    ['13800001234.0 7012345.0', '13800001234/7012345', 2],
    ['１３８００００１２３４', '13800001234', 1],
    ['7012345、7012346', '7012345、7012346', 2],
    ['4862113-802', '4862113-802', 1],
    ['0', '', 0],
    ['00000000', '', 0],
    ['张三13800001234', '张三13800001234', 1],
  ])('%j is %j', (cell, text, count) => {
    expect(phonesIn(cell)).toBe(text)
    expect(phoneKeys(phonesIn(cell))).toHaveLength(count)
  })
})

test.each([
  ['2', 2],
  ['2次', 2],
  ['两次', 2],
  ['2.0', 2],
  ['催修3次', 3],
  ['十二次', 12],
  ['０', 0],
  ['有', undefined],
  ['2.5', undefined],
  ['3-5', undefined],
])('a count %j is %j', (cell, count) => {
  expect(countIn(cell)).toBe(count)
})

test('words in the place of a signature', () => {
  expect(['×', '未签', '否', '未签字', '拒签', 'Ｘ'].map(signatureIn)).toEqual(['', '', '', '', '', ''])
  expect(['√', '已签', '张三', '有'].map(signatureIn)).toEqual(['√', '已签', '张三', '有'])
  expect(['√', '已签', '有', '是', '张三', '代签：李四'].map(isNameless)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test.each([
  ['王伟', ['王伟']],
  ['王 伟', ['王 伟']],
  ['王伟、李强', ['王伟', '李强']],
  ['王伟/李强', ['王伟', '李强']],
  ['王伟 李强', ['王伟', '李强']],
  ['王伟和李强', ['王伟', '李强']],
  ['张和平', ['张和平']],
  ['王伟\n李强', ['王伟', '李强']],
  ['王伟，', ['王伟']],
])('%j names %j', (cell, names) => {
  expect(peopleIn(cell)).toEqual(names)
})

test('who can be somebody', () => {
  const people = ['王伟', '欧阳小明', '王伟2', '阿卜杜拉·买买提', 'Li Lei', "O'Brien"]
  expect(people.filter((name) => !canBeAPerson(name))).toEqual([])
  const nobody = [
    '/',
    '?',
    '#N/A',
    '13800001234',
    '2009-3-5',
    '维修组',
    '未派',
    '用户自修',
    '王',
    '外线班',
    '√',
    '已修好',
    'null',
    '城关站',
  ]
  expect(nobody.filter(canBeAPerson)).toEqual([])
})
