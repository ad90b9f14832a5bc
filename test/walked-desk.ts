import { readFileSync, writeFileSync } from 'node:fs'
import { openDesk, openServerDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { onPostgres } from './pg-desk.ts'

const CALLERS = ['13800001234', '13800005678', '0517-87654321/13900001111', '87650000']

/** Logs one call and answers its number. */
export async function logged(desk: Desk, index: number, ...more: string[]): Promise<string> {
  const phone = CALLERS[index % CALLERS.length] ?? ''
  const who = ['--name', `用户${index}`, '--address', `建设路${index}号`, '--phone', phone]
  const branch = more.includes('--branch') ? [] : ['--branch', 'CG']
  const fault = more.includes('--class') ? [] : ['--class', 'line']
  const { ticket_no } = await desk.json(
    'log',
    ...who,
    '--symptom',
    '无信号',
    '--taken-by',
    '小刘',
    ...branch,
    ...fault,
    ...more,
  )
  return String(ticket_no)
}

let walked: Promise<Buffer> | undefined
let walkedOnServer: Promise<Desk> | undefined

/** A desk on which everything has happened that can happen to a ticket. Walked once for each worker. */
export async function walkedDesk(): Promise<Desk> {
  if (onPostgres) {
    walkedOnServer ??= openServerDesk({ now: '2026-11-20 09:00' }, undefined, true).then(walk)
    return openServerDesk({ now: '2026-11-23 09:00' }, (await walkedOnServer).file)
  }
  walked ??= walk(await openDesk({ now: '2026-11-20 09:00' })).then(({ file }) => readFileSync(file))
  const desk = await openDesk({ now: '2026-11-23 09:00', office: false })
  writeFileSync(desk.file, await walked, { mode: 0o600 })
  return desk
}

async function walk(desk: Desk): Promise<Desk> {
  const line = await logged(desk, 0)
  const moved = await logged(desk, 1)
  const severe = await logged(desk, 2, '--class', 'severe')
  const relayed = await logged(desk, 3, '--branch', 'XZ')
  const twice = await logged(desk, 1)
  await desk.ok('chase', line, '--taken-by', '小刘')
  await desk.ok('chase', line)
  await desk.ok('approve', severe, '--deadline', '2026-11-22 18:00', '--by', '刘总')
  await desk.ok('approve', severe, '--deadline', '2026-11-23 18:00', '--by', '刘总')
  await desk.ok('notify', relayed, '--to', '赵敏')
  await desk.ok('void', twice, '--reason', '重复登记', '--duplicate-of', moved)
  const batches = await desk.at('2026-11-20 14:05').json<{ handover_no: string }[]>('handover', 'print')
  for (const { handover_no } of batches) await desk.ok('handover', 'sign', handover_no, '--by', '王伟')
  await desk.ok('handover', 'amend', 'KF-20261120-PM-CG', '--by', '李强', '--reason', '字看错了')
  const again = await logged(desk, 1, '--reported-at', '09:30')
  await desk.ok('void', again, '--reason', '重复', '--duplicate-of', moved)
  await desk.ok('reopen', again, '--reason', '不是同一件事')
  await desk.ok('void', again, '--reason', '重复', '--duplicate-of', moved)
  await desk.ok('amend', moved, '--branch', 'XZ', '--phone', '13800009999/87651111', '--reason', '属新庄')
  await desk.at('2026-11-21 08:05').ok('handover', 'print')
  await desk.ok('assign', line, '--to', '王伟')
  await desk.ok('hold', line, '--reason', 'absent', '--appointment', '2026-11-21 18:00', '--by', '王伟')
  await desk.ok('hold', line, '--reason', 'parts', '--appointment', '2026-11-22 18:00')
  await desk.at('2026-11-22 19:00').ok('repair', line, severe, '--by', '王伟', '--resolution', '更换接头')
  await desk.ok('close', line, '--customer-signed', '用户0', '--maintainer-signed', '王伟')
  const back = ['--customer-signed', '用户1', '--maintainer-signed', '赵敏']
  await desk.ok('close', moved, '--by', '赵敏', '--resolution', '重做接头', ...back)
  await desk.ok('reopen', moved, '--reason', '录错单号')
  await desk
    .at('2026-11-23 09:00')
    .ok('log', '--phone', '13800001234', '--symptom', '又没信号', '--class', 'line', '--taken-by', '小刘')
  await desk.ok('note', '西郊三点停电')
  await desk.ok('note', '王师傅请假')
  await desk.ok('note', 'done', '2')
  await desk.ok('branch', 'edit', 'XZ', '--phone', '7654322')
  await desk.ok('staff', 'retire', '李强', '--branch', 'CG')
  await desk.ok('staff', 'move', '赵敏', '--from', 'XZ', '--to', 'CG')
  await desk.ok('staff', 'move', '赵敏', '--from', 'CG', '--to', 'XZ')
  await desk.ok('branch', 'add', 'DX', '东乡分公司', '--area', 'township')
  await desk.ok('branch', 'close', 'DX')
  await desk.ok('branch', 'add', 'BH', '北河分公司', '--area', 'urban')
  await desk.ok('staff', 'add', '孙涛', '--branch', 'BH')
  await logged(desk, 4, '--branch', 'BH', '--reported-at', '2026-11-22 08:30')
  await desk.ok('handover', 'print')
  await desk.ok('branch', 'merge', 'BH', '--into', 'CG')
  await desk.ok('office', 'set', 'afternoon', '14:30', '--from', '2026-12-01')
  await desk.ok('office', 'set', 'fine_overdue', '15', '--from', '2026-12-01')
  return desk
}
