import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

/** What stands in `expected.json` beside a book. */
interface Expected {
  readonly office?: Readonly<Record<string, string>>
  readonly staff?: Readonly<Record<string, readonly string[]>>
  readonly args?: readonly string[]
  readonly report: Fields
  readonly tickets?: Readonly<Record<string, Fields>>
  /** Of every ticket by the line that it comes from: these fields, in this order. */
  readonly fields?: readonly string[]
  readonly rows?: Readonly<Record<string, readonly unknown[]>>
  /** Line and reason. */
  readonly refused: readonly (readonly [string, string])[]
  /** How many tickets were repaired late. */
  readonly late?: number
  /** Every finding there is. */
  readonly findings?: readonly string[]
  /** The file is refused as a whole: code, and what the message and its hint say. */
  readonly fault?: readonly [code: string, ...says: string[]]
}

const FOLDER = fileURLToPath(new URL('../../fixtures/books', import.meta.url))
const books = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'expected.json')))

async function officeFor(expected: Expected): Promise<Desk> {
  const desk = await openDesk()
  for (const [key, value] of Object.entries(expected.office ?? {})) await desk.ok('office', 'set', key, value)
  for (const [branch, names] of Object.entries(expected.staff ?? {})) {
    for (const name of names) await desk.ok('staff', 'add', name, '--branch', branch)
  }
  return desk
}

/** The arguments with the files beside the book where they were copied to. */
function argsOf(desk: Desk, { args = [] }: Expected): string[] {
  return args.map((arg) => (arg.endsWith('.json') ? desk.path(arg) : arg))
}

/** The tickets of a book by line, as `show` and `list` tell them. */
async function rowsOf(desk: Desk, fields: readonly string[]): Promise<Record<string, unknown[]>> {
  const tickets = await desk.list('list', '--limit', '1000')
  const lineOf = (ticket: Fields): string => String(ticket['source']).split(':').at(-1) ?? ''
  return Object.fromEntries(tickets.map((ticket) => [lineOf(ticket), fields.map((field) => ticket[field])]))
}

async function refusedIn(file: unknown): Promise<(readonly [string, string])[]> {
  if (typeof file !== 'string') return []
  const { parse } = await import('csv-parse/sync')
  const rows = parse<Record<string, string>>(readFileSync(file), { bom: true, columns: true, relax_column_count: true })
  return rows.map((row) => [row['_line'] ?? '', row['_reason'] ?? ''])
}

test.each(books)('%s', async (name) => {
  const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected
  const desk = await officeFor(expected)
  cpSync(join(FOLDER, name), desk.folder, { recursive: true })
  const file = readdirSync(join(FOLDER, name)).find((entry) => /\.(csv|txt)$/.test(entry)) ?? ''
  const importing = ['import', 'tickets', desk.path(file), ...argsOf(desk, expected), '--json'] as const

  if (expected.fault !== undefined) {
    const [code, ...says] = expected.fault
    const refusal = await desk.refused(...importing)
    expect([refusal.code, refusal.status]).toEqual([code, 2])
    for (const said of says) expect(refusal.message + refusal.hint).toContain(said)
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
    return
  }
  const dry = await desk.run(...importing, '--dry-run')
  expect(desk.rows('select ticket_no from ticket')).toEqual([])
  const { status, out, err } = await desk.run(...importing)
  expect(err).not.toContain('BUG')
  const report = JSON.parse(out) as Fields
  expect(report).toMatchObject(expected.report)
  expect(JSON.parse(dry.out)).toMatchObject({ ...expected.report, import_id: null, dry_run: true })
  expect([status, dry.status]).toEqual(report['rejected'] === 0 ? [0, 0] : [3, 3])
  expect(report['rows_read']).toBe(
    Number(report['imported']) + Number(report['duplicates']) + Number(report['rejected']),
  )

  expect(await refusedIn(report['rejects_file'])).toEqual(expected.refused)
  for (const [no, fields] of Object.entries(expected.tickets ?? {}))
    expect(await desk.json('show', no)).toMatchObject(fields)
  if (expected.rows !== undefined) expect(await rowsOf(desk, expected.fields ?? [])).toEqual(expected.rows)
  if (expected.findings !== undefined) {
    const findings = await desk.list('fines', 'list')
    expect(findings.map(({ fine_id }) => fine_id)).toEqual(expected.findings)
  }
  const late = (await desk.list('list', '--limit', '1000')).filter((ticket) => ticket['late'] === true).length
  expect(late).toBe(expected.late ?? late)

  const again = JSON.parse((await desk.run(...importing)).out) as Fields
  expect(again).toMatchObject({ import_id: null, imported: 0, rejected: report['rejected'] })
})
