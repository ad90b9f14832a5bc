import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { A_CALL, openDesk, openServerDesk } from '../../desk.ts'
import type { Desk } from '../../desk.ts'
import { needsPg, onPostgres } from '../../pg-desk.ts'

const NAMES = ['张三', 'Émile', 'émile', 'zhang', 'Zhang', '李四', "O'Brien", '=1+1', '%_', '𠮷野']
const PHONES = ['13800001234', '0517-87654321/13900001111', '7654321', '无']
const text = fc.constantFrom(...NAMES)
const ticket = fc.integer({ min: 1, max: 6 })

/** What a clerk may do, as words of the command line; most of it is refused now and then, on both engines alike. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('log' as const),
    name: text,
    phone: fc.constantFrom(...PHONES),
    kind: fc.constantFrom('line', 'network', 'severe'),
    branch: fc.constantFrom('CG', 'XZ'),
  }),
  fc.record({
    do: fc.constantFrom(
      'chase' as const,
      'repair' as const,
      'close' as const,
      'hold' as const,
      'void' as const,
      'print' as const,
    ),
    ticket,
    text,
  }),
  fc.record({ do: fc.constantFrom('complain' as const, 'confirm' as const, 'wait' as const), ticket, text }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function argvOf(one: Step): string[] {
  if (one.do === 'log') {
    const said = [
      '--name',
      one.name,
      '--phone',
      one.phone,
      '--address',
      '南街',
      '--symptom',
      '无信号',
      '--taken-by',
      '小刘',
    ]
    return ['log', ...said, '--class', one.kind, '--branch', one.branch]
  }
  const no = String(one.ticket)
  switch (one.do) {
    case 'chase':
      return ['chase', no, '--note', one.text]
    case 'repair':
      return ['repair', no, '--by', '王伟', '--resolution', one.text]
    case 'close':
      return ['close', no, '--customer-signed', one.text, '--maintainer-signed', '王伟']
    case 'hold':
      return ['hold', no, '--reason', 'parts', '--appointment', '2026-12-30 10:00', '--note', one.text]
    case 'void':
      return ['void', no, '--reason', one.text]
    case 'print':
      return ['handover', 'print']
    case 'complain':
      return ['complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'CG', '--content', one.text]
    case 'confirm':
      return ['fines', 'list', '--json']
    case 'wait':
      return ['board']
  }
}

/** Everything that comes out of an office. */
async function outputOf(desk: Desk): Promise<string[]> {
  const shown: string[] = []
  for (const argv of [
    ...['tickets', 'handovers', 'holds', 'complaints', 'fines', 'journal'].map((what) => ['export', what]),
    ['list', '--search', 'É'],
    ['list', '--search', 'zhang', '--json'],
    ['board', '--json'],
    ['fines', 'summary', '--month', '2026-11'],
    ['slip', '1', '--format', 'text'],
    ['slip', '1', '--format', 'html'],
    ['handover', 'list'],
    ['check', '--full'],
  ]) {
    const { status, out } = await desk.run(...argv)
    shown.push(`${argv.join(' ')}: ${status}\n${out}`)
  }
  await desk.ok('nightly', '--out-dir', desk.folder)
  const files = readdirSync(desk.folder).filter((name) => name.endsWith('.csv'))
  return [...shown, ...files.toSorted().map((name) => `${name}: ${readFileSync(desk.path(name), 'hex')}`)]
}

test('the same history gives the same bytes on both engines: answers, exports, papers and nightly files', async (context) => {
  needsPg(context)
  context.skip(onPostgres, 'compares both engines by itself')
  const histories = fc.array(step, { minLength: 6, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const desks = [await openDesk({}), await openServerDesk({})]
      for (const desk of desks) await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
      let hour = 0
      for (const one of history) {
        hour += one.do === 'wait' ? 30 : 1
        const now = new Date(Date.UTC(2026, 10, 22, 1) + hour * 3_600_000).toISOString().slice(0, 19)
        const [file, server] = await Promise.all(desks.map((desk) => desk.at(`${now}+00:00`).run(...argvOf(one))))
        expect([server?.status, server?.out, server?.err]).toEqual([file?.status, file?.out, file?.err])
      }
      const [file, server] = await Promise.all(desks.map(outputOf))
      expect(server).toEqual(file)
    }),
    { numRuns: Number(process.env['BAOXIU_HISTORIES'] ?? '1') },
  )
}, 300_000)
