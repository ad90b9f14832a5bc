import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChoice } from '../../src/kernel/choices.ts'
import { codeWords } from '../../src/kernel/messages/codes.ts'

const read = (field: keyof typeof codeWords, typed: string): string | undefined =>
  readChoice(typed, Object.keys(codeWords[field]), codeWords[field])

describe('a closed word is read', () => {
  test.each([
    ['fault_class', 'line', 'line'],
    ['fault_class', '线路', 'line'],
    ['fault_class', '線路', 'line'],
    ['fault_class', '严重网络', 'severe'],
    ['hold_reason', '无人', 'absent'],
    ['hold_reason', '缺料', 'parts'],
    ['hold_reason', 'Nobody at home', 'absent'],
    ['status', '待交接', 'open'],
    ['status', 'handed over', 'handed_over'],
    ['status', '缓修', 'on_hold'],
    ['channel', '市长热线', 'mayor-hotline'],
    ['channel', '10000', 'telecom-10000'],
    ['area', '乡镇', 'township'],
    ['ground', '免责', 'excused'],
    ['fine_status', '待核实', 'pending'],
    ['fine_status', '核实', 'pending'],
  ] as const)('%s %s', (field, typed, code) => {
    expect(read(field, typed)).toBe(code)
  })

  test.each([
    ['status', '交接'],
    ['status', '修'],
    ['fault_class', ''],
    ['fault_class', '—'],
    ['fault_class', '电缆'],
    ['channel', '领导'],
  ] as const)('not where it says nothing, or may be two: %s %j', (field, typed) => {
    expect(read(field, typed)).toBeUndefined()
  })

  test('every code, its words in both languages and all synonyms are read back as that code', () => {
    for (const words of Object.values(codeWords)) {
      for (const [code, word] of Object.entries(words)) {
        for (const typed of [code, word.en, word.zh, ...('also' in word ? word.also.split(' ') : [])])
          expect({ typed, read: readChoice(typed, Object.keys(words), words) }).toEqual({ typed, read: code })
      }
    }
  })

  test('anything else is a code or nothing', () => {
    const codes = Object.keys(codeWords.status)
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect([...codes, undefined]).toContain(read('status', typed))
      }),
    )
  })
})
