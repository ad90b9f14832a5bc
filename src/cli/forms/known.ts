import { readableTime } from '../../kernel/calendar.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import type { Text } from '../../kernel/text.ts'
import { namesSeen, onDutyAt } from '../../duty/queries.ts'
import { readOffice, readStaff } from '../../office/queries.ts'
import { findTicket } from '../../ticket/find-ticket.ts'
import { judge } from '../../ticket/rules.ts'
import type { Judged } from '../../ticket/rules.ts'
import type { Form } from './form.ts'

const OFFERED = 9

/** The tickets that were answered, as they stand. */
export async function ticketsIn({ ctx, answers }: Form, key: string): Promise<Judged[]> {
  const numbers = answers.get(key) ?? []
  return ctx.reading(async (db) => {
    const office = await readOffice(db)
    const found: Judged[] = []
    for (const number of numbers) found.push(judge(await findTicket(db, office, number, ctx), office.rules, ctx.now))
    return found
  })
}

/** What all of them have in common; nothing where they differ. */
export function shared(tickets: readonly Judged[], of: (ticket: Judged) => string | null): string | undefined {
  const values = new Set(tickets.map(of))
  const [only] = values
  return values.size === 1 ? (only ?? undefined) : undefined
}

/** Who works for the branches of these tickets; all maintainers where there is no ticket. */
export async function maintainersFor(form: Form, key: string): Promise<string[]> {
  const branches = new Set((await ticketsIn(form, key)).map((ticket) => ticket.branch))
  const staff = await form.ctx.reading(readStaff)
  const inService = staff.filter((person) => person.retired_at === null)
  const here = inService.filter((person) => branches.size === 0 || branches.has(person.branch))
  return [...new Set((here.length > 0 ? here : inService).map((person) => person.name))].slice(0, OFFERED)
}

/** Whoever is on duty now, where it is one person. */
export async function onDutyNow({ ctx }: Form): Promise<string | undefined> {
  const on = await ctx.reading((db) => onDutyAt(db, ctx.now))
  return on.length === 1 ? on[0] : undefined
}

export async function deskPeople({ ctx }: Form): Promise<string[]> {
  return (await ctx.reading(namesSeen)).slice(0, OFFERED)
}

/** What "now" as the time of repair would mean: late, where it is. */
export async function lateNow(form: Form, key: string): Promise<Text | undefined> {
  const { now, zone } = form.ctx
  const late = (await ticketsIn(form, key)).filter(
    ({ deadline, repaired_at }) => repaired_at === null && deadline !== undefined && now > deadline,
  )
  const [first] = late
  if (first?.deadline === undefined) return undefined
  return t.nowIsLate(first.ticket_no, readableTime(zone, first.deadline), late.length)
}
