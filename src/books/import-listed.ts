import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as b } from '../kernel/messages/books.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { joined, say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { readOffice } from '../office/queries.ts'
import { giveWay } from '../store/interrupted.ts'
import { openBook } from '../store/open-book.ts'
import type { OpenBook } from '../store/open-book.ts'
import { refuseShape, requireClear, requireList } from './book-shape.ts'
import { tell } from './book-talk.ts'
import { CellReader } from './cells/cell-reader.ts'
import { columnName } from './columns.ts'
import type { ImportKind } from './import-record.ts'
import { importReportView } from './import-report.ts'
import type { ImportReport } from './import-report.ts'
import type { ListAsked, NamedList } from './list-flags.ts'
import { mapList, markOf } from './listed-columns.ts'
import type { ListColumns, ListMeaningOf } from './listed-columns.ts'
import { RowRefused, listLines } from './listed-rows.ts'
import type { ListLine, ListRow } from './listed-rows.ts'
import { insertImport, nextImportId } from './queries.ts'
import { RefusalCounts } from './refusal-counts.ts'
import { refusalText } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { RejectsFile, freeRejectsName } from './rejects-file.ts'
import { bookNamed, sourceOf, sourceReport, sourceTalk } from './source-sheet.ts'
import { answerOf, requireDryRun } from './understood.ts'
import { UsedColumns } from './used-columns.ts'

/** What a good row says that is new. */
export interface Deed {
  /** Something of it came from a default. */
  readonly defaulted: boolean
  apply(db: WriteDb): Promise<void>
}

/** Judges rows in order, by the office and by the rows before; throws `RowRefused`, or a fault of the row. */
export interface Judge<F extends string> {
  /** Absent: all of it is known. */
  judge(row: ListRow<F>): Promise<Deed | undefined>
}

/** One kind of list that can be brought in. */
export interface ListKind<F extends string> {
  readonly kind: ImportKind
  readonly meaningOf: ListMeaningOf<F>
  /** Without these columns it is another file. */
  readonly needed: readonly F[]
  /** Headings of our own export, whose cells are read to the letter. */
  readonly own: readonly string[]
  judge(db: ReadDb, ctx: Ctx, book: OpenBook): Promise<Judge<F>>
}

interface Work<F extends string> {
  readonly asked: NamedList
  readonly kind: ListKind<F>
  readonly book: OpenBook
  readonly columns: ListColumns<F>
  readonly lines: readonly ListLine<F>[]
  readonly rejects: RejectsFile
}

/** What became of the rows. */
interface Done {
  readonly imported: number
  readonly duplicates: number
  readonly defaulted: number
  readonly refused: number
  readonly refusals: RefusalCounts
}

/** Reads a whole list, then judges and writes its rows in one transaction; with `--dry-run` it only judges. */
export async function importListed<F extends string>(ctx: Ctx, kind: ListKind<F>, typed: ListAsked): Promise<Outcome> {
  requireDryRun(typed)
  const noHeader = { what: t.noListHeader(typed.file, kind.needed), next: t.noListHeaderNext }
  const fieldOf = (heading: string): string | undefined => markOf(heading) ?? kind.meaningOf(heading)?.field
  const book = await openBook({ ...typed, ...sourceOf(ctx), fieldOf, noHeader, refuseShape: refuseShape(fieldOf) })
  const asked = { ...typed, book: bookNamed(typed.book, typed.file, book) }
  const columns = mapList(book.header.cells, kind.meaningOf)
  if (!kind.needed.every((field) => columns.at.has(field)))
    throw new Fault('INVALID_VALUE', noHeader.what, noHeader.next)
  requireList(asked.file, book, fieldOf, true)
  requireClear(asked.file, book.header.cells, columns.unclear, false)
  await tell(ctx, detection(asked.file, book, columns))
  const own = book.header.cells.filter((heading) => markOf(heading) === undefined).join()
  const lines: ListLine<F>[] = []
  const reader = kind.own.includes(own) ? undefined : new CellReader(asked.empty)
  reader?.suspect()
  for await (const line of listLines(book, columns, reader, fieldOf)) lines.push(line)
  const rejects = new RejectsFile(rejectsName(asked), book.header.cells)
  const work = { asked, kind, book, columns, lines, rejects }
  try {
    const { done, import_id } = await (asked.dry_run
      ? ctx.reading(async (db) => ({ done: await judged(ctx, db, work), import_id: null }))
      : ctx.writing((db) => adopted(ctx, db, work)))
    const found = done.refusals.talk()
    await tell(ctx, found)
    const report = { ...reportOf(work, done), import_id, rejects_file: await rejects.keep() }
    return answerOf(ctx, asked, importReportView, {
      file: asked.file,
      source: sourceTalk(asked.file, book),
      found,
      report,
    })
  } catch (error) {
    await rejects.discard()
    throw error
  }
}

async function adopted<F extends string>(
  ctx: Ctx,
  db: WriteDb,
  work: Work<F>,
): Promise<{ done: Done; import_id: string | null }> {
  const { asked, book, kind, rejects } = work
  const done = await judged(ctx, db, work, (deed) => deed.apply(db))
  if (done.refused > 0 && asked.file === '-' && asked.rejects === undefined)
    throw new Fault('USAGE', b.noRejectsName(done.refused))
  await rejects.finish()
  const report = reportOf(work, done)
  if (asked.strict && done.refused > 0) {
    const kept = await rejects.keep()
    throw new Fault('ROWS_REFUSED', b.strictRefused(done.refused, report.rows_read, kept), b.strictNext)
  }
  if (done.imported === 0) return { done, import_id: null }
  const import_id = await nextImportId(db, (await readOffice(db)).office_code, ctx)
  const { rows_read, imported, duplicates, rejected } = report
  await insertImport(db, {
    import_id,
    kind: kind.kind,
    book: asked.book,
    file_hash: book.hash(),
    imported_at: ctx.now,
    imported_by: ctx.actor,
    rows_read,
    imported,
    duplicates,
    rejected,
    report: JSON.stringify({ ...report, import_id }),
    undone_at: null,
  })
  return { done, import_id }
}

const BLOCK = 256

/** Row by row: what is new is handed to `apply`, what is refused goes to the rejects file. */
async function judged<F extends string>(
  ctx: Ctx,
  db: ReadDb,
  work: Work<F>,
  apply: (deed: Deed) => Promise<void> = async () => undefined,
): Promise<Done> {
  const judge = await work.kind.judge(db, ctx, work.book)
  const refusals = new RefusalCounts()
  const counts = { imported: 0, duplicates: 0, defaulted: 0, refused: 0 }
  for (const [index, line] of work.lines.entries()) {
    if (index % BLOCK === 0) await giveWay(ctx.signal)
    const found = await verdictOn(line, judge)
    if (found === undefined) counts.duplicates += 1
    else if (Array.isArray(found)) {
      counts.refused += 1
      await refuse(ctx, work, line.row, found, refusals)
    } else {
      counts.imported += 1
      if (found.defaulted) counts.defaulted += 1
      await apply(found)
    }
  }
  return { ...counts, refusals }
}

async function verdictOn<F extends string>(
  { row, bad }: ListLine<F>,
  judge: Judge<F>,
): Promise<Deed | Refusal[] | undefined> {
  if (bad !== undefined) return [bad]
  try {
    return await judge.judge(row)
  } catch (error) {
    if (error instanceof RowRefused) return [...error.refusals]
    // What a person would be told of such a value is told of the row.
    if (error instanceof Fault && (error.status === 2 || error.status === 4))
      return [{ column: '', value: '', why: error.what }]
    throw error
  }
}

async function refuse<F extends string>(
  ctx: Ctx,
  { asked, rejects }: Work<F>,
  row: ListRow<F>,
  found: readonly Refusal[],
  refusals: RefusalCounts,
): Promise<void> {
  for (const refusal of found) refusals.add(row.line, refusal)
  const { book, line } = row.origin(asked.book)
  const reason = say(joined(found.map(refusalText), { en: '; ', zh: '；' }), ctx.language)
  await rejects.add(row.cells, line, reason, book)
}

function rejectsName({ dry_run, rejects, file }: ListAsked): string | undefined {
  if (dry_run) return undefined
  return rejects ?? (file === '-' ? undefined : freeRejectsName(file))
}

function mappingOf<F extends string>({ at, headings }: ListColumns<F>): { column: string; field: string }[] {
  return [...at].map(([field, index]) => ({ column: columnName(headings, index), field }))
}

function detection<F extends string>(file: string, book: OpenBook, columns: ListColumns<F>): Text[] {
  const left = columns.unmapped.map((index) => columnName(columns.headings, index))
  return [
    ...sourceTalk(file, book),
    ...mappingOf(columns).map(({ column, field }) => b.mapped(column, field)),
    ...(left.length === 0 ? [] : [t.notTaken(left)]),
  ]
}

function reportOf<F extends string>({ asked, book, columns, lines }: Work<F>, done: Done): ImportReport {
  const used = new UsedColumns(columns.unmapped)
  for (const { row } of lines) used.note(row.cells)
  const names = columns.unmapped.map((index) => columnName(columns.headings, index))
  return {
    import_id: null,
    book: asked.book,
    ...sourceReport(book),
    columns: mappingOf(columns),
    unmapped_columns: used.named(columns.unmapped, names),
    rows_read: done.imported + done.duplicates + done.refused,
    imported: done.imported,
    duplicates: done.duplicates,
    rejected: done.refused,
    defaulted: done.defaulted,
    filed: 0,
    rejects_file: null,
    created_branches: [],
    created_staff: [],
    dry_run: asked.dry_run,
  }
}
