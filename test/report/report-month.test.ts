import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, repaired } from '../fines/case.ts'

let desk: Desk

/** Calls of October and November: one repaired late, one not at all, an address that comes three times. */
beforeAll(async () => {
  desk = await openDesk({ now: '2026-10-05 08:00' })
  await desk.ok('branch', 'edit', 'XZ', '--name', '一个名字特别特别长的乡镇维护分公司<script>')
  await repaired(desk, '2026-10-05 12:00', await called(desk, '2026-10-05 08:30'))
  for (const day of ['02', '09', '10']) {
    const ticket = await called(desk, `2026-11-${day} 09:15`, {
      phone: `1390000${day}11`,
      name: '<img src=http://x>',
      address: '人民路<b>18号',
      class: day === '10' ? 'network' : 'line',
      branch: 'XZ',
    })
    if (day !== '10') await repaired(desk, `2026-11-${day === '02' ? '03' : '11'} 08:00`, ticket, '赵敏')
  }
  desk.at('2026-11-20 18:00')
})

const month = async (...argv: string[]): Promise<string> => desk.ok('report', 'month', ...argv)

describe('on a terminal', () => {
  test.each([60, 80, 132])('every line fits %i columns, in both languages', async (width) => {
    for (const lang of ['en', 'zh-CN']) {
      const out = await desk.columns(width).ok('report', 'month', '--lang', lang)
      desk.columns(undefined)
      expect(out.split('\n').filter((line) => displayWidth(line) > width)).toEqual([])
    }
  })

  test('figures, bars, sparkline and heat map read without colour', async () => {
    const out = await desk.columns(80).ok('report', 'month', '--lang', 'zh-CN')
    desk.columns(undefined)
    expect(out).toContain('客户部  2026年11月 月报')
    expect(out).toMatch(/接报 +3 +1 +—/)
    expect(out).toMatch(/按时 +1\/2 +1\/1 +—/)
    expect(out).toContain('最多 1 张：11-02（周一）')
    expect(out).toMatch(/周一 +:: +2$/m)
    expect(out).toContain('3 次      人民路<b>18号')
  })

  test('text in a pipe is the same picture, without trailing blanks', async () => {
    const text = await month('--format', 'text', '--lang', 'zh-CN')
    expect(text).toContain('接报时段（星期 × 小时）')
    expect(text).not.toMatch(/ $/m)
    expect(text.includes('\u001b')).toBe(false)
  })
})

describe('as JSON and CSV', () => {
  test('one object with the tables in it, whatever the format', async () => {
    const report = JSON.parse(await month('--json')) as Record<string, unknown>
    expect(report).toMatchObject({ kind: 'month', period: '2026-11', complete: false, calls: 3, repaired: 2, late: 1 })
    expect(report['to']).toBe('2026-11-20T18:00:00+08:00')
    expect(report['compared']).toMatchObject([
      { period: '2026-10', calls: 1 },
      { period: '2025-11', calls: null },
    ])
    expect(report['addresses']).toMatchObject([{ address: '人民路<b>18号', calls: 3 }])
    expect(JSON.parse(await month('--format', 'html', '--json'))).toEqual(report)
    expect(JSON.parse(await month('--format', 'text', '--json'))).toEqual(report)
  })

  test('a month or a day to come is refused', async () => {
    expect(await desk.refused('report', 'month', '--month', '2026-12')).toMatchObject({ status: 2, code: 'TIME_ORDER' })
    expect(await desk.refused('report', 'day', '--date', '2026-11-21')).toMatchObject({ status: 2, code: 'TIME_ORDER' })
  })
})

describe('as a page', () => {
  test('self-contained: nothing is fetched, nothing runs, whatever a name holds', async () => {
    const html = await month('--format', 'html')
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|src=|href=|https?:\/\/(?!x&gt;)/)
    expect(html.match(/url\([^)]*\)/g)).toEqual(['url(#stripes)'])
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('人民路&lt;b&gt;18号')
    expect(html).toContain('分公司&lt;script&gt;')
  })

  test('every chart has a text in its place, every tag is closed', async () => {
    for (const lang of ['en', 'zh-CN']) {
      const html = await month('--format', 'html', '--lang', lang)
      const charts = html.match(/<svg (?!class="defs")[^>]*>/g) ?? []
      expect(charts.length).toBeGreaterThan(3)
      expect(charts.filter((tag) => !/role="img" aria-label="[^"]+"/.test(tag))).toEqual([])
      expect(unclosed(html)).toEqual([])
    }
  })

  test('the same facts make the same bytes', async () => {
    expect(await month('--format', 'html')).toBe(await month('--format', 'html'))
  })

  test('an office without a single call has a report', async () => {
    const empty = await openDesk()
    expect(unclosed(await empty.ok('report', 'month', '--format', 'html'))).toEqual([])
    expect(await empty.ok('report', 'day', '--format', 'text')).toContain('Report of the day')
  })
})

/** Tags that were opened and not closed in their order. */
function unclosed(html: string): string[] {
  const open: string[] = []
  for (const [, slash, name = '', own] of html.matchAll(/<(\/?)([a-z0-9]+)(?:\s[^>]*?)?(\/?)>/gi)) {
    if (own === '/' || ['meta', 'br', 'col'].includes(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}

describe('every night', () => {
  test('--report writes yesterday and its month, the same bytes whenever in the night it runs', async () => {
    const written = async (name: string, at: string): Promise<Record<string, string>> => {
      mkdirSync(desk.path(name))
      await desk.at(at).ok('nightly', '--out-dir', desk.path(name), '--report')
      const names = readdirSync(desk.path(name)).filter((file) => file.endsWith('.html'))
      return Object.fromEntries(names.map((file) => [file, readFileSync(join(desk.path(name), file), 'utf8')]))
    }
    const first = await written('first', '2026-11-21 00:10')
    expect(Object.keys(first).sort()).toEqual(['report-day-2026-11-20.html', 'report-month-2026-11.html'])
    expect(await written('second', '2026-11-21 06:59:59')).toEqual(first)
    expect(first['report-month-2026-11.html']).toContain('up to 2026-11-20')
  })

  test('on the first, the month that is over', async () => {
    mkdirSync(desk.path('third'))
    await desk.at('2026-12-01 03:00').ok('nightly', '--out-dir', desk.path('third'), '--report')
    expect(readdirSync(desk.path('third'))).toContain('report-month-2026-11.html')
    const page = readFileSync(join(desk.path('third'), 'report-month-2026-11.html'), 'utf8')
    expect(page).toBe(await desk.ok('report', 'month', '--month', '2026-11', '--format', 'html'))
  })
})
