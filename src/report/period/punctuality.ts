import type { Branch } from '../../office/office.ts'
import type { Judged } from '../../ticket/rules.ts'
import { FAULT_CLASSES } from '../../ticket/ticket.ts'
import type { FaultClass } from '../../ticket/ticket.ts'
import type { PeriodTickets } from './period-tickets.ts'

/** What was asked of a branch or came up in a class, and how it was met. */
export interface Punctuality {
  readonly calls: number
  readonly handed_over: number
  readonly repaired: number
  /** Of those repaired that had a deadline (2.2–2.4). */
  readonly on_time: number
  readonly late: number
  /** Deadlines of the period that were missed, repaired since or not. */
  readonly overdue: number
}

export interface ClassPunctuality extends Punctuality {
  readonly fault_class: FaultClass
}

export interface BranchPunctuality extends Punctuality {
  readonly branch: string
  readonly branch_name: string
}

export function punctualityOf(tickets: PeriodTickets, isMeant: (ticket: Judged) => boolean = () => true): Punctuality {
  const repaired = tickets.repaired.filter(isMeant)
  return {
    calls: tickets.calls.filter(isMeant).length,
    handed_over: tickets.handedOver.filter(isMeant).length,
    repaired: repaired.length,
    on_time: repaired.filter(({ late }) => late === false).length,
    late: repaired.filter(({ late }) => late === true).length,
    overdue: tickets.overdue.filter(isMeant).length,
  }
}

export function punctualityByClass(tickets: PeriodTickets): ClassPunctuality[] {
  return FAULT_CLASSES.map((fault_class) => ({
    fault_class,
    ...punctualityOf(tickets, (ticket) => ticket.fault_class === fault_class),
  }))
}

/** Every branch, by code; those that had nothing to do are left out. */
export function punctualityByBranch(tickets: PeriodTickets, branches: readonly Branch[]): BranchPunctuality[] {
  return branches
    .map(({ code, name }) => ({
      branch: code,
      branch_name: name,
      ...punctualityOf(tickets, (ticket) => ticket.branch === code),
    }))
    .filter(({ calls, handed_over, repaired, overdue }) => calls + handed_over + repaired + overdue > 0)
}
