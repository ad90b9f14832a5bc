import type { Ctx } from '../../src/kernel/ctx.ts'
import type { Change, WriteDb } from '../../src/kernel/db.ts'
import type { Verb } from '../../src/kernel/verb.ts'
import type { Zone } from '../../src/kernel/zone.ts'
import { closeMonth } from '../../src/fines/close-month.ts'
import { insertComplaint, readRecord, saveComplaint } from '../../src/fines/complaint-queries.ts'
import { confirmFines } from '../../src/fines/confirm-fines.ts'
import { correctFine } from '../../src/fines/correct-fine.ts'
import { dismissFine } from '../../src/fines/dismiss-fine.ts'
import { findingChanges } from '../../src/fines/finding-changes.ts'
import { setSetting } from '../../src/office/set-setting.ts'
import { insertTicket, readTicket, saveTicket } from '../../src/ticket/queries.ts'
import { ticketOfCall } from '../../src/ticket/ticket.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { Accounts } from './accounts.ts'
import type { Stated } from './accounts.ts'
import type { Step } from './history.ts'
import { MonthsInZone } from './months-in-zone.ts'
import { bruteForce } from './oracle.ts'
import type { Call, Facts, Found, Told } from './oracle.ts'

/** Plays a history twice: in the office's database, and on the test's own paper. */
export class Player {
  readonly db: WriteDb
  readonly facts: Facts = { calls: [], complaints: [], rules: [] }
  readonly months: MonthsInZone
  readonly accounts: Accounts
  /** What was said of each change, and what was to be said. */
  readonly warned: { readonly told: string[]; readonly expected: string[] }[] = []
  now: number
  private readonly zone: Zone
  private readonly finesFrom: number

  constructor(db: WriteDb, zone: Zone) {
    this.db = db
    this.zone = zone
    this.months = new MonthsInZone(zone.name)
    this.accounts = new Accounts(this.months)
    this.finesFrom = this.months.at('2026-01-01T00:00:00')
    this.now = this.months.at('2026-01-20T08:00:00')
  }

  /** All that can have anything, up to the current one. */
  monthsSoFar(): string[] {
    return this.months.between(this.finesFrom, this.now)
  }

  found(): Map<string, Found> {
    return bruteForce(this.facts, this.finesFrom, this.now)
  }

  /** What a month says, as soon as it was closed. */
  async play(step: Step, bytesOf: (month: string) => Promise<string>): Promise<void> {
    switch (step.do) {
      case 'call':
        return this.call(step)
      case 'wait':
        this.now = step.toMonth ? this.months.nextMonthOf(this.now) - (step.span % 3) + 1 : this.now + step.span
        return
      case 'complain':
        return this.complain(step)
      case 'close':
        return this.close(step.pick, bytesOf)
      case 'rule':
        return this.rule(step.rule)
      case 'amendComplaint':
      case 'voidComplaint':
        return this.aboutComplaint(step)
      case 'confirm':
      case 'dismiss':
      case 'correct':
        return this.decide(step)
      case 'repair':
      case 'assign':
      case 'approve':
      case 'amend':
      case 'reopen':
      case 'void':
        return this.aboutCall(step)
    }
  }

  private async call(step: Step & { do: 'call' }): Promise<void> {
    const { person, kind, branch } = step
    const reported = this.now - step.ago
    const repaired = step.repaired === null ? null : Math.min(reported + step.repaired, this.now)
    const no = `KF-20260101-${String(this.facts.calls.length + 1).padStart(4, '0')}`
    const repair = { repaired, repairedBy: repaired === null ? null : '李强' }
    const call: Call = { no, person, kind, branch, reported, approved: null, ...repair, assigned: null, isVoid: false }
    const was = this.found()
    this.facts.calls.push(call)
    const ticket = { ...ticketOfCall(no, { ...BLANK, ...factsOf(call) }, this.now), ...factsOf(call) }
    const after = await insertTicket(this.db, ticket)
    await this.warn(was, { subject: no, table: 'ticket', after })
  }

  private async aboutCall(step: Step & { pick: number | null }): Promise<void> {
    const call = this.facts.calls[(step.pick ?? 0) % this.facts.calls.length]
    if (call === undefined || call.isVoid) return
    const before = await readTicket(this.db, call.no)
    if (before === undefined) throw new Error(`${call.no} is gone`)
    const was = this.found()
    this.change(call, step)
    const after = await saveTicket(this.db, before, { ...factsOf(call), void_at: call.isVoid ? this.now : null })
    await this.warn(was, { subject: call.no, table: 'ticket', before, after })
  }

  private change(call: Call, step: Step): void {
    if (step.do === 'repair' && call.repaired === null) {
      call.repaired = Math.min(call.reported + step.after, this.now)
      call.repairedBy = step.by[1]
    }
    if (step.do === 'assign') call.assigned = step.to[1]
    if (step.do === 'approve' && call.kind === 'severe') call.approved = call.reported + step.after
    if (step.do === 'void') call.isVoid = true
    if (step.do === 'reopen') {
      call.repaired = null
      call.repairedBy = null
    }
    if (step.do !== 'amend') return
    call.kind = step.kind ?? call.kind
    call.person = step.person ?? call.person
    call.branch = step.branch ?? call.branch
    call.reported -= step.earlier ?? 0
  }

  private async complain(step: Step & { do: 'complain' }): Promise<void> {
    const call = step.pick === null ? undefined : this.facts.calls[step.pick % this.facts.calls.length]
    const no = `KF-C-20260101-${String(this.facts.complaints.length + 1).padStart(2, '0')}`
    const [branch, maintainer] = step.about
    const { channel } = step
    const told: Told = { no, channel, call, branch, maintainer, received: this.now - step.ago, isVoid: false }
    this.facts.complaints.push(told)
    await insertComplaint(this.db, {
      complaint_no: no,
      channel,
      ticket_no: call?.no ?? null,
      branch: call === undefined ? branch : null,
      maintainer: call === undefined ? maintainer : null,
      content: '没人来',
      complainant: null,
      received_at: told.received,
      entered_at: this.now,
      void_at: null,
      void_reason: null,
      revision: 1,
    })
  }

  private async aboutComplaint(step: Step & { do: 'amendComplaint' | 'voidComplaint' }): Promise<void> {
    const told = this.facts.complaints[step.pick % this.facts.complaints.length]
    if (told === undefined || told.isVoid) return
    const was = this.found()
    if (step.do === 'voidComplaint') told.isVoid = true
    else {
      told.channel = step.channel
      told.received = this.now - step.ago
      if (step.about !== null) told.call = this.facts.calls[step.about % this.facts.calls.length] ?? told.call
    }
    const about = told.call === undefined ? {} : { ticket_no: told.call.no, branch: null, maintainer: null }
    const changes = {
      ...about,
      channel: told.channel,
      received_at: told.received,
      void_at: told.isVoid ? this.now : null,
    }
    const before = await readRecord(this.db, told.no)
    await saveComplaint(this.db, before, changes, '更正')
    await this.warn(was, { subject: told.no, table: 'complaint', before, after: { ...before, ...changes } })
  }

  /** Notes what a change says of findings. */
  private async warn(was: ReadonlyMap<string, Found>, change: Change): Promise<void> {
    const told = await findingChanges(this.db, this.now, [change])
    const expected = this.accounts.warnings(was, this.found()).sort()
    this.warned.push({ told: told.map(({ code, fine_id }) => `${code} ${fine_id}`).sort(), expected })
  }

  private async decide(step: Step & { do: 'confirm' | 'dismiss' | 'correct' }): Promise<void> {
    const found = this.found()
    const all = this.accounts.stated(found)
    const fine = all[step.pick % all.length]
    // What was taken back and is no finding any more may only be dismissed once more.
    if (fine === undefined || (step.do !== 'dismiss' && fine.status !== 'confirmed' && !found.has(fine.id))) return
    const word = { by: '陈经理', reason: '核实', note: undefined }
    if (step.do === 'confirm') {
      await this.run(confirmFines, { fines: [fine.id], ...word })
      this.accounts.confirm(fine, this.now)
    } else if (step.do === 'dismiss') {
      await this.run(dismissFine, { fine: fine.id, ground: step.ground, ...word })
      this.accounts.dismiss(fine, this.now)
    } else await this.correct(fine, step, word)
  }

  /** On whom the records name; in person; or only to the branch: then nobody in person answers, unless it is his branch already. */
  private async correct(fine: Stated, step: Step & { do: 'correct' }, word: object): Promise<void> {
    const finding = this.found().get(fine.id)
    if (step.to === null) {
      if (finding === undefined || !this.accounts.differs(fine, finding)) return
      await this.run(correctFine, { fine: fine.id, branch: undefined, maintainer: undefined, ...word })
      return this.accounts.correct(fine, finding, finding, this.now)
    }
    const [branch, name] = step.to
    await this.run(correctFine, { fine: fine.id, branch, maintainer: step.inPerson ? name : undefined, ...word })
    const kept = fine.branch === branch ? fine.maintainer : null
    this.accounts.correct(fine, { branch, maintainer: step.inPerson ? name : kept }, finding, this.now)
  }

  private async close(pick: number, bytesOf: (month: string) => Promise<string>): Promise<void> {
    const over = this.monthsSoFar().slice(0, -1)
    const month = over[over.length - 1 - (pick % Math.min(4, over.length))]
    if (month === undefined || this.accounts.closed.has(month)) return
    const ids = this.accounts.stated(this.found()).filter(({ occurred }) => this.months.monthOf(occurred) === month)
    await this.run(closeMonth, { month, by: '陈经理' })
    this.accounts.closed.set(month, { bytes: await bytesOf(month), ids: new Set(ids.map(({ id }) => id)) })
  }

  /** From the first day on that no closed month protects. */
  private async rule([key, value]: readonly [string, number] | readonly (string | number)[]): Promise<void> {
    const last = [...this.accounts.closed.keys()].sort().at(-1)
    const from = last === undefined ? this.finesFrom : this.months.nextMonthOf(this.months.at(`${last}-01T00:00:00`))
    const isFen = String(key).startsWith('fine')
    const day = this.months.dayOf(from)
    await this.run(setSetting, { key, value: String(isFen ? Number(value) / 100 : value), from: day })
    this.facts.rules.push({ key: String(key), from, value: Number(value) })
  }

  private async run(verb: Verb, given: object): Promise<void> {
    const { db, now, zone } = this
    const inside = (work: (db: WriteDb) => Promise<unknown>): Promise<unknown> => work(db)
    const ctx: Partial<Ctx> = {
      now,
      zone,
      writing: inside as Ctx['writing'],
      reading: inside as Ctx['reading'],
    }
    await verb.run(ctx as Ctx, given as never)
  }
}

const BLANK = { service: null, symptom: '无信号', intake: 'desk', taken_by: '小刘', note: null } as const

function factsOf({ person, ...call }: Call): Omit<FactFields, 'void_at'> {
  return {
    account_no: person.account_no,
    customer_name: person.name,
    address: person.address,
    phone: person.phone,
    fault_class: call.kind,
    branch: call.branch,
    reported_at: call.reported,
    approved_deadline: call.approved,
    assigned_to: call.assigned,
    repaired_at: call.repaired,
    repaired_by: call.repairedBy,
  }
}

type FactFields = Pick<
  Ticket,
  | 'account_no'
  | 'customer_name'
  | 'address'
  | 'phone'
  | 'fault_class'
  | 'branch'
  | 'reported_at'
  | 'approved_deadline'
  | 'assigned_to'
  | 'repaired_at'
  | 'repaired_by'
  | 'void_at'
>
