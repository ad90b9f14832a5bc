/** How text is written to a file. */
export const ENCODINGS = ['utf-8-bom', 'utf-8', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

let twoBytes: Map<string, number> | undefined

/** The reverse of the platform's decoder for all two-byte pairs; made on first use in about 10 ms. */
function twoByteTable(): Map<string, number> {
  if (twoBytes !== undefined) return twoBytes
  twoBytes = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD' && !twoBytes.has(character)) {
        twoBytes.set(character, (lead << 8) | trail)
      }
    }
  }
  return twoBytes
}

let ranges: { point: number; linear: number }[] | undefined

/** Text as GB18030 bytes. Every code point has a place, so nothing is ever replaced. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const pair = point < 0x80 ? undefined : twoByteTable().get(character)
    if (point < 0x80) bytes.push(point)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else bytes.push(...fourBytes(point))
  }
  return Uint8Array.from(bytes)
}

function fourBytes(point: number): number[] {
  const linear = point >= 0x10000 ? 189_000 + (point - 0x10000) : linearOf(point)
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}

/** The four-byte place of a character below U+10000: the platform's decoder, read backwards. */
function linearOf(point: number): number {
  ranges ??= fourByteRanges()
  let found = { point: 0x80, linear: 0 }
  for (const range of ranges) if (range.point <= point) found = range
  return found.linear + (point - found.point)
}

function fourByteRanges(): { point: number; linear: number }[] {
  const decoder = new TextDecoder('gb18030')
  const found: { point: number; linear: number }[] = []
  let expected = -1
  for (let linear = 0; linear < 39_420; linear += 1) {
    const bytes = [0x81 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)]
    const point = decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0
    if (point !== expected) found.push({ point, linear })
    expected = point + 1
  }
  return found.sort((a, b) => a.point - b.point)
}

/** Text as bytes of the chosen encoding; the byte order mark belongs to the start of a file only. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  return encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8')
}
