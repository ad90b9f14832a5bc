import { inflateRawSync } from 'node:zlib'
import { crc32 } from '../kernel/crc32.ts'
import { packedBytes, zipEntries } from '../kernel/zip-entries.ts'
import type { ZipEntry } from '../kernel/zip-entries.ts'

/** Why a file that looks like a workbook cannot be read. */
export type WorkbookFlaw = 'damaged' | 'protected' | 'too-large' | 'no-workbook'

export class UnreadableWorkbook extends Error {
  readonly flaw: WorkbookFlaw

  constructor(flaw: WorkbookFlaw) {
    super(flaw)
    this.name = 'UnreadableWorkbook'
    this.flaw = flaw
  }
}

/** A workbook of 65,536 rows unpacks to some 60 MB. */
const MOST_UNPACKED = 268_435_456
/** Pictures, fonts and drawings are not looked at. */
const READ = /\.(?:xml|rels|bin)$/i
/** What a workbook of either kind cannot be without. */
const NEEDED = /^(?:\[Content_Types\]\.xml|content\.xml|xl\/workbook\.(?:xml|bin))$/i

/** The files inside a workbook that is a zip, unpacked, by name. */
export type Parts = ReadonlyMap<string, Buffer>

/** Nothing is unpacked before all sizes are known, and nothing grows beyond the size that was declared. */
export function unpackedParts(bytes: Uint8Array): Parts {
  const entries = zipEntries(bytes)?.filter(({ name }) => READ.test(name))
  if (entries === undefined) throw new UnreadableWorkbook('damaged')
  if (!entries.some(({ name }) => NEEDED.test(name))) throw new UnreadableWorkbook('no-workbook')
  if (entries.some(({ encrypted }) => encrypted)) throw new UnreadableWorkbook('protected')
  const declared = entries.reduce((sum, { size }) => sum + size, 0)
  if (!(declared <= MOST_UNPACKED)) throw new UnreadableWorkbook('too-large')
  return new Map(entries.map((entry) => [entry.name, unpacked(bytes, entry)]))
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const packed = packedBytes(bytes, entry)
  const whole = packed === undefined ? undefined : inflated(packed, entry)
  if (whole?.length !== entry.size || crc32(whole) !== entry.checksum) throw new UnreadableWorkbook('damaged')
  return whole
}

function inflated(packed: Uint8Array, { method, size }: ZipEntry): Buffer | undefined {
  if (method === 0) return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 })
  } catch {
    return undefined
  }
}
