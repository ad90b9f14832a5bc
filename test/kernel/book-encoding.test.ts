import { describe, expect, test } from 'vitest'
import { EncodingGuess, notText } from '../../src/kernel/book-encoding.ts'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'

function guess(bytes: Uint8Array, size = bytes.length || 1): unknown {
  const guessing = new EncodingGuess()
  for (let at = 0; at < bytes.length; at += size) guessing.add(bytes.subarray(at, at + size))
  return guessing.guess(true)
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const book = '报修时间,用户姓名,联系电话,地址\r\n2008-3-5,王伟,7654321,新庄镇王庄村3号\r\n'
/** 報修時間,用戶姓名,電話 and a row, in Big5. */
const big5 = Buffer.from(
  'b3f8add7aec9b6a12ca5cea4e1a96da6572cb971b8dc0a323030382d332d352ca4fdb0b62c373635343332312cb773b2f8c2ed0a',
  'hex',
)

describe('guess', () => {
  test.each([
    ['ASCII', utf8('date,name\n2008-3-5,Wang\n'), 'utf-8'],
    ['UTF-8', utf8(book), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\uFEFF${book}`), 'utf-8'],
    ['UTF-8 with emoji and nothing else', utf8('date,note\n2008-3-5,😀\n'.repeat(9)), 'utf-8'],
    ['GB18030', encodeGb18030(book), 'gb18030'],
    ['Big5', big5, 'big5'],
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${book}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without', Buffer.from('date,name,phone\n2008-3-5,Wang,7654321\n'.repeat(3), 'utf16le'), 'utf-16le'],
    ['UTF-16BE with its mark', Buffer.from(`\uFEFF${book}`, 'utf16le').swap16(), 'utf-16be'],
    ['GBK that is valid UTF-8 by chance', Buffer.concat([utf8('a,b\n'), Buffer.from('c1d0cfa2', 'hex')]), 'gb18030'],
  ])('%s', (_, bytes, expected) => {
    expect(guess(bytes)).toBe(expected)
    expect(guess(bytes, 3)).toBe(expected)
  })

  test('Chinese after a megabyte of ASCII', () => {
    const late = Buffer.concat([utf8('2008-3-5,Wang,7654321\n'.repeat(50_000)), encodeGb18030(book)])
    expect(guess(late, 65_536)).toBe('gb18030')
  })

  test('a single broken byte does not make another encoding of it', () => {
    const broken = (bytes: Uint8Array): Uint8Array =>
      Buffer.concat([bytes.subarray(0, -3), Uint8Array.of(0xff), bytes.subarray(-3)])
    expect(guess(broken(utf8(book.repeat(5))))).toBe('utf-8')
    expect(guess(broken(encodeGb18030(book.repeat(5))))).toBe('gb18030')
  })

  test('noise is none of ours', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 0x80 + ((i * 7919) % 128))
    expect(guess(noise)).toContainEqual({ encoding: 'utf-8', line: 1, byte: 1 })
  })

  test.each([
    ['rows of the one', 1],
    ['and a megabyte of ASCII above them', 40_000],
  ])('half UTF-8, half GB18030: %s: none is guessed, and each says where it breaks', (_, plain) => {
    const above = 'date,name,phone of an old book\r\n'.repeat(plain)
    const mixed = Buffer.concat([utf8(`${above}2008-3-5,王伟\r\n`), encodeGb18030('2008-3-6,李四光,建设路五号\r\n')])
    const breaks = [
      // The first byte of 李 is none of UTF-8; the second of 王 is none of Big5.
      { encoding: 'utf-8', line: plain + 2, byte: above.length + 17 + 10 },
      { encoding: 'big5', line: plain + 1, byte: above.length + 9 + 2 },
    ]
    for (const size of [65_536, 7]) expect(guess(mixed, size)).toEqual(breaks)
  })
})

describe('notText', () => {
  test.each([
    ['an .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook'],
    ['an .xlsx', Buffer.from('504b030414000600', 'hex'), 'workbook'],
    ['a web page', utf8('\n<html><table>'), 'web-page'],
    ['a PDF', utf8('%PDF-1.4'), 'pdf'],
    ['a book', utf8(book), undefined],
    ['UTF-16', Buffer.from(`\uFEFF${book}`, 'utf16le'), undefined],
  ])('%s', (_, bytes, expected) => {
    expect(notText(bytes)).toBe(expected)
  })
})
