import type { Ctx } from '../kernel/ctx.ts'
import { visible } from '../kernel/display.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { understoodWords as u } from '../kernel/messages/understood.ts'
import { readableTime } from '../kernel/calendar.ts'
import { asIs, say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { OpenBook } from '../store/open-book.ts'
import { bookPeopleWords as w } from '../kernel/messages/book-people.ts'
import { columnName, fieldOf, mappingOf } from './columns.ts'
import type { BookColumns } from './columns.ts'
import { DEFAULTED } from './draft.ts'
import type { Draft } from './draft.ts'
import { sourceTalk } from './source-sheet.ts'
import type { People } from './people.ts'
import type { StagedBook } from './stage-rows.ts'

/** Says something on stderr while a verb is at work. */
export async function tell(ctx: Ctx, texts: readonly Text[]): Promise<void> {
  for (const text of texts) await ctx.err.write(`${visible(say(text, ctx.language))}\n`)
}

/** How the file was understood, before any of it is written. */
export function detectionTalk(file: string, book: OpenBook, columns: BookColumns, year: number | undefined): Text[] {
  return [
    ...sourceTalk(file, book),
    ...(columns.isOwn ? [t.ownExport] : mappingOf(columns).map(({ column, field }) => t.mapped(column, field))),
    ...weakerColumns(columns),
    ...(year === undefined ? [] : [t.yearOfTitle(year)]),
  ]
}

/** Columns that stand back behind one that tells the same field more plainly. */
function weakerColumns({ headings, unmapped, at }: BookColumns): Text[] {
  return unmapped.flatMap((index) => {
    const field = fieldOf(headings[index] ?? '')
    const winner = field === undefined ? -1 : at[field]
    return field === undefined || winner < 0
      ? []
      : [u.weaker(columnName(headings, index), field, columnName(headings, winner))]
  })
}

/** The first rows as they will be imported. */
function rowTalk(drafts: readonly Draft[], { zone }: Ctx): Text[] {
  if (drafts.length === 0) return []
  const line = (d: Draft): string =>
    [
      // Only what the book says: a number of ours may still move.
      d.import_hash === null ? '' : (d.ticket_no ?? ''),
      readableTime(zone, d.reported_at),
      d.branch,
      d.fault_class,
      d.customer_name,
      d.phone,
      d.address,
      d.symptom,
      d.repaired_at === null ? '' : readableTime(zone, d.repaired_at),
    ]
      .filter((part) => part !== '')
      .join('  ')
  return [t.firstRows, ...drafts.map((draft) => asIs(`  ${line(draft)}`))]
}

/** What the rows turned out to be, before any of them is written. */
export function stagedTalk(staged: StagedBook, { keys, unmapped }: BookColumns, ctx: Ctx): Text[] {
  const { first, refusals, skipped, stager, used } = staged
  const { byDefault, recounted, imported, duplicates } = stager.counts
  const kept = used.named(unmapped, keys)
  const left = kept.length === 0 ? [] : [t.unmapped(kept)]
  const counts = u.counts(staged.rows_read, imported, duplicates, staged.rejected)
  const deadlines = recounted === 0 ? [] : [t.recounted(recounted)]
  const { title, header, total } = skipped
  const passed = title + header + total === 0 ? [] : [t.skipped(title, header, total)]
  const several = stager.counts.several === 0 ? [] : [w.severalPeople(stager.counts.several)]
  const defaults = [...defaultTalk(byDefault), ...several, ...deadlines]
  return [...left, ...rowTalk(first, ctx), ...passed, counts, ...refusals.talk(), ...defaults]
}

/** Whom the import makes, before it is done. */
export function proposalTalk(people: People): Text[] {
  const proposed = people.proposals()
  if (proposed.length === 0) return []
  return [w.wouldCreate(proposed.length), ...proposed.map(({ made, near }) => w.proposed(made, near))]
}

/** `fault_class 12, repaired_at 3`. */
function defaultTalk(byDefault: ReadonlyMap<number, number>): Text[] {
  const parts = Object.entries(DEFAULTED).flatMap(([field, bit]) => {
    const count = [...byDefault].filter(([bits]) => (bits & bit) !== 0).reduce((sum, [, n]) => sum + n, 0)
    return count === 0 ? [] : [`${field} ${count}`]
  })
  return parts.length === 0 ? [] : [t.defaults(parts)]
}
