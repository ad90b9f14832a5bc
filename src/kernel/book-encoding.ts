/** How a book may be written. */
export const BOOK_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type BookEncoding = (typeof BOOK_ENCODINGS)[number]

/** Where a file stops being text of an encoding; both from 1. */
export interface Break {
  readonly encoding: BookEncoding
  readonly line: number
  readonly byte: number
}

/** What is no text in a cell: NUL, what could not be decoded, and U+F8F8, which the platform makes of the byte FF in Big5. */
export const LOST = /[\0\uFFFD\uF8F8]/

/** A file that is no text at all. */
export type NotText = 'workbook' | 'web-page' | 'xml' | 'pdf' | 'binary'

const MARKS: readonly (readonly [bytes: readonly number[], encoding: BookEncoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
]

const MAGIC: readonly (readonly [bytes: readonly number[], kind: NotText])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0x50, 0x4b, 0x03, 0x04], 'workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
]

/** Characters that make up a good part of any book, in either writing; by chance they stand nowhere. */
const COMMON = new Set(
  '的一不在有号號村镇鎮县縣市区區路街楼樓室单單元组組东東西南北新老小大中' +
    '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許' +
    '报報修时時间間电電话話地址用户戶姓名故障现現象接人备備注註无無信网網络絡线線机機维維处處理结結果日期' +
    '年月上下午点點分已更换換好不能看没沒视視频頻光纤纖断斷宽寬带帶工程师師客服',
)
/** Chinese, or emoji, which GBK text does not make by chance either. */
export const CJK = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e\u{1f300}-\u{1faff}]/u
/** Marks that a wrong decoder leaves: replaced, private and unassigned places. */
const BROKEN = /[\uFFFD\uE000-\uF8FF]/gu

export function notText(head: Uint8Array): NotText | undefined {
  const magic = MAGIC.find(([bytes]) => startsWith(head, bytes))
  if (magic !== undefined) return magic[1]
  const start = String.fromCharCode(...head.subarray(0, 300)).toLowerCase()
  if (/^(?:\xef\xbb\xbf)?\s*<\?(?:xml|mso-)/.test(start) && !start.includes('<html')) return 'xml'
  if (WEB_PAGE.test(start)) return 'web-page'
  return markOf(head) === undefined && zeros(head).some((share) => share > 0.05 && share < 0.2) ? 'binary' : undefined
}

/** As the web pages that are named .xls begin, and those that a browser saved in one file. */
const WEB_PAGE =
  /^(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype html|!--|html|head|body|table|meta|style|div|script|\?xml)|mime-version:)/

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

function markOf(head: Uint8Array): BookEncoding | undefined {
  return MARKS.find(([bytes]) => startsWith(head, bytes))?.[1]
}

/** Share of zero bytes at even and at odd places: text in UTF-16 has many at one of them. */
function zeros(head: Uint8Array): [even: number, odd: number] {
  const count = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) count[index % 2] = (count[index % 2] ?? 0) + 1
  const half = Math.max(1, head.length / 2)
  return [(count[0] ?? 0) / half, (count[1] ?? 0) / half]
}

/** The first pieces of a file until its encoding is sure; `wants` tells whether more would help. */
export class EncodingGuess {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true })
  private readonly head: Uint8Array[] = []
  private readonly sample: Uint8Array[] = []
  private sampled = 0
  private seen = 0
  private isUtf8 = true
  private isAscii = true
  /** What lies before the sample. */
  private readonly before = new LineCount()

  add(chunk: Uint8Array): void {
    if (this.seen < HEAD) this.head.push(chunk)
    this.seen += chunk.length
    if (this.isAscii) this.isAscii = !hasHighByte(chunk)
    if (this.isAscii) this.before.pass(chunk)
    if (!this.isAscii && this.sampled < SAMPLE) {
      this.sample.push(chunk)
      this.sampled += chunk.length
    }
    if (this.isUtf8) this.isUtf8 = this.stillUtf8(chunk)
  }

  get wants(): boolean {
    return this.seen < HEAD || this.isUtf8 || this.sampled < SAMPLE
  }

  /** Where none fits: how far each gets. `whole`: every byte of the file was added. */
  guess(whole: boolean): BookEncoding | readonly Break[] {
    const head = joined(this.head).subarray(0, HEAD)
    const marked = markOf(head) ?? wide(head)
    if (marked !== undefined) return marked
    if (this.isAscii) return 'utf-8'
    if (whole && this.isUtf8) this.isUtf8 = this.finishedUtf8()
    const sample = joined(this.sample)
    return bestOf(sample, this.isUtf8) ?? breaksOf(sample, this.before)
  }

  private stillUtf8(chunk: Uint8Array): boolean {
    try {
      this.utf8.decode(chunk, { stream: true })
      return true
    } catch {
      return false
    }
  }

  private finishedUtf8(): boolean {
    try {
      this.utf8.decode()
      return true
    } catch {
      return false
    }
  }
}

const HEAD = 4096
const SAMPLE = 262_144

function hasHighByte(chunk: Uint8Array): boolean {
  return chunk.some((byte) => byte >= 0x80)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(chunks)
}

/** UTF-16 without a mark. */
function wide(head: Uint8Array): BookEncoding | undefined {
  const [even, odd] = zeros(head)
  if (odd > 0.2 && even < 0.02) return 'utf-16le'
  return even > 0.2 && odd < 0.02 ? 'utf-16be' : undefined
}

interface Fit {
  readonly encoding: BookEncoding
  /** Share of broken characters among those that are not ASCII. */
  readonly broken: number
  readonly common: number
  readonly characters: number
}

/**
 * Strict UTF-8 with Chinese in it is UTF-8; one to three characters of GBK can be valid UTF-8 too, but not Chinese.
 * Else whatever reads as Chinese with hardly a broken character; its broken rows are refused one by one.
 */
function bestOf(sample: Uint8Array, isUtf8: boolean): BookEncoding | undefined {
  const fits = TRIED.map((encoding) => fitOf(sample, encoding))
  const [utf8, gb18030] = fits
  if (isUtf8 && CJK.test(new TextDecoder('utf-8').decode(sample))) return 'utf-8'
  if (isUtf8 && gb18030 !== undefined && gb18030.broken > 0) return 'utf-8'
  const isMostlyUtf8 = !isUtf8 && hasUtf8Lines(sample)
  const rivals = fits
    .filter((fit) => (fit === utf8 ? !isUtf8 : !isMostlyUtf8))
    .filter((fit) => fit.broken <= MOST_BROKEN || fit.broken * fit.characters <= MOST_BROKEN_CHARACTERS)
  return rivals.sort((a, b) => scoreOf(b) - scoreOf(a))[0]?.encoding
}

const TRIED = ['utf-8', 'gb18030', 'big5'] as const
const MOST_BROKEN = 0.02
const MOST_BROKEN_CHARACTERS = 4

function scoreOf(fit: Fit): number {
  return fit.common - fit.broken * 10
}

function fitOf(sample: Uint8Array, encoding: BookEncoding): Fit {
  // The last character of the sample may be cut; a stream waits for the rest of it.
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  const high = text.replace(/[\0-\x7f]/g, '')
  const characters = Math.max(1, high.length)
  let common = 0
  for (const character of high) if (COMMON.has(character)) common += 1
  return { encoding, broken: (high.match(BROKEN)?.length ?? 0) / characters, common: common / characters, characters }
}

const LINES_TRIED = 200

/** Is at least every other line that is not ASCII strict UTF-8 with Chinese in it? No other encoding makes such by chance. */
function hasUtf8Lines(sample: Uint8Array): boolean {
  const lines = linesOf(sample).filter(hasHighByte).slice(0, LINES_TRIED)
  const decoder = new TextDecoder('utf-8')
  const fitting = lines.map((line) => decoder.decode(line)).filter((text) => CJK.test(text) && !text.includes('\uFFFD'))
  return fitting.length * 2 >= lines.length
}

/** The bytes between line feeds: views of the same memory. */
export function linesOf(sample: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < sample.length;) {
    const feed = sample.indexOf(FEED, from)
    const end = feed < 0 ? sample.length : feed
    lines.push(sample.subarray(from, end))
    from = end + 1
  }
  return lines
}

const FEED = 0x0a
const CARRIAGE = 0x0d

/** Bytes and line ends, CRLF counting as one across chunks. */
class LineCount {
  bytes = 0
  ends = 0
  private last = 0

  pass(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte === CARRIAGE || (byte === FEED && this.last !== CARRIAGE)) this.ends += 1
      this.last = byte
    }
    this.bytes += chunk.length
  }

  copy(): LineCount {
    return Object.assign(new LineCount(), this)
  }
}

/** Where each encoding breaks that does. */
function breaksOf(sample: Uint8Array, before: LineCount): Break[] {
  return TRIED.flatMap((encoding) => {
    const sound = soundBytes(sample, encoding)
    const count = before.copy()
    count.pass(sample.subarray(0, sound))
    return sound === sample.length ? [] : [{ encoding, line: count.ends + 1, byte: count.bytes + 1 }]
  })
}

/** How many bytes there are before the first that makes a character broken. */
function soundBytes(sample: Uint8Array, encoding: BookEncoding): number {
  const isSound = (bytes: number): boolean =>
    new TextDecoder(encoding).decode(sample.subarray(0, bytes), { stream: true }).search(BROKEN) < 0
  if (isSound(sample.length)) return sample.length
  let [good, bad] = [0, sample.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isSound(middle)) good = middle
    else bad = middle
  }
  return good
}
