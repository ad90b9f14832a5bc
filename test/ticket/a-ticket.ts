import { ticketOfCall } from '../../src/ticket/ticket.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'

/** A ticket for rules: a line fault reported at second 1,000,000,000, with what the test says. */
export function aTicket(facts: Partial<Ticket> = {}): Ticket {
  const call = {
    fault_class: 'line',
    service: null,
    account_no: null,
    customer_name: '张三',
    address: '建设路5号',
    phone: '13800001234',
    symptom: '无信号',
    intake: 'desk',
    branch: 'CG',
    reported_at: 1_000_000_000,
    taken_by: '小刘',
    note: null,
  } as const
  return { ...ticketOfCall('KF-20010909-0001', call, 1_000_000_000), ...facts }
}
