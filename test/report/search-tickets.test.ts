import { beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

let desk: Desk
const CALL = ['--address', '南街', '--symptom', '无信号', '--class', 'line', '--branch', 'CG', '--taken-by', '小刘']

async function log(name: string, phone: string, at: string): Promise<void> {
  desk.at(at)
  await desk.ok('log', '--name', name, '--phone', phone, ...CALL)
}

beforeEach(async () => {
  desk = await openDesk()
})

const found = async (...words: string[]): Promise<unknown[]> =>
  (await desk.list('search', ...words)).map((ticket) => ticket['customer_name'])

describe('the digits of a phone', () => {
  test.each([
    ['0517-7101346', ['05177101346', '0517710', '0517-710', '7101346', '１３４６', '(0517)7101346', '+865177101346']],
    ['(0517) 710 1346', ['05177101346', '0517-7101346', '7710134']],
    ['7101346', ['0517-7101346', '05177101346']],
    ['13800001234/0517-7101346', ['0517710', '13800001234', '51771']],
  ])('%s is found by all of them', async (phone, typed) => {
    await log('张三', phone, '2026-11-22 09:00')
    await log('李四', '0518-1234567', '2026-11-22 09:01')
    for (const word of typed) expect([word, await found(word)]).toEqual([word, ['张三']])
  })
})

describe('a short number', () => {
  test.each([['22-1'], ['1122-1'], ['1122-0001'], ['1'], ['0001']])('%s names its ticket first', async (typed) => {
    await log('张三', '13800000000', '2026-11-22 09:00')
    await log('李四', '112210001', '2026-11-22 09:01')
    await log('王五', '13822100011', '2026-11-22 09:02')
    expect((await found(typed))[0]).toBe('张三')
    const [only, ...others] = await desk.list('search', typed, '--limit', '1')
    expect([only?.['customer_name'], others]).toEqual(['张三', []])
  })

  test('what is no ticket is looked for as any word', async () => {
    await log('张三', '13800009999', '2026-11-22 09:00')
    expect([await found('9999'), await found('21-9')]).toEqual([['张三'], []])
  })
})
