import type { ReadDb } from '../kernel/db.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { JournalEntry } from '../store/journal.ts'
import { spanOf } from './export-tickets.ts'
import { spanFlags } from './span-flags.ts'

const ENTRIES = `
  select entry, at, actor, verb, subject, tbl, before, after, reason from journal
  where at >= $1 and at < $2 and entry > $3 order by entry limit $4`

const journalView: View<JournalEntry> = [
  v.count('entry', h.journal_entry, (e) => e.entry),
  v.moment('at', h.at, (e) => e.at),
  v.text('actor', h.actor, (e) => e.actor),
  v.text('verb', h.verb, (e) => e.verb),
  v.text('subject', h.subject, (e) => e.subject),
  v.text('table', h.table, (e) => e.tbl),
  v.text('before', h.before, (e) => e.before),
  v.text('after', h.after, (e) => e.after),
  v.text('reason', h.reason, (e) => e.reason),
]

export const exportJournal = verb({
  path: 'export journal',
  summary: t.exportJournal,
  notes: t.spanNotes.journal,
  examples: [
    'baoxiu export journal --from 2026-11-01 --to 2026-11-07 -o journal.csv',
    'baoxiu export journal --month 2026-11 --json',
  ],
  operands: {},
  flags: spanFlags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const { from, to } = spanOf(ctx.zone, given)
    return stream(journalView, (db: ReadDb) => {
      // Strict columns guarantee the shape.
      return db.each(ENTRIES, [from, to], 'entry', 0) as AsyncIterable<unknown> as AsyncIterable<JournalEntry[]>
    })
  },
})
