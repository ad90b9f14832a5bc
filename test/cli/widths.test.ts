import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { verbs } from '../../src/cli/verbs.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { shortNumber } from '../../src/ticket/short-number.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { walkedDesk } from '../walked-desk.ts'

const BOOKS = fileURLToPath(new URL('../../fixtures/books', import.meta.url))
const WIDTHS = [60, 80, 120]

/** Everything that is too wide for the window, as `command: line`. */
async function tooWide(desk: Desk, commands: readonly (readonly string[])[]): Promise<string[]> {
  const wide: string[] = []
  for (const columns of WIDTHS) {
    for (const argv of commands) {
      const { out, err } = await desk.columns(columns).run(...argv)
      const lines = `${out}\n${err}`.split('\n').filter((line) => displayWidth(line) > columns)
      wide.push(...lines.map((line) => `${columns}: ${argv.join(' ')}: ${line}`))
    }
  }
  desk.columns(undefined)
  return wide
}

const LISTS = [
  ['board'],
  ['list'],
  ['search', '1'],
  ['branch', 'list'],
  ['staff', 'list'],
  ['office', 'show'],
  ['import', 'list'],
  ['handover', 'list'],
  ['complaint', 'list'],
  ['fines', 'list'],
  ['fines', 'ledger'],
  ['fines', 'summary'],
  ['duty', 'list'],
  ['duty', 'coverage', '--from', '2026-11-20', '--to', '2026-11-22'],
  ['conduct', 'items'],
  ['conduct', 'list'],
  ['conduct', 'report', '--month', '2026-11'],
]

test.each(['en', 'zh-CN'] as const)(
  'no line is wider than the window: a desk where all has happened, %s',
  async (lang) => {
    const desk = await walkedDesk()
    desk.env['BAOXIU_LANG'] = lang
    const shows = (await desk.list('list')).map((ticket) => ['show', String(ticket['ticket_no'])])
    const batches = (await desk.list('handover', 'list')).flatMap(({ handover_no }) => [
      ['handover', 'show', String(handover_no)],
    ])
    const fines = (await desk.list('fines', 'list')).map(({ fine_id }) => ['fines', 'explain', String(fine_id)])
    const papers = [['slip', '1'], ['handover', 'print'], ...shows.slice(0, 2).map(([, no = '']) => ['slip', no])]
    expect(await tooWide(desk, [...LISTS, ...shows, ...batches, ...fines, ...papers])).toEqual([])
  },
  120_000,
)

test.each(['en', 'zh-CN'] as const)(
  'no line of help is wider than the window, %s',
  async (lang) => {
    const desk = await openDesk({ lang })
    const helps = Object.keys(verbs).map((path) => [...path.split(' '), '--help'])
    expect(await tooWide(desk, [['--help'], ['fines', '--help'], ...helps])).toEqual([])
  },
  120_000,
)

const books = readdirSync(BOOKS).filter((name) => existsSync(join(BOOKS, name, 'expected.json')))

test.each(books)('no line is wider than the window, and nothing of the book is lost: %s', async (name) => {
  const desk = await openDesk({ lang: 'zh-CN' })
  cpSync(join(BOOKS, name), desk.folder, { recursive: true })
  const { args = [] } = JSON.parse(readFileSync(desk.path('expected.json'), 'utf8')) as { args?: string[] }
  const file = readdirSync(desk.folder).find((entry) => /\.(csv|txt)$/.test(entry)) ?? ''
  const paths = args.map((arg) => (arg.endsWith('.json') ? desk.path(arg) : arg))
  await desk.run('import', 'tickets', desk.path(file), ...paths, '--create-missing', '--default-branch', 'CG')
  const shows = (await desk.list('list', '--limit', '4')).map((ticket) => ['show', String(ticket['ticket_no'])])
  expect(await tooWide(desk, [['list'], ['board'], ['import', 'list'], ...shows])).toEqual([])
  const solid = (text: string): string => text.replaceAll(/\s/g, '')
  for (const columns of WIDTHS) {
    const { out } = await desk.columns(columns).run('list')
    const tickets = (await desk.columns(undefined).list('list')).map((row) => ({
      ticket_no: String(row['ticket_no']),
      reported_at: Date.parse(String(row['reported_at'])) / 1000,
    }))
    const clock = { now: Date.parse('2026-11-22T09:00:00+08:00') / 1000, zone: SHANGHAI }
    const numbers = tickets.map((ticket) => shortNumber(ticket, clock))
    expect(numbers.filter((no) => !solid(out).includes(solid(no)))).toEqual([])
  }
})
