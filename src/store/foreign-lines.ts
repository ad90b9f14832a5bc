import { isAscii, isUtf8 } from 'node:buffer'
import { CJK, linesOf } from '../kernel/book-encoding.ts'

const FEED = 0x0a
/** No byte of GB18030 or Big5: decoders make of it what is refused later. */
const NO_CHARACTER = 0xff
/** A line without end is none of a book, and not held back for it. */
const LONGEST_HELD = 1_048_576

/**
 * The pieces of a book in an encoding of two bytes, with the characters of its UTF-8 lines made unreadable: many of them
 * would be other characters of that encoding, and nobody would notice. Years that were put together from several files
 * have such lines. The other way round, hardly any text of two-byte characters is UTF-8 by chance.
 */
export async function* withoutForeignLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = Buffer.concat([held, piece])
    const feed = bytes.lastIndexOf(FEED)
    const end = feed < 0 && bytes.length > LONGEST_HELD ? bytes.length : feed + 1
    yield masked(bytes.subarray(0, end))
    held = bytes.subarray(end)
  }
  yield masked(held)
}

/** In place: the bytes were put together above, and are nobody else's. */
function masked(bytes: Uint8Array): Uint8Array {
  for (const line of linesOf(bytes)) {
    if (isChineseUtf8(line)) for (const [at, byte] of line.entries()) if (byte >= 0x80) line[at] = NO_CHARACTER
  }
  return bytes
}

/** More than one character: the bytes of three in two-byte encodings are so once in a hundred thousand names. */
function isChineseUtf8(line: Uint8Array): boolean {
  if (!isUtf8(line) || isAscii(line)) return false
  return [...new TextDecoder().decode(line)].filter((character) => CJK.test(character)).length > 1
}
