import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenOf, yuanText } from '../../src/kernel/money.ts'

test.each([
  [1000, '10.00'],
  [1005, '10.05'],
  [1050, '10.50'],
  [5, '0.05'],
  [0, '0.00'],
  [-5, '-0.05'],
  [-1000, '-10.00'],
  [99_999_999_999, '999999999.99'],
])('yuanText: %d fen are %s', (fen, expected) => {
  expect(yuanText(fen)).toBe(expected)
})

test.each([
  ['10', 1000],
  ['10.5', 1050],
  ['10.50', 1050],
  ['0.01', 1],
  ['007', 700],
  ['10.', undefined],
  ['.5', undefined],
  ['10.505', undefined],
  ['-10', undefined],
  ['1e3', undefined],
  ['1,000', undefined],
  ['1234567890', undefined],
  ['', undefined],
])('fenOf: %j → %s', (typed, expected) => {
  expect(fenOf(typed)).toBe(expected)
})

test('what is printed is read back as the same fen', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => fenOf(yuanText(fen)) === fen))
})
