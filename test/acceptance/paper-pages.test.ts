import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { needs } from '../faults/needs.ts'

const NOTE = '家里有狗，先打电话，只有晚上六点以后有人在家，请带梯子，屋顶很高，另外楼下停车位很少，请步行前往，谢谢'
let desk: Desk

beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-22 07:00', lang: 'zh-CN' })
  const call = [
    '--name',
    '张三<b>',
    '--address',
    '建设路5号',
    '--symptom',
    '无信号',
    '--taken-by',
    '小刘',
    '--note',
    NOTE,
  ]
  for (let i = 0; i < 8; i += 1) {
    await desk.ok('log', ...call, '--phone', `138000012${10 + i}`, '--class', 'line', '--branch', i < 6 ? 'CG' : 'XZ')
  }
  desk.at('2026-11-22 08:00')
})

/** How many pages the browser prints. */
function pagesOf(html: string): number {
  const [page, pdf] = [desk.path('page.html'), desk.path('page.pdf')]
  writeFileSync(page, html)
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${desk.path('browser')}`]
  execFileSync('chromium', [...quiet, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `file://${page}`], {
    stdio: 'ignore',
  })
  const counts = [...readFileSync(pdf, 'latin1').matchAll(/\/Count (\d+)/g)].map((match) => Number(match[1]))
  return Math.max(...counts)
}

describe('papers of a half-day', () => {
  test('one sheet for each branch: paper for the town, a phone list to tick for the township', async () => {
    const text = await desk.ok('handover', 'print')
    expect(text).toContain('报修单交接表')
    expect(text).toContain('取单人签名 ____')
    expect(text).toMatch(/报修电话通知单 +KF-20261122-AM-XZ\n分公司：新庄分公司 7654321\n/)
    expect(text).toContain('  1. [ ] KF-20261122-0007')
    // Looking again is no reprint: only paper is counted.
    expect(await desk.ok('handover', 'print')).toBe(text)
  })

  test('raw: GB18030, a form feed after each sheet', async () => {
    const { bytes } = await desk.run('handover', 'print', '--format', 'raw')
    const read = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    expect(read.split('\f').map((sheet) => /KF-20261122-AM-\w\w/.exec(sheet)?.[0])).toEqual([
      'KF-20261122-AM-CG',
      'KF-20261122-AM-XZ',
      undefined,
    ])
  })

  test('html: each slip with its stub is one A4 page in a browser', async (context) => {
    needs(context, 'chromium')
    expect(pagesOf(await desk.ok('slip', '1', '2', '3', '--format', 'html'))).toBe(3)
  }, 60_000)

  test('html: each batch begins on a page of its own', async (context) => {
    needs(context, 'chromium')
    expect(pagesOf(await desk.ok('handover', 'print', '--format', 'html'))).toBe(2)
  }, 60_000)
})
