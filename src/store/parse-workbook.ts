import * as XLSX from '@e965/xlsx'
import type { SheetCell } from '../kernel/sheet-cell.ts'
import { scanSheets } from './sheet-scan.ts'
import type { SheetScan } from './sheet-scan.ts'
import { UnreadableWorkbook, unpackedParts } from './workbook-parts.ts'

interface Corner {
  readonly r: number
  readonly c: number
}

interface Range {
  readonly s: Corner
  readonly e: Corner
}

interface RawSheet {
  readonly '!data'?: (SheetCell[] | undefined)[]
  readonly '!merges'?: readonly Range[]
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[]
  readonly '!type'?: string
}

interface RawBook {
  readonly SheetNames: readonly string[]
  readonly Sheets: Readonly<Record<string, RawSheet | undefined>>
  readonly Workbook?: {
    readonly Sheets?: readonly ({ readonly Hidden?: number } | undefined)[]
    readonly WBProps?: { readonly date1904?: boolean }
  }
}

/** One sheet of a workbook; its rows are sparse. */
export interface ParsedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly SheetCell[] | undefined)[]
  readonly merges: readonly Range[]
  /** By number, from 1. */
  readonly hiddenRows: readonly number[]
  readonly uncomputed: ReadonlySet<string>
}

export interface ParsedBook {
  readonly from1904: boolean
  readonly sheets: readonly ParsedSheet[]
}

/** The library as it is: its types leave some of it out. */
interface Library {
  read(bytes: Uint8Array, options: object): RawBook
  parse_zip(zip: object, options: object): RawBook
  set_cptable(table: unknown): void
}

const library = XLSX as unknown as Library
// Wrong declared ranges are nothing to go by; text as shown is not made, because many formats lose what they hide.
const OPTIONS = { dense: true, nodim: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: true }

const OLE = 0xd0
const SINCE_1997 = Buffer.from('Workbook', 'utf16le')

/** All sheets of a workbook in memory, or why it cannot be read. */
export async function parseWorkbook(bytes: Uint8Array): Promise<ParsedBook> {
  if (bytes[0] !== OLE) {
    const parts = unpackedParts(bytes)
    const scans = scanSheets(parts)
    return asBook(readZip(parts), scans)
  }
  // Workbooks before 1997 have no Unicode, and another name for the stream of their sheets.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(SINCE_1997))
    library.set_cptable(await import('@e965/xlsx/dist/cpexcel'))
  return asBook(readOle(bytes), new Map())
}

function readZip(parts: ReadonlyMap<string, Buffer>): RawBook {
  const files = Object.fromEntries([...parts].map(([name, part]) => [name, { name, asNodeBuffer: () => part }]))
  return attempt(() => library.parse_zip({ files }, OPTIONS))
}

function readOle(bytes: Uint8Array): RawBook {
  return attempt(() => library.read(bytes, OPTIONS))
}

/** Whatever the library throws is a flaw of the file. */
function attempt(read: () => RawBook): RawBook {
  try {
    return read()
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(message)) throw new UnreadableWorkbook('protected')
    if (/cannot find workbook|could not find workbook|unsupported (?:zip|numbers)/i.test(message))
      throw new UnreadableWorkbook('no-workbook')
    throw new UnreadableWorkbook('damaged')
  }
}

function asBook(raw: RawBook, scans: ReadonlyMap<string, SheetScan>): ParsedBook {
  const sheets = raw.SheetNames.map((name, index): ParsedSheet => {
    const sheet = raw.Sheets[name]
    // The library passes over a sheet that it cannot read.
    if (sheet === undefined) throw new UnreadableWorkbook('damaged')
    const scan = scans.get(name)
    const rows = sheet['!rows'] ?? []
    return {
      name,
      hidden: (raw.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: sheet['!type'] === undefined || sheet['!type'] === 'sheet' ? (sheet['!data'] ?? []) : [],
      merges: sheet['!merges'] ?? [],
      hiddenRows: scan?.hidden ?? [...rows.keys()].filter((row) => rows[row]?.hidden === true).map((row) => row + 1),
      uncomputed: scan?.uncomputed ?? new Set(),
    }
  })
  return { from1904: raw.Workbook?.WBProps?.date1904 === true, sheets }
}
