import { codeWords } from '../kernel/messages/codes.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords } from '../kernel/messages/fields.ts'
import { understoodWords as t } from '../kernel/messages/understood.ts'
import { paper, record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { htmlPaper } from '../kernel/paper-html.ts'
import type { Sheet } from '../kernel/sheet.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { View } from '../kernel/view.ts'
import type { BookReport } from './import-report.ts'

/** The same as a page, for whoever knows the book. */
export const pageFlag = { format: f.choice(['text', 'html'], t.format, codeWords.paper_format) }

export interface PageAsked {
  readonly dry_run: boolean
  readonly format: 'text' | 'html' | undefined
}

/** A page says what would be done: it is made before anything is. */
export function requireDryRun({ dry_run, format }: PageAsked): void {
  if (format === 'html' && !dry_run) throw new Fault('USAGE', t.onlyDry, t.onlyDryNext)
}

/** What was understood of a book. */
export interface Understood<R extends BookReport> {
  readonly file: string
  /** How it is written, and what of it is not read. */
  readonly source: readonly Text[]
  /** What its rows turned out to be. */
  readonly found: readonly Text[]
  readonly report: R
}

/** The report, or the page that says the same as was told on stderr. */
export function answerOf<R extends BookReport>(
  { language }: Ctx,
  { format }: PageAsked,
  view: View<R>,
  understood: Understood<R>,
): Outcome {
  const { report } = understood
  const status = report.rejected > 0 ? 3 : 0
  if (format !== 'html') return record(view, report, { status })
  const title = `${say(t.title, language)} ${report.book}`
  return paper(htmlPaper([pageOf(understood, language)], title, language), view, [report], { status })
}

function pageOf<R extends BookReport>(understood: Understood<R>, language: Ctx['language']): Sheet {
  const { file, source, found, report } = understood
  const lines = (texts: readonly Text[]): Sheet['parts'] =>
    texts.length === 0 ? [] : [{ kind: 'lines', lines: texts.map((text) => say(text, language)) }]
  const counts = (['rows_read', 'imported', 'duplicates', 'rejected'] as const).map((key) => ({
    head: say(fieldWords[key], language),
    value: String(report[key]),
  }))
  const heads = [t.column, t.field, t.meaning].map((text) => say(text, language))
  const rows = report.columns.map(({ column, field }) => [[column], [field], [wordOf(field, language)]])
  return {
    parts: [
      {
        kind: 'title',
        office: file,
        title: say(t.title, language),
        number: report.book,
        mark: say(t.nothingYet, language),
      },
      ...lines(source),
      { kind: 'entries', entries: { heads, rows, tick: undefined } },
      { kind: 'fields', fields: counts },
      ...lines(found),
    ],
  }
}

function wordOf(field: string, language: Ctx['language']): string {
  const word = (fieldWords as Readonly<Record<string, Text | undefined>>)[field]
  return word === undefined ? '' : say(word, language)
}
