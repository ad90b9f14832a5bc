import type { ReadDb } from '../kernel/db.ts'
import type { ImportRecord } from './import-record.ts'
import type { ImportReport } from './import-report.ts'
import { readImports } from './queries.ts'

const SOURCES = `
  select ticket_no, source from ticket where import_id = $1 and source is not null and ticket_no > $2
  order by ticket_no limit $3`

/** The lines of a file that became tickets when the very same file was imported before: a bit for each. */
export class KnownLines {
  private bits = new Uint8Array(1 << 13)
  /** Rows of a rejects file are known by the line of their book. */
  private readonly sources = new Set<string>()

  addLine(line: number): void {
    const byte = line >> 3
    if (byte >= this.bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.bits.length * 2))
      larger.set(this.bits)
      this.bits = larger
    }
    this.bits[byte] = (this.bits[byte] ?? 0) | (1 << (line & 7))
  }

  addSource(source: string): void {
    this.sources.add(source)
  }

  hasLine(line: number): boolean {
    return ((this.bits[line >> 3] ?? 0) & (1 << (line & 7))) !== 0
  }

  /** `book:line`, as the marks of a rejects file say. */
  hasSource(source: string): boolean {
    return this.sources.has(source)
  }
}

/** The imports of books that were not undone: only after one a file can have come before. */
export async function standingImports(db: ReadDb): Promise<ImportRecord[]> {
  return (await readImports(db)).filter(({ kind, undone_at }) => kind === 'tickets' && undone_at === null)
}

/** Absent where no such file was imported. */
export async function knownLines(
  db: ReadDb,
  imports: readonly ImportRecord[],
  hash: string,
): Promise<KnownLines | undefined> {
  const same = imports.filter(({ file_hash }) => file_hash === hash)
  if (same.length === 0) return undefined
  const known = new KnownLines()
  for (const one of same) {
    const add = isOfRejects(one)
      ? (source: string): void => known.addSource(source)
      : (source: string): void => known.addLine(lineOf(source))
    await eachSource(db, one, add)
  }
  const books = same.filter((one) => !isOfRejects(one)).map(({ book }) => book)
  const isOnlyOne = (book: string): boolean =>
    imports.every((other) => other.book !== book || other.file_hash === hash || isOfRejects(other))
  const prefixes = books.filter(isOnlyOne).map((book) => `${book}:`)
  for (const one of prefixes.length === 0 ? [] : imports.filter(isOfRejects)) {
    // Its corrected rows are lines of this file, unless another file has the name of its book.
    await eachSource(db, one, (source) => {
      if (prefixes.includes(source.slice(0, source.lastIndexOf(':') + 1))) known.addLine(lineOf(source))
    })
  }
  return known
}

async function eachSource(db: ReadDb, { import_id }: ImportRecord, take: (source: string) => void): Promise<void> {
  for await (const rows of db.each(SOURCES, [import_id], 'ticket_no', '')) {
    for (const { source } of rows) take(String(source))
  }
}

/** Only a rejects file has the lines of another one. */
function isOfRejects({ report }: ImportRecord): boolean {
  return (JSON.parse(report) as ImportReport).columns.some(({ field }) => field === '_line')
}

function lineOf(source: string): number {
  return Number(source.slice(source.lastIndexOf(':') + 1))
}
