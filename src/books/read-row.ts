import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { Instant } from '../kernel/zone.ts'
import { flawOfNumber } from '../ticket/ticket.ts'
import type { FaultClass, HoldReason } from '../ticket/ticket.ts'
import { peopleIn } from './cells/name-cell.ts'
import { signatureIn } from './cells/signature-cell.ts'
import { CLASS_WORDS, HOLD_WORDS, INTAKE_WORDS, SERVICE_WORDS, STATUS_WORDS } from './closed-words.ts'
import type { BookStatus } from './closed-words.ts'
import { DEFAULTED, UNPLACED } from './draft.ts'
import type { Draft, RowRead } from './draft.ts'
import type { Refusal } from './refusal.ts'
import { RowCells } from './row-cells.ts'
import { contentOf } from './row-content.ts'
import type { RowHabits } from './row-habits.ts'
import { RowTimes } from './row-times.ts'

/** What other fields of the row depend on. */
interface Basics {
  readonly line: number
  readonly reported: Instant
  readonly branch: string
  readonly repaired: Instant | null
  readonly status: BookStatus | null
}

const OUR_NUMBER = /^[A-Z0-9]{1,8}-\d{8}-\d{4,}$/

const REPAIR_FACTS = ['repaired_by', 'customer_signed_by', 'maintainer_signed_by', 'returned_at'] as const
/** Results that are none. */
const NOT_REPAIRED: ReadonlySet<string> = new Set([
  ...[...STATUS_WORDS].filter(([, status]) => status === 'open' || status === 'void').map(([word]) => word),
  ...HOLD_WORDS.keys(),
])

/** Reads rows whose ditto marks and filled cells are resolved: cells in, a draft or every reason against it out. */
export class RowReader {
  private readonly habits: RowHabits
  private readonly row: RowCells
  private readonly times: RowTimes
  private readonly hasStatus: boolean
  private readonly canBeRejects: boolean
  private defaulted = 0
  /** Cells with several people, for the note. */
  private together = ''

  constructor(habits: RowHabits) {
    this.habits = habits
    this.row = new RowCells(habits.columns, habits.words, habits.cells)
    this.times = new RowTimes(habits, this.row)
    this.hasStatus = this.row.has('status')
    this.canBeRejects = this.row.has('_line')
  }

  read(cells: readonly string[], line: number): RowRead | Refusal[] {
    const { row } = this
    row.start(cells)
    if (row.refusals.length > 0) return row.refusals
    this.defaulted = 0
    this.together = ''
    this.times.defaulted = 0
    const reported = this.times.reported()
    const branch = this.branch()
    const repaired = this.times.repaired(reported)
    const status = row.word<BookStatus>('status', STATUS_WORDS, why.notAStatus)
    if (status === 'open' && repaired !== null) row.refuse('status', row.cell('status'), why.openYetRepaired)
    const draft = this.draft({ line, reported, branch, repaired, status })
    if (draft.customer_name === '' && draft.phone === '' && draft.address === '')
      row.refuse(undefined, '', why.noCustomer)
    if (row.refusals.length > 0) return row.refusals
    const fromRejects = this.canBeRejects && row.cell('_line') !== ''
    return {
      draft,
      line,
      cells,
      defaulted: this.defaulted | this.times.defaulted,
      content: contentOf(draft, row),
      fromRejects,
      hasSeveral: this.together !== '',
    }
  }

  private draft({ line, reported, branch, repaired, status }: Basics): Draft {
    const { row, times } = this
    const { now, people } = this.habits
    const isVoid = status === 'void'
    const isFiled = !isVoid && repaired === null && this.isFiled(reported, status)
    const hold = this.holdReason()
    const intake = row.word('intake', INTAKE_WORDS, why.notAnIntake)
    const [assigned, repairer] = [this.maintainer('assigned_to', branch), this.maintainer('repaired_by', branch)]
    // One literal without spreads: a million of them are made.
    return {
      seq: UNPLACED.seq,
      ticket_no: this.number(),
      fault_class: this.faultClass(),
      service: row.word('service', SERVICE_WORDS, why.notAService),
      account_no: row.account(),
      customer_name: row.text('customer_name'),
      address: row.text('address'),
      phone: row.phone(),
      symptom: row.text('symptom'),
      intake: intake ?? (people.areaOf(branch) === 'urban' ? 'desk' : 'branch'),
      branch,
      reported_at: reported,
      entered_at: now,
      taken_by: row.text('taken_by'),
      note: this.note(),
      source: this.source(line),
      phone_key: UNPLACED.phone_key,
      place_key: UNPLACED.place_key,
      approved_deadline: null,
      approved_by: row.orNull('approved_by'),
      handover_no: null,
      handed_over_at: null,
      assigned_to: assigned,
      chases: row.count('chases'),
      hold_reason: hold,
      appointment_at: times.moment('appointment_at')?.at ?? null,
      repaired_at: repaired,
      repaired_by: repairer,
      resolution: row.orNull('resolution'),
      customer_signed_by: row.signature('customer_signed_by'),
      maintainer_signed_by: row.signature('maintainer_signed_by'),
      returned_at: times.moment('returned_at')?.at ?? null,
      closed_at: repaired !== null || isFiled ? now : null,
      filed: isFiled ? 1 : 0,
      void_at: isVoid ? now : null,
      import_key: UNPLACED.import_key,
      import_hash: UNPLACED.import_hash,
      extra: row.extra(hold === 'other' ? 'hold_reason' : undefined),
    }
  }

  private isFiled(reported: Instant, status: BookStatus | null): boolean {
    const { finesFrom, keepOpen } = this.habits
    const isOld = reported < finesFrom
    if (status === 'done' || (status !== 'open' && this.tellsRepair())) {
      if (!isOld) this.row.refuse('repaired_at', '', why.doneWithoutTime)
      return true
    }
    return !this.hasStatus && isOld && !keepOpen
  }

  /** Somebody repaired it, though the row does not say when. */
  private tellsRepair(): boolean {
    const { row } = this
    const told = REPAIR_FACTS.some((field) => signatureIn(row.cell(field)) !== '')
    return told || !(row.cell('resolution') === '' || NOT_REPAIRED.has(foldWord(row.cell('resolution'))))
  }

  private branch(): string {
    const cell = this.row.cell('branch')
    if (cell === '') {
      if (this.habits.defaultBranch === undefined)
        this.row.refuse(this.row.has('branch') ? 'branch' : undefined, '', why.noBranch)
      // A book without such a column is of one branch; that is no gap in its rows.
      if (this.row.has('branch')) this.defaulted |= DEFAULTED.branch
      return this.habits.defaultBranch ?? ''
    }
    const found = this.habits.people.branchOf(this.row.translated('branch', cell))
    if (typeof found === 'string') return found
    this.row.refuse('branch', cell, found)
    return ''
  }

  /** Of several people the first answers for it; all of them are kept in the note. */
  private maintainer(field: 'assigned_to' | 'repaired_by', branch: string): string | null {
    const cell = this.row.cell(field)
    if (cell === '' || branch === '') return null
    const [name = '', ...others] = peopleIn(this.row.translated(field, cell))
    if (others.length > 0) this.together += `${this.together === '' ? '' : '；'}${this.row.nameOf(field)}：${cell}`
    const found = this.habits.people.maintainerOf(name, branch, others.length > 0)
    if (typeof found === 'string') return found
    this.row.refuse(field, cell, found)
    return null
  }

  private note(): string | null {
    const note = this.row.note()
    if (this.together === '') return note
    return note === null ? this.together : `${note}；${this.together}`
  }

  private faultClass(): FaultClass {
    const found = this.row.word('fault_class', CLASS_WORDS, why.notAClass)
    if (found !== null) return found
    this.defaulted |= DEFAULTED.fault_class
    return this.habits.defaultClass ?? 'line'
  }

  /** A reason in words of its own is "other"; the words are kept with the ticket. */
  private holdReason(): HoldReason | null {
    const cell = this.row.cell('hold_reason')
    return cell === '' ? null : (HOLD_WORDS.get(foldWord(this.row.translated('hold_reason', cell))) ?? 'other')
  }

  /** Our own numbers are kept, another slip number is the book's. */
  private number(): string | null {
    // 1 204 is how some programs write 1204.
    const cell = foldWidth(this.row.text('ticket_no')).replace(/^\d{1,3}(?: \d{3})+$/, (number) =>
      number.replaceAll(' ', ''),
    )
    if (cell === '') return null
    const number = OUR_NUMBER.test(cell) ? cell : `${this.bookName()}-${cell}`
    const flaw = flawOfNumber(number, this.habits.officeCode)
    if (flaw !== undefined) this.row.refuse('ticket_no', number, why.numberFlaw[flaw])
    return number
  }

  private bookName(): string {
    const named = this.row.cell('_book')
    return named === '' ? this.habits.book : named
  }

  private source(line: number): string {
    const original = this.row.cell('_line')
    return `${this.bookName()}:${original === '' ? line : original}`
  }
}
