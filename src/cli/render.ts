import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { checkedText } from '../kernel/flags.ts'
import { encode } from '../kernel/gb18030.ts'
import type { Encoding } from '../kernel/gb18030.ts'
import { visible, wrap } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { workbookWords as w } from '../kernel/messages/workbooks.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { asIs, say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { eachBlock } from './each-block.ts'
import type { Page } from './measure-table.ts'
import type { OpenPager } from './pager.ts'
import { PLAIN, paintFor } from './paint.ts'
import type { Globals } from './globals.ts'
import { asJson } from './render-json.ts'

/** Takes pieces of output, in order. */
type Write = (piece: string | Uint8Array) => Promise<void>

/** Refuses what could not be printed before anything is done: a change that was made must not end as a usage error. */
export async function requirePrintable({ json, csv, output, encoding }: Globals, office: string): Promise<void> {
  if (json && csv) throw new Fault('USAGE', t.bothFormats)
  if (output === undefined) return
  checkedText(output, '--output')
  const { refuseTextTarget } = await import('../store/atomic-file.ts')
  const { refuseOffice } = await import('../store/database-target.ts')
  if (isWorkbook(output) && (json || csv || encoding !== undefined)) throw new Fault('USAGE', w.notXlsx(output))
  if (/\.xls$/i.test(output)) throw new Fault('INVALID_VALUE', w.oldKind(output))
  refuseTextTarget(output)
  refuseOffice(output, office)
}

/** What was called, as far as it matters for what is shown. */
interface Called {
  readonly path: string
  /** Something was changed: then a line says what, and nothing is paged. */
  readonly changed: boolean
  readonly openPager: OpenPager
}

/** Data to stdout or the file, talk to stderr. */
export async function render(outcome: Outcome, ctx: Ctx, globals: Globals, called: Called): Promise<void> {
  if (globals.output !== undefined) await writeToFile(globals.output, outcome, ctx, globals)
  else if (isForEyes(outcome, globals)) await showTo(outcome, ctx, globals, called)
  else await write(outcome, ctx, globals, (piece) => ctx.out.write(piece))
  await talk(outcome.notes, ctx)
}

async function writeToFile(file: string, outcome: Outcome, ctx: Ctx, globals: Globals): Promise<void> {
  const { writeFileAtomically } = await import('../store/atomic-file.ts')
  if (isWorkbook(file) && outcome.kind !== 'nothing') {
    const { workbookOf } = await import('./render-workbook.ts')
    const bytes = await workbookOf(file, outcome, ctx, globals.headers === 'zh' ? 'zh' : 'en')
    return await writeFileAtomically(file, (piece) => piece(bytes))
  }
  await writeFileAtomically(file, (piece) => write(outcome, ctx, globals, piece))
}

function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file)
}

/** One line each on stderr. */
export async function talk(notes: readonly Text[], ctx: Pick<Ctx, 'err' | 'language'>): Promise<void> {
  const width = ctx.err.columns ?? Infinity
  for (const note of notes) {
    await ctx.err.write(`${wrap(visible(say(note, ctx.language)), width).join('\n')}\n`)
  }
}

async function write(outcome: Outcome, ctx: Ctx, globals: Globals, to: Write): Promise<void> {
  if (outcome.kind === 'nothing') return
  if (globals.json) return await writeJson(outcome, ctx, to)
  if (globals.csv) return await writeCsv(outcome, ctx, globals, to)
  if (outcome.kind === 'paper') {
    const bytes =
      typeof outcome.paper === 'string' ? encode(outcome.paper, encodingOf(globals, 'utf-8')) : outcome.paper
    return await to(bytes)
  }
  if (outcome.kind === 'stream' || (globals.output !== undefined && outcome.kind === 'records')) {
    return await writeCsv(outcome, ctx, globals, to)
  }
  const encoding = encodingOf(globals, 'utf-8')
  for (const piece of await piecesOf(outcome, ctx, FILE)) await to(encode(piece, encoding))
}

type ForEyes = Extract<Outcome, { kind: 'record' | 'records' }>

function isForEyes(outcome: Outcome, { json, csv }: Globals): outcome is ForEyes {
  return !json && !csv && (outcome.kind === 'record' || outcome.kind === 'records')
}

const FILE: Page = { columns: undefined, paint: PLAIN }

async function piecesOf(outcome: ForEyes, ctx: Ctx, page: Page): Promise<Iterable<string>> {
  if (outcome.kind === 'record') {
    const { asRecord } = await import('./render-record.ts')
    const hasLists = outcome.view.some((column) => column.nested === true)
    const draw = page.columns !== undefined && hasLists ? (await import('./boxed-table.ts')).boxed : undefined
    return asRecord(outcome.view, outcome.row, ctx, page, { brief: outcome.brief, draw })
  }
  const { asTable } = await import('./render-table.ts')
  const view = page.columns === undefined ? outcome.view : (outcome.eyes ?? outcome.view)
  return asTable(view, outcome.rows, ctx, page)
}

async function showTo(outcome: ForEyes, ctx: Ctx, globals: Globals, called: Called): Promise<void> {
  const encoding = encodingOf(globals, 'utf-8')
  if (!called.changed || ctx.out.columns === undefined) return await show(outcome, ctx, called.openPager, encoding)
  const { briefOf } = await import('./brief.ts')
  const lines = globals.verbose ? undefined : await briefOf(called.path, outcome, ctx)
  if (lines === undefined) return await show(outcome, ctx, undefined, encoding)
  await ctx.out.write(lines.map((line) => `${line}\n`).join(''))
}

/** What people read goes page by page where it is longer than their screen. */
async function show(outcome: ForEyes, ctx: Ctx, openPager: OpenPager, encoding: Encoding): Promise<void> {
  if (outcome.kind === 'records' && outcome.rows.length === 0) return await talk([outcome.empty], ctx)
  if (outcome.screen !== undefined && ctx.out.columns !== undefined) {
    const { showScreen, keepShowing } = await import('./render-screen.ts')
    if (outcome.kind === 'record' && outcome.again !== undefined)
      return await keepShowing(outcome.screen, outcome.again, ctx)
    return await showScreen(outcome.screen, ctx)
  }
  const page = { columns: ctx.out.columns, paint: await paintFor(ctx.out.colour) }
  const pieces = await piecesOf(outcome, ctx, page)
  if (ctx.out.columns === undefined && encoding === 'gb18030') {
    for (const piece of pieces) await ctx.out.write(encode(piece, encoding))
    return
  }
  const { writePaged } = await import('./pager.ts')
  await writePaged(pieces, ctx, openPager)
}

async function writeJson(outcome: Exclude<Outcome, { kind: 'nothing' }>, ctx: Ctx, to: Write): Promise<void> {
  if (outcome.kind === 'record') return await to(`${asJson(outcome.view, outcome.row, ctx.zone)}\n`)
  if (outcome.kind === 'paper' && outcome.single === true) {
    return await to(`${asJson(outcome.view, outcome.rows[0], ctx.zone)}\n`)
  }
  let before = '['
  await eachBlock(outcome, ctx, async (rows) => {
    await to(before + rows.map((row) => asJson(outcome.view, row, ctx.zone)).join(',\n'))
    before = ',\n'
  })
  await to(before === '[' ? '[]\n' : ']\n')
}

async function writeCsv(
  outcome: Exclude<Outcome, { kind: 'nothing' }>,
  ctx: Ctx,
  globals: Globals,
  to: Write,
): Promise<void> {
  const { csvWriter } = await import('../kernel/csv-view.ts')
  const isFile = globals.output !== undefined
  const encoding = encodingOf(globals, isFile ? 'utf-8-bom' : 'utf-8')
  const csv = csvWriter(outcome.view, ctx.zone, {
    encoding,
    lineEnd: isFile ? '\r\n' : '\n',
    headers: globals.headers === 'zh' ? 'zh' : 'en',
    ...(!isFile && ctx.out.columns !== undefined && { shown: visible }),
  })
  await to(csv.start())
  if (outcome.kind === 'record') return await to(csv.lines([outcome.row]))
  await eachBlock(outcome, ctx, (rows) => to(csv.lines(rows)))
}

function encodingOf(globals: Globals, usual: Encoding): Encoding {
  const chosen = globals.encoding
  if (chosen === undefined) return usual
  if (chosen === 'utf-8' || chosen === 'utf-8-bom' || chosen === 'gb18030') return chosen
  throw new Fault('INVALID_VALUE', asIs(chosen))
}
