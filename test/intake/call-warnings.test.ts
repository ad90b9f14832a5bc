import { beforeEach, describe, expect, test } from 'vitest'
import { oddPhones } from '../../src/ticket/phone-form.ts'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})

const log = (name: string, address: string, phone: string, ...more: string[]): Promise<Fields> =>
  desk.json(
    'log',
    '--name',
    name,
    '--address',
    address,
    '--phone',
    phone,
    '--symptom',
    '坏',
    '--class',
    'line',
    ...more,
    '--branch',
    'CG',
    '--taken-by',
    '小刘',
  )
const warned = (ticket: Fields): Fields[] => ticket['warnings'] as Fields[]

describe('desk 20: a phone that is no whole number', () => {
  test.each([
    '13800001234',
    '7654321',
    '87654321',
    '0517-87654321',
    '01087654321',
    '+86 138 0000 1234',
    '+86 517 87654321',
    '8613800001234',
    '4008001234',
    '87654321转203',
    '0517-7654321-8',
    '１３８００００１２３４',
    '13800001234/7654321',
  ])('%s is usual', (phone) => {
    expect(oddPhones(phone)).toEqual([])
  })

  test.each<[string, string[]]>([
    ['1380000999', ['1380000999']],
    ['138000012345', ['138000012345']],
    ['765432', ['765432']],
    ['13800001234 / 1380000999', ['1380000999']],
    ['0517-765432', ['0517-765432']],
    ['110', ['110']],
  ])('%s is not', (phone, odd) => {
    expect(oddPhones(phone)).toEqual(odd)
  })

  test('log and amend warn, and never block', async () => {
    const ticket = await log('张三', '路1', '1380000999')
    expect(warned(ticket)).toMatchObject([{ code: 'PHONE_ODD', ticket_no: 'KF-20261122-0001' }])
    const amended = await desk.json('amend', '1', '--phone', '138000099', '--reason', '听错')
    expect(warned(amended)).toMatchObject([{ code: 'PHONE_ODD' }])
    expect(warned(await desk.json('amend', '1', '--phone', '13800009999', '--reason', '听错'))).toEqual([])
    expect(warned(await desk.json('amend', '1', '--note', '急', '--reason', '补'))).toEqual([])
  })
})

describe('desk 7: by what two reports are one customer’s', () => {
  beforeEach(async () => {
    await log('张三', '建设路5号', '13800001234', '--reported-at', '07:00')
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '好', '--at', '08:00')
  })

  test('another household on the phone: both are shown, and that only the phone matched', async () => {
    const [warning] = warned(await log('赵六', '建设路9号', '13800001234'))
    expect(warning).toMatchObject({
      code: 'REPEAT_REPORT',
      match: 'phone',
      customer_name: '赵六',
      address: '建设路9号',
      earlier_customer_name: '张三',
      earlier_address: '建设路5号',
    })
    expect(warning?.['message']).toMatch(/only the phone.*赵六 建设路9号.*张三 建设路5号/)
  })

  test('the same customer is told as before', async () => {
    const [warning] = warned(await log('张三', '建设路5号', '13800001234'))
    expect(warning).toMatchObject({ code: 'REPEAT_REPORT', match: 'phone' })
    expect(warning?.['message']).not.toContain('only')
  })

  test('SAME_PLACE: the same name and address with another phone, of late', async () => {
    const [warning] = warned(await log('张三', '建设路 5号', '13900009999'))
    expect(warning).toEqual({
      code: 'SAME_PLACE',
      ticket_no: 'KF-20261122-0001',
      message: expect.stringContaining('13800001234') as string,
    })
    await desk.ok('void', '2', '--reason', '试')
    desk.at('2026-12-22 08:00:01')
    expect(warned(await log('张三', '建设路5号', '13900009999'))).toEqual([])
  })
})
