import type { BookEncoding } from '../kernel/book-encoding.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as b } from '../kernel/messages/books.ts'
import { rosterWords as t } from '../kernel/messages/duty-import.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import { insertRoster } from '../duty/queries.ts'
import type { NamedShifts } from '../duty/roster.ts'
import { shiftOfRoster } from '../duty/shift.ts'
import { readOffice } from '../office/queries.ts'
import { openBook } from '../store/open-book.ts'
import type { OpenBook } from '../store/open-book.ts'
import { refuseShape, requireClear, requireList } from './book-shape.ts'
import { tell } from './book-talk.ts'
import { RefusalCounts } from './refusal-counts.ts'
import { columnName } from './columns.ts'
import { placeRoster } from './place-roster.ts'
import type { RosterPlan } from './place-roster.ts'
import { insertImport, nextImportId } from './queries.ts'
import { refusalText } from './refusal.ts'
import { RejectsFile, freeRejectsName } from './rejects-file.ts'
import { isRoster, mapRoster, rosterFieldOf, rosterMapping, rosterWordOf } from './roster-columns.ts'
import type { RosterColumns } from './roster-columns.ts'
import { bookNamed, sourceOf, sourceReport, sourceTalk } from './source-sheet.ts'
import { answerOf, requireDryRun } from './understood.ts'
import type { PageAsked } from './understood.ts'
import { rosterReportView } from './roster-report.ts'
import type { RosterReport } from './roster-report.ts'
import { rosterRows } from './roster-rows.ts'
import type { RosterRow } from './roster-rows.ts'

/** What was asked of one roster. */
interface RosterAsked {
  readonly file: string
  readonly book: string | undefined
  readonly sheet: string | undefined
  readonly named: NamedShifts
  readonly encoding: BookEncoding | undefined
  readonly delimiter: string | undefined
  readonly dry_run: boolean
  readonly format: PageAsked['format']
  readonly strict: boolean
  readonly year: number | undefined
  readonly fill_down: boolean
  readonly empty: readonly string[]
  readonly rejects: string | undefined
}

/** The same once the roster is open, which has a name then. */
interface NamedRoster extends RosterAsked {
  readonly book: string
}

/** Reads all of a roster, shows what was found, and writes its good rows in the transaction that placed them. */
export async function importRosterBook(ctx: Ctx, typed: RosterAsked): Promise<Outcome> {
  requireDryRun(typed)
  const noHeader = { what: t.noHeader(typed.file), next: t.noHeaderNext }
  const fieldOf = (heading: string): string | undefined => rosterFieldOf(heading, typed.named)
  const book = await openBook({ ...typed, ...sourceOf(ctx), fieldOf, noHeader, refuseShape: refuseShape(rosterWordOf) })
  const asked = { ...typed, book: bookNamed(typed.book, typed.file, book) }
  requireList(asked.file, book, rosterWordOf, true)
  const columns = mapRoster(book.header.cells, asked.named)
  requireClear(asked.file, book.header.cells, columns.unclear, false)
  if (!isRoster(columns)) throw new Fault('INVALID_VALUE', noHeader.what, noHeader.next)
  await tell(ctx, detection(asked.file, book, columns))
  const rows = await rosterRows(book, columns, asked, ctx)
  const rejects = new RejectsFile(rejectsName(asked), book.header.cells)
  try {
    if (asked.dry_run) {
      const plan = await ctx.reading((db) => placeRoster(db, rows, ctx.zone))
      return await answer(ctx, { asked, book }, reportOf(asked, book, columns, plan), plan)
    }
    const { plan, import_id } = await ctx.writing((db) => adopt(ctx, db, { asked, book, columns, rows, rejects }))
    const report = { ...reportOf(asked, book, columns, plan), import_id, rejects_file: await rejects.keep() }
    return await answer(ctx, { asked, book }, report, plan)
  } catch (error) {
    await rejects.discard()
    throw error
  }
}

interface Work {
  readonly asked: NamedRoster
  readonly book: OpenBook
  readonly columns: RosterColumns
  readonly rows: readonly RosterRow[]
  readonly rejects: RejectsFile
}

async function adopt(ctx: Ctx, db: WriteDb, work: Work): Promise<{ plan: RosterPlan; import_id: string | null }> {
  const { asked, book, columns, rows, rejects } = work
  const plan = await placeRoster(db, rows, ctx.zone)
  await writeRejects(ctx, plan, work)
  const report = reportOf(asked, book, columns, plan)
  if (asked.strict && report.rejected > 0) {
    const kept = await rejects.keep()
    throw new Fault('ROWS_REFUSED', b.strictRefused(report.rejected, report.rows_read, kept), b.strictNext)
  }
  if (plan.shifts.length === 0) return { plan, import_id: null }
  const import_id = await nextImportId(db, (await readOffice(db)).office_code, ctx)
  await insertImport(db, {
    import_id,
    kind: 'shifts',
    book: asked.book,
    file_hash: book.hash(),
    imported_at: ctx.now,
    imported_by: ctx.actor,
    rows_read: report.rows_read,
    imported: report.imported,
    duplicates: report.duplicates,
    rejected: report.rejected,
    report: JSON.stringify({ ...report, import_id }),
    undone_at: null,
  })
  const shifts = plan.shifts.map(({ row, shift }) =>
    shiftOfRoster({ ...shift, entered_at: ctx.now, source: originOf(row, work).join(':'), import_id }),
  )
  await insertRoster(db, shifts)
  return { plan, import_id }
}

async function writeRejects(ctx: Ctx, plan: RosterPlan, work: Work): Promise<void> {
  const { asked, rejects } = work
  if (plan.refused.length > 0 && asked.file === '-' && asked.rejects === undefined) {
    throw new Fault('USAGE', b.noRejectsName(plan.refused.length))
  }
  for (const { row, refusal } of plan.refused) {
    const [book, line] = originOf(row, work)
    await rejects.add(row.cells, line, say(refusalText(refusal), ctx.language), book)
  }
  await rejects.finish()
}

/** Book and line; those of the first book where the row comes from a rejects file. */
function originOf({ cells, line }: RosterRow, { asked, columns }: Work): [book: string, line: string] {
  const [first, named] = [cells[columns.at._line] ?? '', cells[columns.at._book] ?? '']
  return [named === '' ? asked.book : named, first === '' ? String(line) : first]
}

function rejectsName(asked: RosterAsked): string | undefined {
  if (asked.dry_run) return undefined
  return asked.rejects ?? (asked.file === '-' ? undefined : freeRejectsName(asked.file))
}

function detection(file: string, book: OpenBook, columns: RosterColumns): Parameters<typeof tell>[1] {
  const left = columns.unmapped.map((index) => columnName(columns.headings, index))
  return [
    ...sourceTalk(file, book),
    ...rosterMapping(columns).map(({ column, field }) => b.mapped(column, field)),
    ...(left.length === 0 ? [] : [t.unmapped(left)]),
  ]
}

async function answer(
  ctx: Ctx,
  { asked, book }: Pick<Work, 'asked' | 'book'>,
  report: RosterReport,
  plan: RosterPlan,
): Promise<Outcome> {
  const refusals = new RefusalCounts()
  for (const { row, refusal } of plan.refused) refusals.add(row.line, refusal)
  const found = [...refusals.talk(), ...plan.notes]
  await tell(ctx, found)
  return answerOf(ctx, asked, rosterReportView, {
    file: asked.file,
    source: sourceTalk(asked.file, book),
    found,
    report,
  })
}

function reportOf(asked: NamedRoster, book: OpenBook, columns: RosterColumns, plan: RosterPlan): RosterReport {
  return {
    import_id: null,
    book: asked.book,
    ...sourceReport(book),
    columns: rosterMapping(columns),
    unmapped_columns: columns.unmapped.map((index) => columnName(columns.headings, index)),
    rows_read: plan.imported + plan.duplicates + plan.refused.length,
    imported: plan.imported,
    duplicates: plan.duplicates,
    rejected: plan.refused.length,
    shifts: plan.shifts.length,
    days_off: plan.daysOff,
    rejects_file: null,
    dry_run: asked.dry_run,
  }
}
