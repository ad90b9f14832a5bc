import { MomentReader } from '../kernel/book-moments.ts'
import type { BookEncoding } from '../kernel/book-encoding.ts'
import { yearIn } from '../kernel/book-layout.ts'
import { startOfDay, dayAt } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { findBranch } from '../office/find-people.ts'
import type { Branch, Office, Staff } from '../office/office.ts'
import { readBranches, readOffice, readStaff } from '../office/queries.ts'
import { openBook } from '../store/open-book.ts'
import type { OpenBook } from '../store/open-book.ts'
import type { FaultClass } from '../ticket/ticket.ts'
import { adoptBook } from './adopt-book.ts'
import { defaultTalk, detectionTalk, rowTalk, tell } from './book-talk.ts'
import { columnName, fieldOf, mapColumns, mappingOf } from './columns.ts'
import type { BookColumns } from './columns.ts'
import { importReportView } from './import-report.ts'
import type { ImportReport } from './import-report.ts'
import { People } from './people.ts'
import { Progress } from './progress.ts'
import { nextImportId } from './queries.ts'
import type { RowHabits } from './read-row.ts'
import { RejectsFile, freeRejectsName } from './rejects-file.ts'
import { stageRows } from './stage-rows.ts'
import type { StagedBook } from './stage-rows.ts'

/** What was asked of one book of tickets. */
export interface TicketBookAsked {
  readonly file: string
  readonly book: string
  readonly encoding: BookEncoding | undefined
  readonly delimiter: string | undefined
  readonly dry_run: boolean
  readonly strict: boolean
  readonly default_branch: string | undefined
  readonly default_class: FaultClass | undefined
  readonly year: number | undefined
  readonly fill_down: boolean
  readonly create_missing: boolean
  readonly keep_open: boolean
  readonly rejects: string | undefined
}

interface Facts {
  readonly office: Office
  readonly branches: readonly Branch[]
  readonly staff: readonly Staff[]
}

async function readFacts(db: ReadDb): Promise<Facts> {
  return { office: await readOffice(db), branches: await readBranches(db), staff: await readStaff(db) }
}

/** Reads and checks all of a book, shows what was found, and only then writes: all good rows in one transaction. */
export async function importTicketBook(ctx: Ctx, asked: TicketBookAsked): Promise<Outcome> {
  const facts = await ctx.reading(readFacts)
  const book = await openBook({ ...asked, input: ctx.input, signal: ctx.signal, fieldOf })
  const columns = mapColumns(book.header.cells)
  const titleYear = asked.year === undefined ? yearIn(book.titles.map((title) => title.cells.join(' '))) : undefined
  const habits = habitsOf(ctx, asked, facts, columns, asked.year ?? titleYear)
  const rejects = new RejectsFile(rejectsName(asked), book.header.cells)
  const progress = new Progress(ctx)
  await tell(ctx, detectionTalk(asked.file, book, columns, titleYear))
  try {
    const plan = { book, habits, fillDown: asked.fill_down, officeCode: facts.office.office_code, rejects }
    const staged = await ctx.staging((db) => stageRows(ctx, db, plan, progress))
    await progress.clear()
    await tell(ctx, [
      ...rowTalk(staged.first, ctx),
      ...staged.refusals.talk(),
      ...defaultTalk(staged.stager.counts.byDefault),
    ])
    const report = reportOf(asked, book, columns, staged, habits.people, rejects)
    return await finish(ctx, asked, facts.office, staged, habits.people, rejects, report, book.hash(), progress)
  } catch (error) {
    await progress.clear()
    await rejects.discard()
    throw error
  }
}

async function finish(
  ctx: Ctx,
  asked: TicketBookAsked,
  office: Office,
  staged: StagedBook,
  people: People,
  rejects: RejectsFile,
  report: ImportReport,
  fileHash: string,
  progress: Progress,
): Promise<Outcome> {
  const status = report.rejected > 0 ? 3 : 0
  if (asked.dry_run) {
    await rejects.discard()
    return record(importReportView, report, { status })
  }
  if (report.rejected > 0 && asked.file === '-' && asked.rejects === undefined)
    throw new Fault('USAGE', t.noRejectsName(report.rejected))
  await rejects.finish()
  if (asked.strict && report.rejected > 0) {
    const kept = await rejects.keep()
    throw new Fault('ROWS_REFUSED', t.strictRefused(report.rejected, report.rows_read, kept), t.strictNext)
  }
  const importId =
    report.imported === 0
      ? null
      : await ctx.writing(async (db) => {
          const import_id = await nextImportId(db, office.office_code, ctx)
          const kept = {
            import_id,
            kind: 'tickets' as const,
            book: asked.book,
            file_hash: fileHash,
            imported_at: ctx.now,
            imported_by: ctx.actor,
            rows_read: report.rows_read,
            imported: report.imported,
            duplicates: report.duplicates,
            rejected: report.rejected,
            report: JSON.stringify({ ...report, import_id }),
            undone_at: null,
          }
          await adoptBook(ctx, db, office.office_code, staged, kept, people, progress)
          return import_id
        })
  await progress.clear()
  return record(importReportView, { ...report, import_id: importId, rejects_file: await rejects.keep() }, { status })
}

function habitsOf(
  ctx: Ctx,
  asked: TicketBookAsked,
  facts: Facts,
  columns: BookColumns,
  year: number | undefined,
): RowHabits {
  const { office, branches, staff } = facts
  return {
    columns,
    moments: new MomentReader(
      { year, order: undefined, thisYear: Number(dayAt(ctx.zone, ctx.now).slice(0, 4)) },
      ctx.zone,
    ),
    people: new People(branches, staff, asked.create_missing),
    now: ctx.now,
    book: asked.book,
    defaultBranch: asked.default_branch === undefined ? undefined : findBranch(branches, asked.default_branch).code,
    defaultClass: asked.default_class,
    finesFrom: startOfDay(office.zone, office.fines_from),
    keepOpen: asked.keep_open,
    words: new Map(),
  }
}

function rejectsName(asked: TicketBookAsked): string | undefined {
  if (asked.dry_run) return undefined
  return asked.rejects ?? (asked.file === '-' ? undefined : freeRejectsName(asked.file))
}

function reportOf(
  asked: TicketBookAsked,
  book: OpenBook,
  columns: BookColumns,
  staged: StagedBook,
  people: People,
  rejects: RejectsFile,
): ImportReport {
  const { counts } = staged.stager
  return {
    import_id: null,
    book: asked.book,
    encoding: book.encoding,
    delimiter: book.delimiter,
    header_line: book.header.line,
    columns: mappingOf(columns),
    unmapped_columns: columns.unmapped.map((index) => columnName(columns.headings, index)),
    rows_read: staged.rows_read,
    imported: counts.imported,
    duplicates: counts.duplicates,
    rejected: rejects.count,
    defaulted: counts.defaulted,
    filed: counts.filed,
    rejects_file: null,
    created_branches: people.createdBranches.map((branch) => branch.code),
    created_staff: people.createdStaff.map((member) => member.name),
    dry_run: asked.dry_run,
  }
}
