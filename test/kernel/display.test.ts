import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, jsonText, padEnd, visible, wrap } from '../../src/kernel/display.ts'
import { anyUnits } from '../any-text.ts'

/** What an address or a remark is made of, and what it is not supposed to be made of. */
const pieces = fc.constantFrom(
  'a',
  'Z',
  '7',
  ' ',
  '  ',
  '-',
  'router',
  '城',
  '关',
  '（',
  '，',
  '１',
  'é',
  'e\u0301',
  '𠮷',
  '👨‍👩‍👧',
  '🇨🇳',
  '☎️',
  '한',
  '\u200b',
  '\u0600b',
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['城关分公司', 10],
    ['KF-1 号', 7],
    ['，。（）', 8],
    ['１２', 4],
    ['　', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['☎️', 2],
    ['한', 2],
    ['\u1112\u1161\u11ab', 2],
    ['\u200b', 0],
    ['\u0600b', 1],
  ])('%j takes %d columns', (shown, columns) => {
    expect(displayWidth(shown)).toBe(columns)
  })

  test('the fast path answers as the slow one', () => {
    const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) })
    fc.assert(fc.property(ascii, (shown) => displayWidth(shown) === displayWidth(`${shown}城`) - 2))
  })
})

describe('wrap', () => {
  test.each([
    ['0517-7101324/13911110024', 16, ['0517-7101324/', '13911110024']],
    ['', 10, ['']],
    ['router off', 6, ['router', 'off']],
    ['a longerword', 6, ['a long', 'erword']],
    ['城关分公司', 4, ['城关', '分公', '司']],
    ['城关分公司', 5, ['城关', '分公', '司']],
    ['one\ntwo', 10, ['one', 'two']],
    ['换了router，好了', 10, ['换了router', '，好了']],
    ['城', 1, ['城']],
  ])('%j in %d columns', (given, columns, lines) => {
    expect(wrap(given, columns)).toEqual(lines)
  })

  test('every line fits, and nothing but spaces at a break is lost', () => {
    const solid = (shown: string): string => shown.replace(/\s/g, '')
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (given, columns) => {
        const lines = wrap(given, columns)
        expect(lines.map((line) => displayWidth(line)).filter((width) => width > columns)).toEqual([])
        expect(solid(lines.join(''))).toBe(solid(given))
      }),
      { numRuns: 500 },
    )
  })

  test('text that fits stays as it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(!given.includes('\n'))
        expect(wrap(given, displayWidth(given) + 2)).toEqual([given])
      }),
    )
  })
})

test('padEnd fills up to the column, and never cuts', () => {
  expect(padEnd('城', 4)).toBe('城  ')
  expect(padEnd('城关分', 4)).toBe('城关分')
})

describe('visible', () => {
  const HIDDEN = [
    '\0',
    '\x07',
    '\x1b',
    '\x7f',
    '\x85',
    '\x9b',
    '\r',
    '\u061c',
    '\u200e',
    '\u200f',
    '\u2028',
    '\u2029',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
  ]

  test.each([
    ['\x1b[31m红', '\\x1b[31m红'],
    ['a\rb', 'a\\x0db'],
    ['\x9b2J', '\\x9b2J'],
    ['\u202etxt', '\\u202etxt'],
    ['a\tb\nc', 'a\\x09b\\x0ac'],
    ['城关 𠮷 ’“', '城关 𠮷 ’“'],
  ])('%j is shown as %s', (given, expected) => {
    expect(visible(given)).toBe(expected)
  })

  test('lines and tabs stay where there may be several lines; a lone CR never does', () => {
    expect(visible('a\tb\nc\r\n\x1b', true)).toBe('a\tb\nc\\x0d\n\\x1b')
  })

  test('nothing that moves the cursor or turns the text around comes through', () => {
    const mixed = fc.array(fc.oneof(fc.constantFrom(...HIDDEN), anyUnits)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(mixed, (given) => {
        // oxlint-disable-next-line no-control-regex -- the line feed and the tab are what may stay
        expect(visible(given)).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
        expect(visible(given, true)).not.toMatch(/[^\P{Cc}\n\t]/u)
      }),
    )
  })

  test('jsonText escapes the same characters, and a parser reads the text unchanged', () => {
    expect(jsonText({ name: '\x1b\x9b\u202e王' })).toBe('{"name":"\\u001b\\u009b\\u202e王"}')
    const value = fc.jsonValue()
    fc.assert(
      fc.property(value, fc.array(fc.constantFrom(...HIDDEN)), (given, hidden) => {
        const json = jsonText([given, hidden.join('')])
        expect(json).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([given, hidden.join('')])))
      }),
    )
  })
})
