import { Database } from '../sqlite.ts'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, readFileSync, rmSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ticketView } from '../../src/ticket/views.ts'
import { BINARY } from '../binary.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { bareNode, baoxiu, tell, times } from './measure.ts'
import { writeMillionBook } from './million-book.ts'

const ROWS = 1_000_000
const NOW = '2026-11-22 09:00:00'
const MOST_MEMORY = 250

/** Books in and out: every check beside a pipeline that checks nothing. */
export async function benchBooks(): Promise<void> {
  const desk = await openDesk({ now: NOW })
  const book = desk.path('million.csv')
  await writeMillionBook(book, ROWS)
  console.log(`\nA book of ${ROWS.toLocaleString('en')} rows, ${megabytes(statSync(book).size)} in GB18030`)
  await benchImport(book, desk)
  await benchExport(desk)
  const check = baoxiu(['check'], { env: { BAOXIU_DB: desk.file, BAOXIU_NOW: NOW }, runs: 3 })
  tell('baoxiu check', check, times(check, bareNode(), 100))
  desk.close()
}

async function benchImport(book: string, desk: Desk): Promise<void> {
  const other = await openDesk({ now: NOW })
  const bare = await timed(() => bareImport(book, other.file))
  other.close()
  tell('bare: TextDecoder, csv-parse, one insert', bare)
  const ours = await watched(['import', 'tickets', book, '--json'], desk)
  const memory = `peak ${ours.peak} MB (at most ${MOST_MEMORY})`
  tell('baoxiu import tickets', ours.took, `${(ours.took / bare).toFixed(2)} × bare (at most 2.0), ${memory}`)
  const utils = await installed('sqlite-utils', [
    'insert',
    desk.path('utils.db'),
    't',
    book,
    '--csv',
    '--encoding',
    'gb18030',
    '--silent',
  ])
  if (utils !== undefined)
    tell(
      'sqlite-utils insert --csv, no checks, no indexes',
      utils,
      `ours: ${(ours.took / utils).toFixed(2)} × it (at most 1.0)`,
    )
  const plain = await installed('sqlite3', [desk.path('shell.db'), '-cmd', '.mode csv', `.import '${book}' t`])
  if (plain !== undefined) tell('sqlite3 .import, not even decoded', plain)
  for (const left of ['utils.db', 'shell.db']) rmSync(desk.path(left), { force: true })
}

async function benchExport(desk: Desk): Promise<void> {
  const bare = await timed(() => bareExport(desk.file, desk.path('bare.csv')))
  tell('bare: iterate, csv-stringify', bare)
  for (const encoding of ['utf-8-bom', 'gb18030']) {
    const ours = await watched(['export', 'tickets', '--encoding', encoding, '-o', desk.path('ours.csv')], desk)
    tell(
      `baoxiu export tickets, ${encoding}`,
      ours.took,
      `${(ours.took / bare).toFixed(2)} × bare (at most 1.5), peak ${ours.peak} MB`,
    )
  }
}

/** The same table with the same indexes, in one transaction. */
async function bareImport(book: string, office: string): Promise<void> {
  const db = new Database(office)
  db.pragma('synchronous = full')
  const insert = db.prepare(`
    insert into ticket (ticket_no, fault_class, customer_name, phone, address, symptom, intake, branch, reported_at,
      entered_at, taken_by, repaired_at, repaired_by, resolution, phone_key, place_key, import_key)
    values (?, 'line', ?, ?, ?, ?, 'desk', 'CG', ?, 0, ?, ?, ?, ?, ?, ?, ?)`)
  db.exec('begin immediate')
  let count = 0
  const options = { bom: true, relax_column_count: true, relax_quotes: true, from: 2 }
  await pipeline(
    createReadStream(book),
    decoding,
    parse({ ...options, record_delimiter: ['\r\n', '\n', '\r'] }),
    async (rows) => {
      for await (const [at, name, phone, address, symptom, , , taken, repaired, by, result] of rows as AsyncIterable<
        string[]
      >) {
        count += 1
        const key = (count * 2_654_435_761) % 4_294_967_296
        insert.run(
          String(count),
          name,
          phone,
          address,
          symptom,
          secondsOf(at),
          taken,
          secondsOf(repaired),
          by,
          result,
          phone,
          key,
          String(key),
        )
      }
    },
  )
  db.exec('commit')
  db.close()
  if (count !== ROWS) throw new Error(`bare import read ${count} rows`)
}

async function* decoding(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
}

function secondsOf(text = ''): number {
  return Date.parse(`${text.replace(' ', 'T')}:00Z`) / 1000
}

async function bareExport(office: string, file: string): Promise<void> {
  const db = new Database(office, { readonly: true })
  const stored = new Set(
    db
      .prepare('select * from ticket limit 1')
      .columns()
      .map((column) => column.name),
  )
  const columns = ticketView.map((column) => column.name).filter((name) => stored.has(name))
  const rows = db.prepare(`select ${columns.join(', ')} from ticket order by ticket_no`).iterate()
  await pipeline(Readable.from(rows), stringify({ header: true, record_delimiter: '\r\n' }), createWriteStream(file))
  db.close()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

/** Runs the program and looks at the most memory it ever held, as the kernel keeps it. */
async function watched(argv: readonly string[], desk: Desk): Promise<{ took: number; peak: number }> {
  const begin = performance.now()
  const env = { PATH: process.env['PATH'], LANG: 'C', BAOXIU_DB: desk.file, BAOXIU_NOW: NOW }
  const child = spawn(process.execPath, [BINARY, ...argv], { env, stdio: 'ignore' })
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50)
  const status = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(look)
  if (status !== 0) throw new Error(`baoxiu ${argv.join(' ')}: exit ${String(status)}`)
  return { took: performance.now() - begin, peak }
}

function peakOf(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    // It has just ended, or this is no Linux.
    return 0
  }
}

/** How long another tool takes; absent where it is not installed. */
async function installed(tool: string, argv: readonly string[]): Promise<number | undefined> {
  if (spawnSync(tool, ['--version']).error !== undefined) {
    console.log(`${tool} is not installed`)
    return undefined
  }
  return timed(
    () =>
      new Promise((resolve, reject) => {
        const child = spawn(tool, argv, { stdio: 'ignore' })
        child.once('exit', (status) => (status === 0 ? resolve(status) : reject(new Error(`${tool}: exit ${status}`))))
      }),
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`
}
