import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockText } from '../../src/kernel/calendar.ts'
import { csvLines, guarded } from '../../src/kernel/csv.ts'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { ticketView } from '../../src/ticket/views.ts'
import { openDesk } from '../desk.ts'
import { book, cellsOf, imported } from './books.ts'

const NAMES = ticketView.map((column) => column.name)

const sharp = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '　',
  '＝',
  '＠',
  '〃',
  '同上',
  '合计',
  '😀',
  '王',
  '１',
  'a',
)
const text = fc.oneof(
  fc.array(sharp, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((given) => !/[\0\uFFFD]/.test(given)),
)
/** Between 2026-01-01 and 2026-11-20. */
const moment = fc.integer({ min: 1_767_196_800, max: 1_795_104_000 })
const REPORTED = 1_767_196_800

/** A ticket as an export tells of it. */
const exported = fc.record({
  texts: fc.array(text, { minLength: 12, maxLength: 12 }),
  fault_class: fc.constantFrom('line', 'network', 'severe'),
  status: fc.constantFrom('open', 'handed_over', 'on_hold', 'repaired', 'closed', 'void', 'filed'),
  service: fc.constantFrom('', 'tv', 'telecom'),
  intake: fc.constantFrom('desk', 'branch'),
  branch: fc.constantFrom('CG', 'XZ'),
  moments: fc.array(moment, { minLength: 6, maxLength: 6 }),
  approved: fc.boolean(),
  chases: fc.nat(9),
})

type Exported = typeof exported extends fc.Arbitrary<infer T> ? T : never

function rowOf(given: Exported, number: number): string[] {
  const [name, address, phone, symptom, taken, note, source, resolution, customer, maintainer, account, approver] =
    given.texts
  const at = (offset: number): string => clockText(SHANGHAI, REPORTED + number * 60 + offset)
  const hours = given.fault_class === 'line' ? 24 : 36
  const severe = given.approved ? at(200_000) : ''
  const repaired = given.status === 'repaired' || given.status === 'closed'
  const handed = given.status === 'handed_over'
  const held = given.status === 'on_hold'
  const cells: Record<string, string> = {
    ticket_no: `KF-20260101-${String(number + 1).padStart(4, '0')}`,
    status: given.status === 'filed' ? 'closed' : given.status,
    fault_class: given.fault_class,
    service: given.service,
    account_no: account ?? '',
    customer_name: name ?? '',
    address: address ?? '',
    phone: phone ?? '',
    symptom: symptom ?? '',
    // What a branch took itself is handed over to nobody.
    intake: handed ? 'desk' : given.intake,
    branch: given.branch,
    reported_at: at(0),
    entered_at: at(30),
    taken_by: taken ?? '',
    deadline: given.fault_class === 'severe' ? severe : at(hours * 3600),
    approved_by: approver ?? '',
    handover_no: handed ? 'KF-20260101-PM-CG' : '',
    handed_over_at: handed ? at(50) : '',
    assigned_to: given.approved ? '王伟' : '',
    chases: String(given.chases),
    hold_reason: held ? 'absent' : '',
    appointment_at: held ? at(90_000) : '',
    repaired_at: repaired ? at(7200) : '',
    repaired_by: repaired ? '赵敏' : '',
    resolution: repaired ? (resolution ?? '') : '',
    customer_signed_by: repaired ? (customer ?? '') : '',
    maintainer_signed_by: repaired ? (maintainer ?? '') : '',
    returned_at: given.status === 'closed' ? at(9000) : '',
    note: note ?? '',
    source: source ?? '',
  }
  const isLate = (given.fault_class !== 'severe' || given.approved) && !repaired
  cells['late'] = given.status === 'void' || given.status === 'filed' || cells['deadline'] === '' ? '' : String(isLate)
  return NAMES.map((column) => guarded(cells[column] ?? ''))
}

describe('our own export', () => {
  test.each([1, 2])('random tickets come back identical to the byte, sample %i', async (seed) => {
    const rows = fc.sample(exported, { seed, numRuns: 150 }).map(rowOf)
    const [desk, other] = [await openDesk(), await openDesk()]
    const file = book(desk, 'random.csv', `\uFEFF${csvLines([NAMES, ...rows], '\r\n')}`)
    expect(await imported(desk, file)).toMatchObject({ imported: 150, rejected: 0 })
    await desk.ok('export', 'tickets', '-o', desk.path('one.csv'))
    // What was written by hand in the form of an export is what an export writes.
    expect(readFileSync(desk.path('one.csv'), 'utf8')).toBe(readFileSync(file, 'utf8'))
    expect(await imported(other, desk.path('one.csv'))).toMatchObject({ imported: 150, rejected: 0 })
    for (const form of [[], ['--headers', 'zh'], ['--encoding', 'gb18030'], ['--encoding', 'utf-8']]) {
      const [one, two] = [desk.path('one.csv'), other.path('two.csv')]
      await desk.ok('export', 'tickets', ...form, '-o', one)
      await other.ok('export', 'tickets', ...form, '-o', two)
      expect(readFileSync(two)).toEqual(readFileSync(one))
      expect(await imported(other, one)).toMatchObject({ imported: 0, duplicates: 150, rejected: 0 })
    }
  })
})

const MESS = [
  '2008-03-05 08:10',
  '2008.3.6',
  '3月5日',
  '39512',
  '24:00',
  '',
  '张三',
  '同上',
  '〃',
  '7654321',
  'CG',
  '新庄分公司',
  '无',
  '线路',
  '网路',
  '王伟',
  '赵六',
  '合计',
  '"',
  '=1',
]
const HEADINGS = ['报修时间', '用户姓名', '联系电话', '地址', '故障类别', '分公司', '修复时间', '维修人', '费用']

describe('any book at all', () => {
  const rows = fc.array(fc.array(fc.constantFrom(...MESS), { minLength: 1, maxLength: 10 }), { maxLength: 40 })

  test('every row is imported, known or refused, and every refused one is in the rejects file', async () => {
    const desk = await openDesk()
    let number = 0
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (given, fillDown) => {
        number += 1
        const content = encodeGb18030(csvLines([HEADINGS, ...given], '\n'))
        const file = book(desk, `book-${number}.csv`, content)
        const flags = fillDown ? ['--fill-down'] : []
        const first = await imported(desk, file, ...flags)
        expect(first['rows_read']).toBe(
          Number(first['imported']) + Number(first['duplicates']) + Number(first['rejected']),
        )
        const refused = first['rejects_file'] === null ? [] : cellsOf(first['rejects_file']).slice(1)
        expect(refused).toHaveLength(Number(first['rejected']))
        const again = await imported(desk, file, ...flags)
        expect(again).toMatchObject({
          imported: 0,
          duplicates: Number(first['imported']) + Number(first['duplicates']),
          rejected: first['rejected'],
        })
      }),
      { numRuns: 25 },
    )
    expect(await desk.run('check')).toMatchObject({ status: 0 })
  })
})
