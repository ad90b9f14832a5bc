import type { Desk } from '../desk.ts'

/** A call of 张三 about a line fault; what else is said of it as flags, the later ones winning. */
export function call(more: Readonly<Record<string, string>> = {}): string[] {
  const said = {
    name: '张三',
    address: '建设路5号',
    phone: '13800000001',
    symptom: '无信号',
    class: 'line',
    branch: 'CG',
  }
  const flags = Object.entries({ ...said, 'taken-by': '小刘', ...more })
  return ['log', ...flags.flatMap(([flag, value]) => [`--${flag}`, value])]
}

/** Takes a call at a moment and answers its number. */
export async function called(desk: Desk, at: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  desk.at(at)
  return String((await desk.json(...call(more)))['ticket_no'])
}

/** Repairs a ticket at a moment. */
export async function repaired(desk: Desk, at: string, ticket: string, by = '王伟'): Promise<void> {
  desk.at(at)
  await desk.ok('repair', ticket, '--by', by, '--resolution', '换接头')
}

/** An overdue fine of November: reported on the 2nd, repaired a second too late. */
export async function lateCase(desk: Desk): Promise<string> {
  const ticket = await called(desk, '2026-11-02 08:00:00')
  await repaired(desk, '2026-11-03 08:00:01', ticket)
  return `overdue:${ticket}`
}
