import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode, encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { anyText } from '../any-text.ts'

const decoder = new TextDecoder('gb18030', { fatal: true })
const isSurrogate = (point: number): boolean => point >= 0xd800 && point < 0xe000

/** Private-use characters that the platform's decoder never answers, from any bytes. */
function unreadable(): Set<string> {
  const readable = new Set<string>()
  const lenient = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) readable.add(lenient.decode(Uint8Array.of(lead, trail)))
  }
  for (let linear = 0; linear < 4 * 12_600; linear += 1) {
    const [first, second, third, last] = [linear / 12_600, (linear / 1260) % 10, (linear / 10) % 126, linear % 10]
    readable.add(lenient.decode(Uint8Array.of(0x81 + first, 0x30 + second, 0x81 + third, 0x30 + last)))
  }
  const found = new Set<string>()
  for (let point = 0xe000; point < 0xf900; point += 1) {
    if (!readable.has(String.fromCodePoint(point))) found.add(String.fromCodePoint(point))
  }
  return found
}

const refused = unreadable()

describe('encodeGb18030', () => {
  test.each([
    ['KF-1', [0x4b, 0x46, 0x2d, 0x31]],
    ['报修', [0xb1, 0xa8, 0xd0, 0xde]],
    ['€', [0xa2, 0xe3]],
    ['\u0080', [0x81, 0x30, 0x81, 0x30]],
    ['𠮷', [0x95, 0x34, 0xb2, 0x35]],
    ['\u{10ffff}', [0xe3, 0x32, 0x9a, 0x35]],
    ['', []],
  ])('%j', (text, bytes) => {
    expect([...encodeGb18030(text)]).toEqual(bytes)
  })

  test('every character of the basic plane comes back, or is refused because no bytes stand for it', () => {
    const wrong: string[] = []
    for (let point = 0; point < 0x10000; point += 1) {
      const character = String.fromCodePoint(point)
      if (isSurrogate(point) || refused.has(character)) continue
      if (decoder.decode(encodeGb18030(character)) !== character) wrong.push(point.toString(16))
    }
    expect(wrong).toEqual([])
  })

  test('few are refused, all of them for private use, each by name', () => {
    expect(refused.size).toBeLessThan(25)
    expect(refused).toContain('\uE5E5')
    for (const character of refused) {
      const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
      expect(() => encodeGb18030(`王${character}`)).toThrow(name)
    }
  })

  test('text of any planes comes back', () => {
    const text = anyText.filter((t) => ![...t].some((c) => refused.has(c)))
    fc.assert(
      fc.property(text, (given) => decoder.decode(encodeGb18030(given)) === given),
      { numRuns: 1000 },
    )
  })
})

test('encode: UTF-8 unless asked otherwise; the byte order mark is not its business', () => {
  expect(Buffer.from(encode('报', 'utf-8')).toString('hex')).toBe('e68aa5')
  expect(Buffer.from(encode('报', 'utf-8-bom')).toString('hex')).toBe('e68aa5')
  expect(Buffer.from(encode('报', 'gb18030')).toString('hex')).toBe('b1a8')
})
