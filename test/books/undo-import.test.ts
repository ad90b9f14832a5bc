import { writeFileSync } from 'node:fs'
import { tamper } from '../tamper.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const HEAD =
  'reported_at,customer_name,phone,address,symptom,fault_class,branch,taken_by,repaired_at,repaired_by,resolution'
const OLD = [
  '2026-11-01 08:00,张三,13905230001/13905230002,东街1号,断,line,CG,周敏,2026-11-01 09:00,王伟,换接头',
  '2026-11-01 08:30,李四,13905230003,东街2号,断,line,CG,周敏,2026-11-03 09:00,王伟,换接头',
]
const NEWER = ['2026-11-01 10:00,赵六,13905230004,东街3号,断,line,CG,周敏,2026-11-01 11:00,王伟,换接头']

async function imported(desk: Desk, name: string, rows: readonly string[]): Promise<string> {
  writeFileSync(desk.path(name), [HEAD, ...rows, ''].join('\n'))
  return String((await desk.json('import', 'tickets', desk.path(name)))['import_id'])
}

const call = (phone: string): string[] => {
  const who = ['--name', '张三', '--address', '东街1号', '--phone', phone, '--symptom', '断']
  return ['log', ...who, '--class', 'line', '--branch', 'CG', '--taken-by', '周敏']
}
const numbers = (desk: Desk): unknown[] =>
  desk.rows('select ticket_no from ticket order by ticket_no').map((row) => row['ticket_no'])

describe('import list', () => {
  test('newest first; an empty list is said', async () => {
    const desk = await openDesk()
    expect(await desk.run('import', 'list')).toMatchObject({ status: 0, out: '', err: 'nothing was ever imported\n' })
    await imported(desk, 'old.csv', OLD)
    await imported(desk.at('2026-11-22 09:30'), 'newer.csv', [...NEWER, ...OLD])
    expect(await desk.list('import', 'list')).toEqual([
      {
        import_id: 'KF-I-20261122-02',
        kind: 'tickets',
        book: 'newer',
        imported_at: '2026-11-22T09:30:00+08:00',
        imported_by: 'test',
        rows_read: 3,
        imported: 1,
        duplicates: 2,
        rejected: 0,
        undone_at: null,
      },
      expect.objectContaining({ import_id: 'KF-I-20261122-01', imported: 2, duplicates: 0 }),
    ])
  })
})

describe('import undo', () => {
  test('the rows go, their numbers are given again, and the same file is imported as if for the first time', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    const before = await desk.ok('export', 'tickets')
    const { status, out, err } = await desk.run('import', 'undo', id.toLowerCase(), '--json')
    expect([status, err]).toEqual([0, `${id} undone: 2 rows taken back\n`])
    expect(JSON.parse(out)).toMatchObject({ import_id: id, undone_at: '2026-11-22T09:00:00+08:00' })
    expect(desk.rows('select ticket_no from ticket union all select digits from ticket_phone')).toEqual([])
    await desk.ok('check', '--full')
    expect(await imported(desk, 'old.csv', OLD)).toBe('KF-I-20261122-02')
    expect(await desk.ok('export', 'tickets')).toBe(before)
    await desk.ok('check', '--full')
  })

  test('one entry in the journal tells it', async () => {
    const desk = await openDesk()
    await desk.ok('import', 'undo', await imported(desk, 'old.csv', OLD))
    expect(desk.rows("select subject, tbl from journal where verb = 'import undo'")).toEqual([
      { subject: 'KF-I-20261122-01', tbl: 'import' },
    ])
  })

  test('numbers that others stand above stay out of use, and check can tell them from a lost ticket', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await imported(desk, 'newer.csv', NEWER)
    await desk.ok('import', 'undo', id)
    expect(numbers(desk)).toEqual(['KF-20261101-0003'])
    await desk.ok('check', '--full')
    await imported(desk, 'old.csv', OLD)
    expect(numbers(desk)).toEqual(['KF-20261101-0003', 'KF-20261101-0004', 'KF-20261101-0005'])
    await desk.ok('check', '--full')
  })

  test('a number that went otherwise is still missed', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    desk.at('2026-11-01 12:00')
    for (const phone of ['13905230011', '13905230012', '13905230013']) await desk.ok(...call(phone))
    await desk.ok('import', 'undo', id)
    await desk.ok('check')
    tamper(desk.file, "delete from ticket where ticket_no = 'KF-20261101-0004'")
    const { status, out } = await desk.run('check', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ invariant: 'numbers-without-gaps', subject: 'KF-20261101-0004' }])
  })

  test('own numbers of another office raise the counter, and lower it again', async () => {
    const desk = await openDesk({ now: '2026-11-01 12:00' })
    writeFileSync(desk.path('own.csv'), `ticket_no,${HEAD}\nKF-20261101-0050,${OLD[0]}\n`)
    const { import_id } = await desk.json('import', 'tickets', desk.path('own.csv'))
    await desk.ok('import', 'undo', String(import_id))
    expect(await desk.json(...call('13905230011'))).toMatchObject({ ticket_no: 'KF-20261101-0001' })
    await desk.ok('check', '--full')
  })

  test('at a terminal more than three rows are asked about first', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'many.csv', freshRows(1, 20))
    const no = await desk.type(['import', 'undo', id], 'n')
    expect(no.screen).toContain('KF-20261101-0015')
    expect(no.screen).not.toContain('KF-20261101-0016')
    expect(numbers(desk)).toHaveLength(20)
    expect(no.status).not.toBe(0)
    expect(await desk.type(['import', 'undo', id], 'y')).toMatchObject({ status: 0 })
    expect(numbers(desk)).toEqual([])
  })

  test('twice: a note', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await desk.ok('import', 'undo', id)
    expect(await desk.run('import', 'undo', id)).toMatchObject({
      status: 0,
      err: `${id} was undone at 2026-11-22 09:00 already\n`,
    })
  })

  test('an import that nobody knows', async () => {
    const desk = await openDesk()
    expect(await desk.refused('import', 'undo', 'KF-I-20261122-07')).toMatchObject({
      status: 4,
      code: 'IMPORT_UNKNOWN',
      message: 'no import KF-I-20261122-07',
    })
  })
})

const FIRST = 'KF-20261101-0001'
const SECOND = 'KF-20261101-0002'

describe('refused once one of its tickets', () => {
  test.each([
    ['was amended', ['amend', FIRST, '--note', 'x', '--reason', '补记']],
    ['was voided', ['void', FIRST, '--reason', '重复']],
    ['was complained about', ['complaint', 'add', '--channel', 'mayor-hotline', '--ticket', FIRST, '--content', '慢']],
  ])('%s', async (_, deed) => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await desk.ok(...deed)
    expect(await desk.refused('import', 'undo', id)).toMatchObject({
      status: 4,
      code: 'IMPORT_IN_USE',
      message: `${FIRST} of ${id} was changed since it was imported`,
    })
    expect(numbers(desk)).toHaveLength(2)
  })

  test('is what another was found a duplicate of', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await desk.ok(...call('13905230099'))
    await desk.ok('void', '1', '--reason', '重复', '--duplicate-of', SECOND)
    expect(await desk.refused('import', 'undo', id)).toMatchObject({ code: 'IMPORT_IN_USE' })
  })

  test.each([
    ['confirm', ['fines', 'confirm', `overdue:${SECOND}`, '--by', '刘总', '--yes']],
    ['dismiss', ['fines', 'dismiss', `overdue:${SECOND}`, '--ground', 'excused', '--reason', '大雪', '--by', '刘总']],
  ])('is fined: %s', async (_, decision) => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await desk.ok(...decision)
    expect(await desk.refused('import', 'undo', id)).toMatchObject({
      code: 'IMPORT_IN_USE',
      message: `${SECOND} of ${id} is the ground of overdue:${SECOND}, which was decided or stands in a closed month`,
    })
  })

  test('is the earlier repair of a repeat that was decided', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    const { ticket_no } = await desk.json(...call('13905230002'))
    await desk.ok('fines', 'confirm', `repeat:${String(ticket_no)}`, '--by', '刘总')
    expect((await desk.refused('import', 'undo', id)).message).toContain(`${FIRST} of ${id} is the ground of repeat:`)
  })

  test.each<[string, (no: string) => string[][]]>([
    [
      'dismissed, and voided since',
      (no) => [
        ['fines', 'dismiss', `repeat:${no}`, '--ground', 'not-upheld', '--reason', '不实', '--by', '刘总'],
        ['void', no, '--reason', '重复'],
      ],
    ],
    [
      'confirmed, and of another class since',
      (no) => [
        ['fines', 'confirm', `repeat:${no}`, '--by', '刘总'],
        ['amend', no, '--class', 'network', '--reason', '录错'],
      ],
    ],
  ])('was the earlier repair of a repeat when that was %s', async (_, deeds) => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    const { ticket_no } = await desk.json(...call('13905230002'))
    for (const deed of deeds(String(ticket_no))) await desk.ok(...deed)
    expect((await desk.refused('import', 'undo', id)).message).toContain(`${FIRST} of ${id} is the ground of repeat:`)
  })

  test('stands in a closed month', async () => {
    const desk = await openDesk()
    const id = await imported(desk, 'old.csv', OLD)
    await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', '--by', '刘总')
    expect((await desk.refused('import', 'undo', id)).message).toContain(`overdue:${SECOND}`)
  })
})

test('the shifts of a roster become void, and the roster can be imported again', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('roster.csv'), '日期,班次,姓名\n2026-11-01,8:00-16:00,李敏\n2026-11-01,16:00-24:00,王芳\n')
  const { import_id } = await desk.json('duty', 'import', desk.path('roster.csv'))
  expect(await desk.run('import', 'undo', String(import_id))).toMatchObject({ status: 0 })
  expect(desk.rows('select void_reason from shift')).toEqual(
    Array.from({ length: 2 }, () => ({ void_reason: `import ${String(import_id)} undone` })),
  )
  await desk.ok('check', '--full')
  expect(await desk.json('duty', 'import', desk.path('roster.csv'))).toMatchObject({ imported: 2, duplicates: 0 })
  await desk.ok('check', '--full')
})

type Step = { readonly rows: number } | { readonly undo: number } | 'log'

const steps = fc.array(
  fc.oneof(
    fc.record({ rows: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ undo: fc.nat({ max: 4 }) }),
    fc.constant('log' as const),
  ),
  { minLength: 3, maxLength: 8 },
)

/** Rows that no other import holds. */
function freshRows(book: number, rows: number): string[] {
  const row = (n: number): string => `2026-11-01 08:00,客户${book}-${n},,东街,断,line,CG,周敏,,,`
  return Array.from({ length: rows }, (_, n) => row(n))
}

async function perform(desk: Desk, plan: readonly Step[]): Promise<void> {
  const imports: string[] = []
  for (const [place, step] of plan.entries()) {
    if (step === 'log') await desk.ok(...call(`1390523${1000 + place}`))
    else if ('rows' in step) imports.push(await imported(desk, `b${place}.csv`, freshRows(place, step.rows)))
    else if (imports.length > 0) await desk.ok('import', 'undo', imports[step.undo % imports.length] ?? '')
  }
}

test('whatever is imported, logged and undone in any order, every missing number is explained', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const desk = await openDesk({ now: '2026-11-01 12:00' })
      await perform(desk, plan)
      expect(await desk.list('check', '--full')).toEqual([])
      desk.close()
    }),
    { numRuns: 12 },
  )
})
