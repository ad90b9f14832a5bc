import { BOOK_ENCODINGS } from '../kernel/book-encoding.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { bookWords as b } from '../kernel/messages/books.ts'
import { rosterWords as t } from '../kernel/messages/duty-import.ts'
import { verb } from '../kernel/verb.ts'
import { readNamedShift } from '../duty/roster.ts'
import type { Hours } from '../duty/roster.ts'
import { readDelimiter } from './delimiter.ts'
import { emptyFlag } from './empty-flag.ts'
import { importRosterBook } from './import-roster-book.ts'
import { sheetFlag } from './source-sheet.ts'
import { pageFlag } from './understood.ts'

interface NamedShift {
  readonly name: string
  readonly hours: Hours
}

export const importRoster = verb({
  path: 'duty import',
  summary: t.summary,
  notes: t.notes,
  examples: [
    'baoxiu duty import 2008值班表.csv --shift 早班=08:00-16:00 --shift 中班=16:00-24:00 --shift 夜班=0:00-8:00 --dry-run',
    'baoxiu duty import 2008值班表.csv.rejects.csv --shift 早班=08:00-16:00',
  ],
  operands: { file: f.required(f.fileToRead(b.file)) },
  flags: {
    shift: f.several(f.optional('NAME=HOURS', t.shift, readShift)),
    dry_run: f.toggle(b.dryRun),
    ...pageFlag,
    strict: f.toggle(b.strict),
    ...sheetFlag,
    encoding: f.otherwise(f.choice(['auto', ...BOOK_ENCODINGS], b.encoding), 'auto'),
    delimiter: f.optional('CHAR', b.delimiter, readDelimiter),
    book: f.text('NAME', b.book),
    year: f.whole(b.year, 1970),
    fill_down: f.toggle(t.fillDown),
    empty: emptyFlag,
    rejects: f.text('FILE', b.rejects),
  },
  faults: ['CANNOT_READ', 'ROWS_REFUSED', 'DB_BUSY'],
  run: (ctx, given) =>
    importRosterBook(ctx, {
      ...given,
      empty: given.empty ?? [],
      named: named(given.shift),
      encoding: given.encoding === 'auto' ? undefined : given.encoding,
    }),
})

function readShift(typed: string, label: string): NamedShift {
  const shift = readNamedShift(typed)
  if ('en' in shift) throw new Fault('INVALID_VALUE', t.badShift(label, typed, shift))
  return shift
}

function named(shifts: readonly NamedShift[]): ReadonlyMap<string, Hours> {
  const byName = new Map<string, Hours>()
  for (const { name, hours } of shifts) {
    if (byName.has(name)) throw new Fault('INVALID_VALUE', t.shiftTwice(name))
    byName.set(name, hours)
  }
  return byName
}
