import { BOOK_ENCODINGS } from '../kernel/book-encoding.ts'
import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { verb } from '../kernel/verb.ts'
import { FAULT_CLASSES } from '../ticket/ticket.ts'
import { NO_MAP } from './book-map.ts'
import { readDelimiter } from './delimiter.ts'
import { emptyFlag } from './empty-flag.ts'
import { importTicketBook } from './import-ticket-book.ts'
import { sheetFlag } from './source-sheet.ts'
import { pageFlag } from './understood.ts'

export const importTickets = verb({
  path: 'import tickets',
  summary: t.importTickets,
  notes: t.importTicketsNotes,
  examples: [
    'baoxiu import tickets 2008.csv --dry-run --format html -o 2008.html',
    'baoxiu import tickets 新庄登记本.xlsx --sheet 2009年 --default-branch XZ --year 2009 --fill-down',
    'baoxiu import tickets 2008.csv.rejects.csv',
  ],
  operands: { file: f.required(f.fileToRead(t.file)) },
  flags: {
    dry_run: f.toggle(t.dryRun),
    ...pageFlag,
    strict: f.toggle(t.strict),
    ...sheetFlag,
    encoding: f.otherwise(f.choice(['auto', ...BOOK_ENCODINGS], t.encoding), 'auto'),
    delimiter: f.optional('CHAR', t.delimiter, readDelimiter),
    map: f.fileToRead(t.map),
    book: f.text('NAME', t.book),
    default_branch: f.text('CODE', t.defaultBranch),
    default_class: f.choice(FAULT_CLASSES, t.defaultClass, codeWords.fault_class),
    year: f.whole(t.year, 1970),
    fill_down: f.toggle(t.fillDown),
    create_missing: f.toggle(t.createMissing),
    keep_open: f.toggle(t.keepOpen),
    empty: emptyFlag,
    rejects: f.text('FILE', t.rejects),
    map_out: f.text('FILE', t.mapOut),
  },
  faults: ['CANNOT_READ', 'BRANCH_UNKNOWN', 'ROWS_REFUSED', 'DB_BUSY'],
  async run(ctx: Ctx, given) {
    const map =
      given.map === undefined ? NO_MAP : await (await import('./map-file.ts')).readMapFile(given.map, ctx.signal)
    const encoding = given.encoding === 'auto' ? undefined : given.encoding
    return importTicketBook(ctx, {
      ...given,
      map,
      typed: { encoding, delimiter: given.delimiter },
      map_file: given.map,
      // What is typed counts more than what the map says.
      encoding: encoding ?? map.encoding,
      delimiter: given.delimiter ?? map.delimiter,
      book: given.book ?? map.book,
      default_branch: given.default_branch ?? map.default_branch,
      default_class: given.default_class ?? map.default_class,
      year: given.year ?? map.year,
      empty: [...(given.empty ?? []), ...(map.empty ?? [])],
      fill_down: given.fill_down || map.fill_down === true,
    })
  },
})
