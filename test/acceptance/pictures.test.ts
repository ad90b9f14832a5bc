import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { pictureOf } from './picture.ts'

let desk: Desk

const CALLERS = ['张建国', '陈桂兰', '刘志强', '周明', '王秀英', '李军', '赵丽', '孙涛']

/** Three weeks of a desk: enough for a board with something on it and a month with a shape. */
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-01 08:00', lang: 'zh-CN' })
  for (let n = 0; n < 36; n += 1) {
    const day = String(1 + ((n * 8) % 21)).padStart(2, '0')
    const hour = String([7, 8, 8, 9, 9, 10, 12, 17, 18, 19, 19, 20][(n * 5) % 12] ?? 8).padStart(2, '0')
    const at = `2026-11-${day} ${hour}:${String((n * 13) % 60).padStart(2, '0')}`
    const [name = '', branch] = [CALLERS[(n % 29) % 8], n % 3 === 0 ? 'XZ' : 'CG']
    const place = [
      '--name',
      name,
      '--phone',
      `138000012${String(n % 29).padStart(2, '0')}`,
      '--address',
      `${['建设路', '人民路', '东湖小区'][n % 3]}${1 + (n % 29)}号`,
    ]
    const fault = [
      '--symptom',
      n % 2 === 0 ? '无信号' : '断网',
      '--class',
      n % 5 < 3 ? 'line' : 'network',
      '--branch',
      branch,
    ]
    const ticket = await desk
      .at('2026-11-22 07:00')
      .json('log', ...place, ...fault, '--reported-at', at, '--taken-by', '小刘')
    const [hours, no] = [3 + ((n * 11) % 31), String(ticket['ticket_no'])]
    const repaired = new Date(Date.parse(`${at.replace(' ', 'T')}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16)
    if (repaired < '2026-11-21T09') {
      const by = branch === 'XZ' ? '赵敏' : n % 2 === 0 ? '王伟' : '李强'
      await desk.ok('repair', no, '--by', by, '--resolution', '换接头', '--at', repaired.replace('T', ' '))
      if (n % 9 > 0) await desk.ok('close', no, '--customer-signed', name, '--maintainer-signed', by)
    }
  }
  const open = (await desk.list('list'))
    .filter(({ repaired_at }) => repaired_at === null)
    .map((one) => String(one['ticket_no']))
  desk.at('2026-11-22 07:50')
  const severe = ['--name', '吴敏', '--phone', '13900005678', '--address', '新庄村3组', '--symptom', '全村断网']
  await desk.ok('log', ...severe, '--class', 'severe', '--branch', 'XZ', '--taken-by', '小刘')
  await desk.ok('hold', open[0] ?? '', '--reason', 'absent', '--appointment', '2026-11-22 18:00', '--by', '王伟')
  await desk.at('2026-11-22 08:05').ok('handover', 'print')
}, 120_000)

/** What stands on a terminal of so many columns, with its colours. */
async function onScreen(columns: number, ...argv: string[]): Promise<string> {
  let text = ''
  const write = async (piece: string | Uint8Array): Promise<void> => void (text += Buffer.from(piece).toString('utf8'))
  const sink = { columns, rows: 30, colour: true, write }
  expect(await run(argv, desk.world(sink, { ...sink, write: async () => undefined }))).toBe(0)
  return text
}

/** For whoever changes what is shown: `README_UPDATE=1 npm test` draws the pictures anew; look at them before you commit. */
function kept(name: string, drawn: string): string {
  const file = fileURLToPath(new URL(`../../fixtures/pictures/${name}.svg`, import.meta.url))
  if (process.env['README_UPDATE'] === '1') writeFileSync(file, drawn)
  return readFileSync(file, 'utf8')
}

test('the board', async () => {
  const drawn = pictureOf(await onScreen(84, 'board'), 84)
  expect(kept('board', drawn)).toBe(drawn)
})

test('the month on a terminal', async () => {
  const drawn = pictureOf(await onScreen(84, 'report', 'month'), 84)
  expect(kept('month', drawn)).toBe(drawn)
})

test('a slip with its stub', async () => {
  const [closed] = await desk.list('list', '--status', 'closed', '--limit', '1')
  const drawn = pictureOf(await desk.ok('slip', String(closed?.['ticket_no'])), 82, 'paper')
  expect(kept('slip', drawn)).toBe(drawn)
})
