import type { BookMoment, MomentReader } from '../kernel/book-moments.ts'
import { whyNot as why } from '../kernel/messages/books.ts'
import type { Text } from '../kernel/text.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { Instant } from '../kernel/zone.ts'
import type { FaultClass, HoldReason } from '../ticket/ticket.ts'
import { CLASS_WORDS, HOLD_WORDS, INTAKE_WORDS, SERVICE_WORDS, STATUS_WORDS } from './closed-words.ts'
import type { BookStatus } from './closed-words.ts'
import { columnName } from './columns.ts'
import type { BookColumns } from './columns.ts'
import { DEFAULTED } from './draft.ts'
import type { Draft, RowRead } from './draft.ts'
import type { BookField } from './header-words.ts'
import type { People } from './people.ts'
import type { Refusal } from './refusal.ts'

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
  /** What `--map` says of words: field → folded word → code. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const OUR_NUMBER = /^[A-Z0-9]{1,8}-\d{8}-\d{4,}$/
const LONGEST = 10_000

/** Reads rows whose ditto marks and filled cells are resolved: cells in, a draft or every reason against it out. */
export class RowReader {
  private readonly habits: RowHabits
  private readonly at: BookColumns['at']
  private cells: readonly string[] = []
  private refusals: Refusal[] = []
  private defaulted = 0

  constructor(habits: RowHabits) {
    this.habits = habits
    this.at = habits.columns.at
  }

  read(cells: readonly string[], line: number): RowRead | Refusal[] {
    this.cells = cells
    this.refusals = []
    this.defaulted = 0
    const reported = this.reported()
    const branch = this.branch()
    const repaired = this.repaired(reported)
    const status = this.word<BookStatus>('status', STATUS_WORDS, why.notAStatus)
    const draft = this.draft(line, reported, branch, repaired, status)
    if (draft.customer_name === '' && draft.phone === '' && draft.address === '')
      this.refuse(undefined, '', why.noCustomer)
    for (const index of this.habits.columns.unmapped) this.long(index, cells[index] ?? '')
    if (this.refusals.length > 0) return this.refusals
    return { draft, defaulted: this.defaulted, content: this.content(draft), fromRejects: this.cell('_line') !== '' }
  }

  private draft(
    line: number,
    reported: Instant,
    branch: string,
    repaired: Instant | null,
    status: BookStatus | null,
  ): Draft {
    const at = { reported_at: reported, entered_at: this.habits.now }
    const isVoid = status === 'void'
    const isFiled = !isVoid && repaired === null && this.isFiled(reported, status)
    return {
      ticket_no: this.number(),
      fault_class: this.faultClass(),
      service: this.word('service', SERVICE_WORDS, why.notAService),
      account_no: orNull(this.text('account_no')),
      customer_name: this.text('customer_name'),
      address: this.text('address'),
      phone: this.phone(),
      symptom: this.text('symptom'),
      intake:
        this.word('intake', INTAKE_WORDS, why.notAnIntake) ??
        (this.habits.people.areaOf(branch) === 'urban' ? 'desk' : 'branch'),
      branch,
      ...at,
      taken_by: this.text('taken_by'),
      note: orNull(this.note()),
      source: this.source(line),
      approved_deadline: null,
      approved_by: orNull(this.text('approved_by')),
      handover_no: null,
      handed_over_at: null,
      assigned_to: this.maintainer('assigned_to', branch),
      chases: this.count('chases'),
      ...this.hold(),
      repaired_at: repaired,
      repaired_by: this.maintainer('repaired_by', branch),
      resolution: orNull(this.text('resolution')),
      customer_signed_by: orNull(this.text('customer_signed_by')),
      maintainer_signed_by: orNull(this.text('maintainer_signed_by')),
      returned_at: this.moment('returned_at')?.at ?? null,
      closed_at: repaired !== null || isFiled ? this.habits.now : null,
      filed: isFiled ? 1 : 0,
      void_at: isVoid ? this.habits.now : null,
      extra: this.extra(),
    }
  }

  private reported(): Instant {
    const found = this.moment('reported_at', 'reported_date')
    if (found === undefined) {
      this.refuse('reported_at', '', why.missing)
      return 0
    }
    if (!found.timed) this.defaulted |= DEFAULTED.reported_at
    return found.at
  }

  /** A repair given by date alone: 00:00, or the report if that is later. */
  private repaired(reported: Instant): Instant | null {
    const found = this.moment('repaired_at', 'repaired_date')
    if (found === undefined) return null
    const at = found.timed ? found.at : Math.max(found.at, reported)
    if (!found.timed) this.defaulted |= DEFAULTED.repaired_at
    // A day before the day of the report cannot be helped by its lack of a time.
    const isBefore = found.timed ? at < reported : found.at <= reported - 86_400
    if (isBefore) this.refuse('repaired_at', this.cell('repaired_at'), why.beforeReport)
    return at
  }

  private isFiled(reported: Instant, status: BookStatus | null): boolean {
    const { finesFrom, keepOpen } = this.habits
    const isOld = reported < finesFrom
    const tellsRepair = this.cell('repaired_by') !== '' || this.cell('customer_signed_by') !== ''
    if (status === 'done' || (tellsRepair && this.at.status < 0)) {
      if (!isOld) this.refuse('repaired_at', '', why.doneWithoutTime)
      return true
    }
    return this.at.status < 0 && isOld && !keepOpen
  }

  private moment(field: BookField, dateField?: BookField): BookMoment | undefined {
    const date = dateField === undefined ? '' : this.cell(dateField)
    const cell = this.cell(field)
    if (date === '' && cell === '') return undefined
    const found = date === '' ? this.habits.moments.read(cell) : this.habits.moments.read(date, cell)
    if ('en' in found) {
      this.refuse(field, date === '' ? cell : `${date} ${cell}`.trim(), found)
      return undefined
    }
    if (found.at > this.habits.now && field !== 'appointment_at')
      this.refuse(field, cell === '' ? date : cell, why.inFuture)
    return found
  }

  private branch(): string {
    const cell = this.cell('branch')
    if (cell === '') {
      if (this.habits.defaultBranch === undefined)
        this.refuse(this.at.branch < 0 ? undefined : 'branch', '', why.noBranch)
      this.defaulted |= DEFAULTED.branch
      return this.habits.defaultBranch ?? ''
    }
    const found = this.habits.people.branchOf(this.translated('branch', cell))
    if (typeof found === 'string') return found
    this.refuse('branch', cell, found)
    return ''
  }

  private maintainer(field: 'assigned_to' | 'repaired_by', branch: string): string | null {
    const cell = this.cell(field)
    if (cell === '' || branch === '') return null
    const found = this.habits.people.maintainerOf(this.translated(field, cell), branch)
    if (typeof found === 'string') return found
    this.refuse(field, cell, found)
    return null
  }

  private faultClass(): FaultClass {
    const found = this.word('fault_class', CLASS_WORDS, why.notAClass)
    if (found !== null) return found
    this.defaulted |= DEFAULTED.fault_class
    return this.habits.defaultClass ?? 'line'
  }

  private hold(): { hold_reason: HoldReason | null; appointment_at: Instant | null } {
    const cell = this.cell('hold_reason')
    // A reason in words of its own is "other"; the words are kept with the ticket.
    const reason = cell === '' ? null : (HOLD_WORDS.get(foldWord(this.translated('hold_reason', cell))) ?? 'other')
    return { hold_reason: reason, appointment_at: this.moment('appointment_at')?.at ?? null }
  }

  private word<T extends string>(field: BookField, table: ReadonlyMap<string, T>, reason: Text): T | null {
    const cell = this.cell(field)
    if (cell === '') return null
    const found = table.get(cell) ?? table.get(foldWord(this.translated(field, cell)))
    if (found === undefined) this.refuse(field, cell, reason)
    return found ?? null
  }

  private translated(field: BookField, cell: string): string {
    return this.habits.words.get(field)?.get(foldWord(cell)) ?? cell
  }

  private count(field: BookField): number {
    const cell = foldWidth(this.cell(field))
    if (cell === '') return 0
    if (!/^\d{1,4}$/.test(cell)) this.refuse(field, cell, why.notACount)
    return Number(cell)
  }

  /** Our own numbers are kept, another slip number is the book's. */
  private number(): string | null {
    const cell = foldWidth(this.text('ticket_no'))
    if (cell === '') return null
    return OUR_NUMBER.test(cell) ? cell : `${this.bookName()}-${cell}`
  }

  private bookName(): string {
    const named = this.cell('_book')
    return named === '' ? this.habits.book : named
  }

  private source(line: number): string {
    const original = this.cell('_line')
    return `${this.bookName()}:${original === '' ? line : original}`
  }

  private phone(): string {
    const cells = [this.at.phone, ...this.habits.columns.phones].map((index) =>
      foldWidth(this.cells[index] ?? '').replace(/^(\d{7,12})\.0$/, '$1'),
    )
    const given = [...new Set(cells.filter((cell) => cell !== ''))]
    for (const cell of given) if (/^\d(?:\.\d+)?E\+\d+$/i.test(cell)) this.refuse('phone', cell, why.scientific)
    return this.long(this.at.phone, given.join('/'))
  }

  private note(): string {
    const cells = [this.at.note, ...this.habits.columns.notes].map((index) => this.cells[index] ?? '')
    return this.long(this.at.note, cells.filter((cell) => cell !== '').join('；'))
  }

  private text(field: BookField): string {
    return this.long(this.at[field], this.cell(field))
  }

  private long(index: number, cell: string): string {
    if (cell.length > LONGEST)
      this.refusals.push({ column: columnName(this.habits.columns.headings, index), value: cell, why: why.tooLong })
    return cell
  }

  private cell(field: BookField): string {
    return this.cells[this.at[field]] ?? ''
  }

  private extra(): string | null {
    const { columns } = this.habits
    const kept: Record<string, string> = {}
    let any = false
    for (const index of columns.unmapped) {
      const cell = this.cells[index] ?? ''
      if (cell === '') continue
      kept[columnName(columns.headings, index)] = cell
      any = true
    }
    const reason = this.cell('hold_reason')
    if (reason !== '' && !HOLD_WORDS.has(foldWord(this.translated('hold_reason', reason)))) {
      kept[columnName(columns.headings, this.at.hold_reason)] = reason
      any = true
    }
    return any ? JSON.stringify(kept) : null
  }

  /** What the row itself says, whatever the defaults, the order of columns or the encoding. */
  private content(draft: Draft): string {
    const number = this.cell('ticket_no')
    const classes = this.cell('fault_class')
    const branch = this.cell('branch')
    return `${draft.reported_at}\n${number}\n${draft.customer_name}\n${draft.phone}\n${draft.address}\n${draft.account_no ?? ''}\n${draft.symptom}\n${classes}\n${branch}\n${draft.taken_by}\n${draft.repaired_at ?? ''}\n${draft.repaired_by ?? ''}\n${draft.resolution ?? ''}\n${draft.note ?? ''}\n${this.cell('status')}\n${draft.customer_signed_by ?? ''}\n${draft.maintainer_signed_by ?? ''}\n${draft.returned_at ?? ''}\n${draft.assigned_to ?? ''}\n${draft.chases}\n${draft.hold_reason ?? ''}\n${draft.appointment_at ?? ''}\n${this.cell('service')}\n${this.cell('intake')}\n${draft.approved_by ?? ''}\n${draft.extra ?? ''}`
  }

  private refuse(field: BookField | undefined, value: string, reason: Text): void {
    const column =
      field === undefined ? '' : this.at[field] < 0 ? field : columnName(this.habits.columns.headings, this.at[field])
    this.refusals.push({ column, value, why: reason })
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
