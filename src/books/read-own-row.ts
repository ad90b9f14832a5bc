import { unguarded } from '../kernel/csv.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { MomentReader } from '../kernel/book-moments.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import { FAULT_CLASSES, HOLD_REASONS, INTAKES, SERVICES, flawOfNumber } from '../ticket/ticket.ts'
import { STATUSES, deadlineOf, statusOf } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'
import { UNPLACED } from './draft.ts'
import type { Draft, RowRead } from './draft.ts'
import { codeOfWord } from './own-words.ts'
import type { People } from './people.ts'
import type { Refusal } from './refusal.ts'

/** How the rows of our own export are read. */
export interface OwnHabits {
  readonly moments: MomentReader
  readonly people: People
  readonly now: Instant
  readonly officeCode: string
  readonly rules: readonly DatedRule[]
}

const OUR_NAMES = ticketView.map((column) => column.name)
const PLACE: ReadonlyMap<string, number> = new Map(OUR_NAMES.map((name, index) => [name, index]))
const LATE = OUR_NAMES.indexOf('late')
const OUR_MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

/** Reads rows of our own export to the letter: no ditto, trimming, folding or totals. */
export class OwnRowReader {
  private readonly habits: OwnHabits
  private cells: readonly string[] = []
  private refusals: Refusal[] = []

  constructor(habits: OwnHabits) {
    this.habits = habits
  }

  read(raw: readonly string[], line: number): RowRead | Refusal[] {
    this.cells = raw.map((cell, index) => codeOfWord(OUR_NAMES[index] ?? '', unguarded(cell)))
    this.refusals = []
    if (raw.length > OUR_NAMES.length + 3) this.refusals.push({ column: '', value: '', why: why.tooManyCells })
    this.checkNumber()
    const draft = this.draft()
    if (this.refusals.length > 0) return this.refusals
    const cells = this.cells.slice(0, OUR_NAMES.length)
    // Whether it is late changes with the clock, not with what happened.
    const content = cells.toSpliced(LATE, 1).join('\0')
    const said = this.moment('deadline') ?? undefined
    const isRecounted = said !== deadlineOf(draft, this.habits.rules).deadline
    return { draft, line, cells: this.cells, defaulted: 0, content, isRecounted, fromRejects: false }
  }

  private draft(): Draft {
    const branch = this.branch()
    const status = this.code('status', STATUSES)
    const repaired = this.moment('repaired_at')
    const returned = this.moment('returned_at')
    const entered = this.needed('entered_at')
    const isClosed = status === 'closed'
    const severe = this.cell('fault_class') === 'severe'
    const deadline = this.moment('deadline')
    const draft: Draft = {
      ...UNPLACED,
      ticket_no: orNull(this.cell('ticket_no')),
      fault_class: this.code('fault_class', FAULT_CLASSES) ?? 'line',
      service: this.code('service', SERVICES),
      account_no: orNull(this.cell('account_no')),
      customer_name: this.cell('customer_name'),
      address: this.cell('address'),
      phone: this.cell('phone'),
      symptom: this.cell('symptom'),
      intake: this.code('intake', INTAKES) ?? 'desk',
      branch,
      reported_at: this.needed('reported_at'),
      entered_at: entered,
      taken_by: this.cell('taken_by'),
      note: orNull(this.cell('note')),
      source: orNull(this.cell('source')),
      approved_deadline: severe ? deadline : null,
      approved_by: orNull(this.cell('approved_by')),
      handover_no: orNull(this.cell('handover_no')),
      handed_over_at: this.moment('handed_over_at'),
      assigned_to: this.maintainer('assigned_to', branch),
      chases: this.count('chases'),
      hold_reason: this.code('hold_reason', HOLD_REASONS),
      appointment_at: this.moment('appointment_at'),
      repaired_at: repaired,
      repaired_by: this.maintainer('repaired_by', branch),
      resolution: orNull(this.cell('resolution')),
      customer_signed_by: orNull(this.cell('customer_signed_by')),
      maintainer_signed_by: orNull(this.cell('maintainer_signed_by')),
      returned_at: returned,
      closed_at: isClosed ? (returned ?? repaired ?? entered) : null,
      filed: isClosed && repaired === null ? 1 : 0,
      void_at: status === 'void' ? this.habits.now : null,
      extra: null,
    }
    if (status !== null && statusOf(draft) !== status) this.refuse('status', why.statusDiffers)
    this.checkOrder(draft)
    return draft
  }

  private checkNumber(): void {
    const flaw = flawOfNumber(this.cell('ticket_no'), this.habits.officeCode)
    if (flaw !== undefined) this.refuse('ticket_no', why.numberFlaw[flaw])
  }

  private checkOrder(draft: Draft): void {
    if (draft.reported_at > this.habits.now) this.refuse('reported_at', why.inFuture)
    if (draft.repaired_at === null) return
    if (draft.repaired_at > this.habits.now) this.refuse('repaired_at', why.inFuture)
    if (draft.repaired_at < draft.reported_at) this.refuse('repaired_at', why.beforeReport)
  }

  private branch(): string {
    const cell = this.cell('branch')
    const found = this.habits.people.branchOf(cell)
    if (typeof found === 'string') return found
    this.refuse('branch', cell === '' ? why.missing : found)
    return ''
  }

  private maintainer(field: string, branch: string): string | null {
    const cell = this.cell(field)
    if (cell === '' || branch === '') return null
    const found = this.habits.people.maintainerOf(cell, branch)
    if (typeof found === 'string') return found
    this.refuse(field, found)
    return null
  }

  private needed(field: string): Instant {
    const found = this.moment(field)
    if (found === null && this.cell(field) === '') this.refuse(field, why.missing)
    return found ?? 0
  }

  private moment(field: string): Instant | null {
    const cell = this.cell(field)
    if (cell === '') return null
    const found = OUR_MOMENT.test(cell) ? this.habits.moments.read(cell) : why.notOurMoment
    if ('at' in found) return found.at
    this.refuse(field, found)
    return null
  }

  private code<T extends string>(field: string, codes: readonly T[]): T | null {
    const cell = this.cell(field)
    if (cell === '' && (field === 'service' || field === 'hold_reason')) return null
    const found = codes.find((code) => code === cell)
    if (found === undefined) this.refuse(field, whyNoCode[field] ?? why.notAStatus)
    return found ?? null
  }

  private count(field: string): number {
    const cell = this.cell(field)
    if (!/^\d{1,9}$/.test(cell)) this.refuse(field, why.notACount)
    return Number(cell)
  }

  private cell(field: string): string {
    return this.cells[PLACE.get(field) ?? -1] ?? ''
  }

  private refuse(field: string, reason: Text): void {
    this.refusals.push({ column: field, value: this.cell(field), why: reason })
  }
}

const whyNoCode: Readonly<Record<string, Text>> = {
  fault_class: why.notAClass,
  service: why.notAService,
  intake: why.notAnIntake,
  hold_reason: why.notAReason,
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
