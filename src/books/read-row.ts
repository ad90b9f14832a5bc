import type { BookMoment, MomentReader } from '../kernel/book-moments.ts'
import { whyNot as why } from '../kernel/messages/books.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import type { FaultClass, HoldReason } from '../ticket/ticket.ts'
import { CLASS_WORDS, HOLD_WORDS, INTAKE_WORDS, SERVICE_WORDS, STATUS_WORDS } from './closed-words.ts'
import type { BookStatus } from './closed-words.ts'
import type { BookColumns } from './columns.ts'
import { DEFAULTED, UNPLACED } from './draft.ts'
import type { Draft, RowRead } from './draft.ts'
import type { BookField } from './header-words.ts'
import type { People } from './people.ts'
import type { Refusal } from './refusal.ts'
import { RowCells } from './row-cells.ts'
import type { BookWords } from './row-cells.ts'

/** How the rows of one book are read. */
export interface RowHabits {
  readonly columns: BookColumns
  readonly moments: MomentReader
  readonly people: People
  readonly now: Instant
  /** Of numbers and sources. */
  readonly book: string
  readonly defaultBranch: string | undefined
  readonly defaultClass: FaultClass | undefined
  /** The first second of `fines_from`: an older row without a repair is filed. */
  readonly finesFrom: Instant
  readonly keepOpen: boolean
  readonly words: BookWords
  /** Of this office: an export of another may give other deadlines. */
  readonly rules: readonly DatedRule[]
}

/** What other fields of the row depend on. */
interface Basics {
  readonly line: number
  readonly reported: Instant
  readonly branch: string
  readonly repaired: Instant | null
  readonly status: BookStatus | null
}

const OUR_NUMBER = /^[A-Z0-9]{1,8}-\d{8}-\d{4,}$/

/** Reads rows whose ditto marks and filled cells are resolved: cells in, a draft or every reason against it out. */
export class RowReader {
  private readonly habits: RowHabits
  private readonly row: RowCells
  private readonly hasStatus: boolean
  private readonly canBeRejects: boolean
  private defaulted = 0

  constructor(habits: RowHabits) {
    this.habits = habits
    this.row = new RowCells(habits.columns, habits.words)
    this.hasStatus = this.row.has('status')
    this.canBeRejects = this.row.has('_line')
  }

  read(cells: readonly string[], line: number): RowRead | Refusal[] {
    const { row } = this
    row.start(cells)
    this.defaulted = 0
    const reported = this.reported()
    const branch = this.branch()
    const repaired = this.repaired(reported)
    const status = row.word<BookStatus>('status', STATUS_WORDS, why.notAStatus)
    const draft = this.draft({ line, reported, branch, repaired, status })
    if (draft.customer_name === '' && draft.phone === '' && draft.address === '')
      row.refuse(undefined, '', why.noCustomer)
    if (row.refusals.length > 0) return row.refusals
    const fromRejects = this.canBeRejects && row.cell('_line') !== ''
    return { draft, line, cells, defaulted: this.defaulted, content: this.content(draft), fromRejects }
  }

  private draft({ line, reported, branch, repaired, status }: Basics): Draft {
    const { row } = this
    const { now, people } = this.habits
    const isVoid = status === 'void'
    const isFiled = !isVoid && repaired === null && this.isFiled(reported, status)
    const hold = this.holdReason()
    const intake = row.word('intake', INTAKE_WORDS, why.notAnIntake)
    // One literal without spreads: a million of them are made.
    return {
      seq: UNPLACED.seq,
      day: UNPLACED.day,
      place: UNPLACED.place,
      ticket_no: this.number(),
      fault_class: this.faultClass(),
      service: row.word('service', SERVICE_WORDS, why.notAService),
      account_no: row.orNull('account_no'),
      customer_name: row.text('customer_name'),
      address: row.text('address'),
      phone: row.phone(),
      symptom: row.text('symptom'),
      intake: intake ?? (people.areaOf(branch) === 'urban' ? 'desk' : 'branch'),
      branch,
      reported_at: reported,
      entered_at: now,
      taken_by: row.text('taken_by'),
      note: row.note(),
      source: this.source(line),
      phone_key: UNPLACED.phone_key,
      place_key: UNPLACED.place_key,
      approved_deadline: null,
      approved_by: row.orNull('approved_by'),
      handover_no: null,
      handed_over_at: null,
      assigned_to: this.maintainer('assigned_to', branch),
      chases: row.count('chases'),
      hold_reason: hold,
      appointment_at: this.moment('appointment_at')?.at ?? null,
      repaired_at: repaired,
      repaired_by: this.maintainer('repaired_by', branch),
      resolution: row.orNull('resolution'),
      customer_signed_by: row.orNull('customer_signed_by'),
      maintainer_signed_by: row.orNull('maintainer_signed_by'),
      returned_at: this.moment('returned_at')?.at ?? null,
      closed_at: repaired !== null || isFiled ? now : null,
      filed: isFiled ? 1 : 0,
      void_at: isVoid ? now : null,
      import_key: UNPLACED.import_key,
      import_hash: UNPLACED.import_hash,
      extra: row.extra(hold === 'other' ? 'hold_reason' : undefined),
    }
  }

  private reported(): Instant {
    const found = this.moment('reported_at', 'reported_date')
    if (found === null) this.row.refuse('reported_at', '', why.missing)
    if (found?.timed === false) this.defaulted |= DEFAULTED.reported_at
    return found?.at ?? 0
  }

  /** A repair given by date alone: 00:00, or the report if that is later. */
  private repaired(reported: Instant): Instant | null {
    const found = this.moment('repaired_at', 'repaired_date')
    if (found === null) return null
    if (found === undefined) return reported
    if (!found.timed) this.defaulted |= DEFAULTED.repaired_at
    // A day before the day of the report cannot be helped by its lack of a time.
    const isBefore = found.timed ? found.at < reported : found.at <= reported - 86_400
    if (isBefore) this.row.refuse('repaired_at', this.row.cell('repaired_at'), why.beforeReport)
    return found.timed ? found.at : Math.max(found.at, reported)
  }

  private isFiled(reported: Instant, status: BookStatus | null): boolean {
    const { finesFrom, keepOpen } = this.habits
    const isOld = reported < finesFrom
    const tellsRepair =
      !this.hasStatus && (this.row.cell('repaired_by') !== '' || this.row.cell('customer_signed_by') !== '')
    if (status === 'done' || tellsRepair) {
      if (!isOld) this.row.refuse('repaired_at', '', why.doneWithoutTime)
      return true
    }
    return !this.hasStatus && isOld && !keepOpen
  }

  /** `null`: the row tells none; `undefined`: what it tells was refused. */
  private moment(field: BookField, dateField?: BookField): BookMoment | null | undefined {
    const date = dateField === undefined ? '' : this.row.cell(dateField)
    const cell = this.row.cell(field)
    if (date === '' && cell === '') return null
    const found = date === '' ? this.habits.moments.read(cell) : this.habits.moments.read(date, cell)
    if ('en' in found) {
      const dateIsWrong = dateField !== undefined && date !== '' && 'en' in this.habits.moments.read(date)
      if (dateIsWrong) this.row.refuse(dateField, date, found)
      else this.row.refuse(field, date === '' ? cell : `${date} ${cell}`.trim(), found)
      return undefined
    }
    if (found.at > this.habits.now && field !== 'appointment_at')
      this.row.refuse(field, cell === '' ? date : cell, why.inFuture)
    return found
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

  private maintainer(field: 'assigned_to' | 'repaired_by', branch: string): string | null {
    const cell = this.row.cell(field)
    if (cell === '' || branch === '') return null
    const found = this.habits.people.maintainerOf(this.row.translated(field, cell), branch)
    if (typeof found === 'string') return found
    this.row.refuse(field, cell, found)
    return null
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
    const cell = foldWidth(this.row.text('ticket_no'))
    if (cell === '') return null
    return OUR_NUMBER.test(cell) ? cell : `${this.bookName()}-${cell}`
  }

  private bookName(): string {
    const named = this.row.cell('_book')
    return named === '' ? this.habits.book : named
  }

  private source(line: number): string {
    const original = this.row.cell('_line')
    return `${this.bookName()}:${original === '' ? line : original}`
  }

  /** What the row itself says, whatever the defaults, the order of columns or the encoding. */
  private content(d: Draft): string {
    const { row } = this
    const said = `${row.cell('ticket_no')}\n${row.cell('fault_class')}\n${row.cell('branch')}\n${row.cell('status')}\n${row.cell('service')}\n${row.cell('intake')}`
    const customer = `${d.reported_at}\n${d.customer_name}\n${d.phone}\n${d.address}\n${d.account_no ?? ''}\n${d.symptom}\n${d.taken_by}\n${d.note ?? ''}`
    const repair = `${d.repaired_at ?? ''}\n${d.repaired_by ?? ''}\n${d.resolution ?? ''}\n${d.customer_signed_by ?? ''}\n${d.maintainer_signed_by ?? ''}\n${d.returned_at ?? ''}`
    const between = `${d.assigned_to ?? ''}\n${d.approved_by ?? ''}\n${d.chases}\n${d.hold_reason ?? ''}\n${d.appointment_at ?? ''}\n${d.extra ?? ''}`
    return `${said}\n${customer}\n${repair}\n${between}`
  }
}
