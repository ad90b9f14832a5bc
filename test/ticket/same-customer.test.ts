import { describe, expect, it } from 'vitest'
import { isSameCustomer, phoneKeys, placeKey } from '../../src/ticket/same-customer.ts'
import { aTicket } from './a-ticket.ts'

describe('phones are compared by digits', () => {
  const cases: [string, string[]][] = [
    ['13800001234', ['13800001234']],
    ['138-0000-1234', ['13800001234']],
    ['+86 138 0000 1234', ['13800001234']],
    ['008613800001234', ['13800001234']],
    ['8613800001234', ['13800001234']],
    ['0517-86223344', ['86223344']],
    ['(0517)86223344', ['86223344']],
    ['010-62345678', ['62345678']],
    ['021 6234567', ['6234567']],
    ['+86-517-86223344', ['86223344']],
    ['0086 10 62345678', ['62345678']],
    ['86223344', ['86223344']],
    ['8622334', ['8622334']],
    ['86223344转801', ['86223344']],
    ['0517-86223344-801', ['86223344']],
    ['１３８００００１２３４', ['13800001234']],
    ['86223344/13800001234、13900001111', ['86223344', '13800001234', '13900001111']],
    ['86223344,0517-86223344', ['86223344']],
    ['110', []],
    ['', []],
  ]
  it.each(cases)('%s', (typed, keys) => expect(phoneKeys(typed)).toEqual(keys))
})

describe('same customer (3.2)', () => {
  const someone = aTicket({ account_no: 'A1', phone: '13800001234' })
  const cases: [string, Parameters<typeof aTicket>[0], boolean][] = [
    ['same account, another phone', { account_no: 'A1', phone: '13900009999' }, true],
    ['another account, same phone', { account_no: 'A2', phone: '13800001234' }, false],
    ['no account, same phone', { account_no: null, phone: '+86 13800001234' }, true],
    ['no account, one shared phone of several', { account_no: null, phone: '86223344/13800001234' }, true],
    ['no account, another phone, same name and address', { account_no: null, phone: '13900009999' }, false],
    ['no account, no phone, same name and address', { account_no: null, phone: '' }, true],
    ['no account, phone too short to compare, same name and address', { account_no: null, phone: '110' }, true],
    ['no account, no phone, another address', { account_no: null, phone: '', address: '人民路1号' }, false],
  ]
  it.each(cases)('%s', (_, facts, same) => {
    expect(isSameCustomer(someone, aTicket(facts))).toBe(same)
    expect(isSameCustomer(aTicket(facts), someone)).toBe(same)
  })

  it('spaces and full width do not part a place', () => {
    const [a, b] = [aTicket({ address: '建设路 5号' }), aTicket({ address: '建设路５号' })]
    expect(placeKey(a)).toBe(placeKey(b))
    expect(placeKey(a)).not.toBe(placeKey(aTicket({ address: '建设路6号' })))
    expect(placeKey(aTicket({ address: '' }))).toBeNull()
  })
})
