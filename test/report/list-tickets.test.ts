import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

interface Call {
  readonly name: string
  readonly phone?: string
  readonly branch?: string
  readonly class?: string
  readonly at?: string
  readonly note?: string
}

async function log(desk: Desk, call: Call): Promise<void> {
  const { name, phone = '110', branch = 'CG', class: fault = 'line', at = '2026-11-22 09:00', note } = call
  const flags = ['--name', name, '--address', '建设路5号', '--phone', phone, '--symptom', '无信号', '--class', fault]
  const noted = note === undefined ? [] : ['--note', note]
  await desk.ok('log', ...flags, '--branch', branch, '--taken-by', '小刘', '--reported-at', at, ...noted)
}

const names = (tickets: readonly Fields[]): unknown[] => tickets.map((ticket) => ticket['customer_name'])

describe('list', () => {
  it('newest first; days are inclusive, in the office’s zone', async () => {
    const desk = await openDesk({ now: '2026-11-22 09:00:00' })
    await log(desk, { name: 'A', at: '2026-11-20 23:59:59' })
    await log(desk, { name: 'B', at: '2026-11-21 00:00:00' })
    await log(desk, { name: 'C', at: '2026-11-21 23:59:59' })
    await log(desk, { name: 'D', at: '2026-11-22 00:00:00' })
    expect(names(await desk.list('list'))).toEqual(['D', 'C', 'B', 'A'])
    expect(names(await desk.list('list', '--from', '2026-11-21', '--to', '2026-11-21'))).toEqual(['C', 'B'])
    expect(names(await desk.list('list', '--limit', '1'))).toEqual(['D'])
  })

  it('filters by status, branch, class and phone', async () => {
    const desk = await openDesk()
    await log(desk, { name: 'A', phone: '0517-86223344/13800001234' })
    await log(desk, { name: 'B', branch: 'XZ', class: 'severe' })
    await log(desk, { name: 'C', class: 'network' })
    await desk.ok('void', '3', '--reason', '试')
    await desk.ok('notify', '2', '--to', '赵敏')
    expect(names(await desk.list('list', '--status', 'open', '--status', 'void'))).toEqual(['C', 'A'])
    expect(names(await desk.list('list', '--status', 'handed_over'))).toEqual(['B'])
    expect(names(await desk.list('list', '--branch', '新庄分公司'))).toEqual(['B'])
    expect(names(await desk.list('list', '--class', 'network'))).toEqual(['C'])
    expect(names(await desk.list('list', '--phone', '138 0000 1234'))).toEqual(['A'])
    expect(names(await desk.list('list', '--phone', '86223344'))).toEqual(['A'])
    for (const verb of [['list'], ['export', 'tickets']]) {
      const backwards = await desk.refused(...verb, '--from', '2026-11-22', '--to', '2026-11-21')
      expect(backwards).toMatchObject({ code: 'TIME_ORDER', status: 2 })
    }
    expect(await desk.refused('list', '--branch', 'ZZ')).toMatchObject({ code: 'BRANCH_UNKNOWN', status: 4 })
    expect(await desk.refused('list', '--status', 'opne')).toMatchObject({ code: 'INVALID_VALUE', status: 2 })
  })

  it('overdue is unrepaired and late; due within counts what is not late yet', async () => {
    const desk = await openDesk()
    await log(desk, { name: 'late', at: '2026-11-22 08:00:00' })
    await log(desk, { name: 'now', at: '2026-11-22 08:00:01' })
    await log(desk, { name: 'later', at: '2026-11-22 09:00:00' })
    desk.at('2026-11-23 08:00:01')
    expect(names(await desk.list('list', '--overdue'))).toEqual(['late'])
    expect(names(await desk.list('list', '--due-within', '30m'))).toEqual(['now'])
    expect(names(await desk.list('list', '--due-within', '59m'))).toEqual(['now'])
    expect(names(await desk.list('list', '--due-within', '60m'))).toEqual(['now', 'later'])
    await desk.ok('repair', 'KF-20261122-0001', '--by', '王伟', '--resolution', '换头')
    expect(await desk.list('list', '--overdue')).toEqual([])
  })

  it('an empty list is a list, exit 0', async () => {
    const desk = await openDesk()
    expect(await desk.run('list', '--json')).toMatchObject({ status: 0, out: '[]\n' })
    expect(await desk.run('list')).toMatchObject({ status: 0, out: '', err: 'no tickets\n' })
  })

  it('finds text literally, whatever it is', async () => {
    const desk = await openDesk()
    const pieces = fc.constantFrom(
      '%',
      '_',
      "'",
      '"',
      ';drop table ticket',
      "' or 1=1 --",
      '\\',
      '张',
      'a',
      'A',
      '*',
      '[a]',
      '$1',
    )
    const texts = fc.array(pieces, { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
    const notes: string[] = []
    for (const note of fc.sample(texts, { numRuns: 25, seed: 7 })) {
      notes.push(note)
      await log(desk, { name: 'N', note })
    }
    const everything = await desk.list('list')
    for (const asked of fc.sample(texts, { numRuns: 60, seed: 8 })) {
      const wanted = everything.filter((ticket) =>
        Object.values(ticket).some((value) => typeof value === 'string' && ascii(value).includes(ascii(asked))),
      )
      const found = await desk.list('list', '--search', asked)
      expect(names(found).length, asked).toBe(wanted.length)
    }
    expect(await desk.list('list')).toHaveLength(notes.length)
  })
})

/** SQLite folds the case of ASCII letters. */
function ascii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
