import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { needs } from '../faults/needs.ts'
import { cellsOf, imported } from './books.ts'

interface Expected {
  readonly office?: Readonly<Record<string, string>>
  readonly staff?: Readonly<Record<string, readonly string[]>>
  readonly args?: readonly string[]
  readonly report: Fields
  readonly tickets: Readonly<Record<string, Fields>>
  readonly refused: readonly (readonly [string, string])[]
}

const BOOKS = fileURLToPath(new URL('../../fixtures/books', import.meta.url))
const WORKBOOKS = fileURLToPath(new URL('../../fixtures/workbooks', import.meta.url))

async function officeFor(expected: Expected): Promise<Desk> {
  const desk = await openDesk()
  for (const [key, value] of Object.entries(expected.office ?? {})) await desk.ok('office', 'set', key, value)
  for (const [branch, names] of Object.entries(expected.staff ?? {})) {
    for (const name of names) await desk.ok('staff', 'add', name, '--branch', branch)
  }
  return desk
}

// What a spreadsheet made of fixtures/books (see fixtures/workbooks/made.txt) holds the same records.
test.each(readdirSync(WORKBOOKS).filter((name) => /\.xlsx?$/.test(name)))('%s', async (workbook) => {
  const name = workbook.replace(/\.xlsx?$/, '')
  const expected = JSON.parse(readFileSync(join(BOOKS, name, 'expected.json'), 'utf8')) as Expected
  const desk = await officeFor(expected)
  cpSync(join(BOOKS, name), desk.folder, { recursive: true })
  cpSync(join(WORKBOOKS, workbook), desk.path(workbook))
  const csv = readdirSync(join(BOOKS, name)).find((entry) => /\.(csv|txt)$/.test(entry)) ?? ''
  const args = (expected.args ?? []).map((arg) => (arg.endsWith('.json') ? desk.path(arg) : arg))
  const book = csv.replace(/\.\w+$/, '')
  const named = (expected.report['book'] ?? book) === book ? ['--book', book] : []

  const { out, err } = await desk.run('import', 'tickets', desk.path(workbook), ...args, ...named, '--json')
  expect(err).not.toContain('BUG')
  const report = JSON.parse(out) as Fields
  const { encoding: _, delimiter: __, ...same } = expected.report
  expect(report).toMatchObject({ ...same, delimiter: null, sheet: name })
  const refused = report['rejected'] === 0 ? [] : cellsOf(report['rejects_file'])
  const [headings = []] = refused
  const at = (row: string[], column: string): string => row[headings.indexOf(column)] ?? ''
  expect(refused.slice(1).map((row) => [at(row, '_line'), at(row, '_reason')])).toEqual(expected.refused)
  for (const [no, fields] of Object.entries(expected.tickets)) expect(await desk.json('show', no)).toMatchObject(fields)
})

test('a workbook that LibreOffice makes anew is read alike', async (context) => {
  needs(context, 'soffice')
  const desk = await openDesk()
  cpSync(join(BOOKS, 'statuses/2026.csv'), desk.path('again.csv'))
  const filter = '--infilter=csv:44,34,76,1,,2052,false,true'
  execFileSync('soffice', [
    '--headless',
    filter,
    '--convert-to',
    'xlsx',
    '--outdir',
    desk.folder,
    desk.path('again.csv'),
  ])
  const csv = await imported(desk, desk.path('again.csv'), '--dry-run')
  const sheet = await imported(desk, desk.path('again.xlsx'), '--dry-run')
  const { encoding: _, delimiter: __, sheet: ___, ...same } = csv
  expect(sheet).toMatchObject(same)
})
