/** One file inside a zip, as the directory at its end declares it. */
export interface ZipEntry {
  readonly name: string
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  /** Bytes once unpacked, as declared: whoever unpacks it holds it to that. */
  readonly size: number
  readonly checksum: number
  /** Where its local header stands. */
  readonly offset: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_557
/** No workbook has more parts. */
const MOST_ENTRIES = 20_000

/** What the directory of a zip declares; absent where there is none, or it is damaged. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  try {
    return entriesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    // A place beyond the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The packed bytes of an entry; absent where its header is not where the directory says. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | undefined {
  if (offset + 30 > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(offset, true) !== LOCAL) return undefined
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed)
}

function entriesOf(view: DataView): ZipEntry[] | undefined {
  const end = endOf(view)
  if (end === undefined) return undefined
  const { count, offset } = directoryAt(view, end)
  if (count > MOST_ENTRIES) return undefined
  const found: ZipEntry[] = []
  let at = offset
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    found.push(entryAt(view, at, name, extra))
    at += 46 + name + extra + comment
  }
  return found
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return undefined
}

function directoryAt(view: DataView, end: number): { count: number; offset: number } {
  const [count, offset] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (end < 20 || view.getUint32(end - 20, true) !== END_64_LOCATOR) return { count, offset }
  const wide = wideNumber(view, end - 12)
  if (view.getUint32(wide, true) !== END_64) return { count, offset }
  return { count: wideNumber(view, wide + 32), offset: wideNumber(view, wide + 48) }
}

function entryAt(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
  const wide = wideNumbers(view, at + 46 + nameLength, extraLength)
  const sized = (place: number): number => {
    const value = view.getUint32(at + place, true)
    return value === 0xffffffff ? (wide.shift() ?? value) : value
  }
  const size = sized(24)
  const packed = sized(20)
  const offset = sized(42)
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/')
  return { name, method, encrypted: (flags & 1) === 1, packed, size, checksum: view.getUint32(at + 16, true), offset }
}

/** The numbers that do not fit into 32 bits (zip64), in their order. */
function wideNumbers(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = Math.floor(view.getUint16(at + 2, true) / 8)
    return Array.from({ length: count }, (_, index) => wideNumber(view, at + 4 + index * 8))
  }
  return []
}

function wideNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}
