import { Cancelled, alone } from '../kernel/asker.ts'
import { yearIn } from '../kernel/book-layout.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookPeopleWords } from '../kernel/messages/book-people.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { bulkWords } from '../kernel/messages/bulk.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { Office } from '../office/office.ts'
import { hashOf, openBook } from '../store/open-book.ts'
import type { BookAsked, OpenBook } from '../store/open-book.ts'
import { adoptBook } from './adopt-book.ts'
import { detectionTalk, proposalTalk, stagedTalk, tell } from './book-talk.ts'
import { habitsOf, readFacts } from './book-habits.ts'
import type { Facts } from './book-habits.ts'
import { fieldOfMapped, mapText, namedColumns } from './book-map.ts'
import { refuseShape, requireClear, requireList } from './book-shape.ts'
import { fieldOf, isBareHeading, isOwnHeader, mapColumns, mappingOf } from './columns.ts'
import type { BookColumns } from './columns.ts'
import { holdsHours } from './headings/choose.ts'
import { importReportView } from './import-report.ts'
import type { ImportReport } from './import-report.ts'
import { knownLines, standingImports } from './known-lines.ts'
import type { KnownLines } from './known-lines.ts'
import type { People } from './people.ts'
import { Progress } from './progress.ts'
import { nextImportId } from './queries.ts'
import { RejectsFile, freeRejectsName } from './rejects-file.ts'
import type { NamedTicketBook, TicketBookAsked } from './ticket-book-asked.ts'
import { bookNamed, sourceOf, sourceReport, sourceTalk } from './source-sheet.ts'
import { answerOf, requireDryRun } from './understood.ts'
import { stageRows } from './stage-rows.ts'
import type { StagedBook } from './stage-rows.ts'

/** Reads and checks all of a book, shows what was found, and only then writes: all good rows in one transaction. */
export async function importTicketBook(ctx: Ctx, typed: TicketBookAsked): Promise<Outcome> {
  requireDryRun(typed)
  const facts = await ctx.reading(readFacts)
  const book = await openBook({
    ...writtenAs(typed),
    ...sourceOf(ctx),
    fieldOf: fieldOfMapped(typed.map),
    isOwn: isOwnHeader,
  })
  const asked = { ...typed, book: bookNamed(typed.book, typed.file, book) }
  const columns = columnsOf(asked, book, facts)
  const titleYear = asked.year === undefined ? yearIn(book.titles.map((title) => title.cells.join(' '))) : undefined
  const source = detectionTalk(asked.file, book, columns, titleYear)
  await tell(ctx, source)
  if (asked.map_out !== undefined)
    await (await import('./map-file.ts')).writeMapFile(asked.map_out, mapText(book, columns, asked.year), ctx.signal)
  const habits = habitsOf(ctx, asked, facts, columns, asked.year ?? titleYear)
  const rejects = new RejectsFile(rejectsName(asked), book.header.cells)
  const progress = new Progress(ctx)
  try {
    const known = columns.isOwn ? undefined : await knownOf(ctx, asked.file, book)
    const plan = { book, habits, fillDown: asked.fill_down, officeCode: facts.office.office_code, rejects, known }
    const staged = await ctx.staging((db) => stageRows(ctx, db, plan, progress))
    await progress.clear()
    const found = [...stagedTalk(staged, columns, ctx), ...proposalTalk(habits.people)]
    await tell(ctx, found)
    const report = reportOf(asked, book, columns, staged, habits.people)
    const importing = { ctx, asked, office: facts.office, staged, people: habits.people, report, hash: book.hash() }
    const imported = asked.dry_run ? report : await write(importing, rejects, progress)
    return answerOf(ctx, asked, importReportView, {
      file: asked.file,
      source: sourceTalk(asked.file, book),
      found,
      report: imported,
    })
  } finally {
    await progress.clear()
    await rejects.discard()
  }
}

/** Which rows of the very same file stand as tickets already. A file is hashed beforehand only if there can be any. */
async function knownOf(ctx: Ctx, file: string, book: OpenBook): Promise<KnownLines | undefined> {
  const imports = await ctx.reading(standingImports)
  if (imports.length === 0) return undefined
  const hash = book.sheet === undefined ? await hashOf(file, ctx.signal) : book.hash()
  return hash === undefined ? undefined : ctx.reading((db) => knownLines(db, imports, hash))
}

function columnsOf({ file, map, map_file = '' }: TicketBookAsked, book: OpenBook, { branches }: Facts): BookColumns {
  const headings = book.header.cells
  const { at, missing, twice } = namedColumns(map, headings)
  if (missing.length > 0) throw new Fault('INVALID_VALUE', t.notInBook(map_file, missing))
  if (twice.length > 0) throw new Fault('INVALID_VALUE', t.columnTwice(map_file, twice))
  // A title between the rows says nothing of a column.
  const samples = book.samples
    .map(({ cells }) => cells)
    .filter((cells) => cells.filter((cell) => cell !== '').length > 1)
  const names = new Set(branches.flatMap(({ code, name }) => [code, name.replace(/\s/g, '')]))
  const isBranch = (cell: string): boolean => names.has(foldWidth(cell).replace(/\s/g, ''))
  const columns = mapColumns(headings, at, { samples, isBranch })
  const { reported_at, reported_date } = columns.at
  const hasWholeDate = reported_date >= 0 || (reported_at >= 0 && !holdsHours(samples, reported_at))
  if (!columns.isOwn && map.columns.length === 0) requireList(file, book, fieldOf, hasWholeDate)
  requireClear(file, headings, columns.unclear, true)
  return columns
}

function writtenAs(asked: TicketBookAsked): Omit<BookAsked, 'fieldOf' | 'input' | 'signal'> {
  const { file, sheet, encoding, delimiter, typed, map, map_out } = asked
  const isLenient = map_out !== undefined || map.columns.length > 0
  const layout = { headerLine: map.header_line, lenient: isLenient, isBare: isBareHeading }
  return {
    file,
    sheet,
    encoding,
    delimiter,
    ...layout,
    refuseShape: refuseShape(fieldOf),
    ofRejects: { ...typed, headerLine: undefined },
  }
}

interface Importing {
  readonly ctx: Ctx
  readonly asked: NamedTicketBook
  readonly office: Office
  readonly staged: StagedBook
  readonly people: People
  readonly report: ImportReport
  /** Of the file. */
  readonly hash: string
}

/** The rejects are on the disk before anything is committed, and under their name once it is. */
async function write(importing: Importing, rejects: RejectsFile, progress: Progress): Promise<ImportReport> {
  const { asked, report } = importing
  if (report.rejected > 0 && asked.file === '-' && asked.rejects === undefined) {
    throw new Fault('USAGE', t.noRejectsName(report.rejected))
  }
  await rejects.finish()
  await confirm(importing.ctx, report, importing.people)
  if (asked.strict && report.rejected > 0) {
    const kept = await rejects.keep()
    throw new Fault('ROWS_REFUSED', t.strictRefused(report.rejected, report.rows_read, kept), t.strictNext)
  }
  const import_id = report.imported === 0 ? null : await adopt(importing, progress)
  return { ...report, import_id, rejects_file: await rejects.keep() }
}

/** Detection and first rows were shown; a person who sees them at a terminal has the last word. */
async function confirm(ctx: Ctx, { imported, rejected }: ImportReport, people: People): Promise<void> {
  if (ctx.asker === undefined || ctx.yes) return
  const proposed = people.proposals().length
  if (proposed > 0) await sure(ctx, bookPeopleWords.createSure(proposed))
  if (imported > FEW) await sure(ctx, t.importSure(imported, rejected))
}

async function sure({ asker, language }: Ctx, question: Text): Promise<void> {
  if (asker === undefined) return
  const isSure = await alone(
    asker.key(say(question, language), [
      { key: 'y', word: say(bulkWords.yes, language), value: true },
      { key: 'n', word: say(bulkWords.no, language), value: false },
    ]),
  )
  if (!isSure) throw new Cancelled()
}

const FEW = 3

async function adopt({ ctx, office, staged, people, report, hash }: Importing, progress: Progress): Promise<string> {
  const write = async (db: WriteDb): Promise<string> => {
    const import_id = await nextImportId(db, office.office_code, ctx)
    const { book, rows_read, imported, duplicates, rejected } = report
    const counts = { rows_read, imported, duplicates, rejected }
    const by = { imported_at: ctx.now, imported_by: ctx.actor, undone_at: null }
    const said = JSON.stringify({ ...report, import_id })
    const kept = { import_id, kind: 'tickets' as const, book, file_hash: hash, ...counts, ...by, report: said }
    await adoptBook(ctx, db, office, staged, kept, people, progress)
    return import_id
  }
  return ctx.writing(write, true)
}

function rejectsName(asked: TicketBookAsked): string | undefined {
  if (asked.dry_run) return undefined
  return asked.rejects ?? (asked.file === '-' ? undefined : freeRejectsName(asked.file))
}

function reportOf(
  asked: NamedTicketBook,
  book: OpenBook,
  columns: BookColumns,
  staged: StagedBook,
  people: People,
): ImportReport {
  const { imported, duplicates, defaulted, filed } = staged.stager.counts
  return {
    import_id: null,
    book: asked.book,
    ...sourceReport(book),
    columns: mappingOf(columns),
    unmapped_columns: staged.used.named(columns.unmapped, columns.keys),
    rows_read: staged.rows_read,
    imported,
    duplicates,
    rejected: staged.rejected,
    defaulted,
    filed,
    rejects_file: null,
    created_branches: people.createdBranches.map((branch) => branch.code),
    created_staff: people.createdStaff.map((member) => member.name),
    dry_run: asked.dry_run,
  }
}
