import { expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'

test('the journal of a ticket: names in JSON, words where people read Chinese', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  await desk.ok('amend', '1', '--class', 'severe', '--reason', '听错')
  await desk.ok('hold', '1', '--reason', 'parts', '--appointment', '2026-11-23 18:00')
  const { events } = await desk.json<{ events: { verb: string; changes: string }[] }>('show', '1')
  expect(events.map(({ verb, changes }) => [verb, changes]).slice(1)).toEqual([
    ['amend', 'fault_class line → severe'],
    ['hold', 'reason parts; appointment_at 2026-11-23 18:00; called_at 2026-11-22 09:00'],
    ['hold', 'hold_reason – → parts; appointment_at – → 2026-11-23 18:00'],
  ])
  const shown = await desk.columns(120).ok('show', '1')
  expect(shown).toContain('故障类别 线路 → 严重网络')
  expect(shown).toContain('未修原因 – → 缺材料; 预约时间 – → 2026-11-23 18:00')
})
