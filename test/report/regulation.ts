/**
 * The regulation in the plainest form: lists in memory, no database, nothing shared with the program. It says what
 * every command answers and what the books show afterwards. Times in seconds since 1970 UTC; the office is at UTC+8.
 */

export type Branch = 'CG' | 'XZ'
export type FaultClass = 'line' | 'network' | 'severe'
/** `undefined`: done; else the code of the refusal. */
export type Verdict = string | undefined

export interface Call {
  readonly phone: string
  readonly account: string | undefined
  readonly fault_class: FaultClass
  readonly branch: Branch
  readonly intake: 'desk' | 'branch'
  readonly reported_at: number
}

export interface Slip extends Call {
  readonly no: string
  fault_class: FaultClass
  branch: Branch
  phone: string
  approved?: number | undefined
  held?: string | undefined
  batch?: Batch | undefined
  assigned?: string | undefined
  repaired?: { readonly at: number; readonly by: string } | undefined
  closed?: boolean
  void?: boolean
  doubles?: Slip | undefined
  chases: number
}

interface Batch {
  readonly no: string
  readonly branch: Branch
  readonly paper: boolean
  readonly cutOff: number
  readonly slips: number
  readonly reprints: number
  signedBy?: string | undefined
}

/** What one fine is, as far as the facts tell. */
export interface Fine {
  readonly fine_id: string
  readonly branch: string
  readonly maintainer: string | null
  readonly occurred_at: number
  readonly amount: number
  readonly status?: 'pending' | 'confirmed' | 'dismissed'
}

const HOUR = 3600
const DAY = 86_400
const OFFICE = 8 * HOUR
const COMPLAINT = { 'telecom-10000': 100, 'mayor-hotline': 30, 'bureau-leader': 30, 'company-leader': 20 }
export type Channel = keyof typeof COMPLAINT

const dayOf = (at: number): number => Math.floor((at + OFFICE) / DAY)
const dated = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10).replaceAll('-', '')

export class Regulation {
  now: number
  readonly slips: Slip[] = []
  readonly batches: Batch[] = []
  readonly complaints: { no: string; branch: Branch; channel: Channel; at: number }[] = []
  private readonly confirmed = new Map<string, Fine>()
  private readonly dismissed = new Set<string>()

  constructor(now: number) {
    this.now = now
  }

  log(call: Call): string {
    const start = `KF-${dated(dayOf(call.reported_at))}-`
    const number = this.slips.filter(({ no }) => no.startsWith(start)).length + 1
    const no = start + String(number).padStart(4, '0')
    this.slips.push({ ...call, no, chases: 0 })
    return no
  }

  /** Art. 2.5: what was signed stays signed, what was repaired stays repaired. */
  private notOpen(slip: Slip): Verdict {
    if (slip.void === true) return 'TICKET_VOID'
    if (slip.closed === true) return 'ALREADY_CLOSED'
    return slip.repaired === undefined ? undefined : 'ALREADY_REPAIRED'
  }

  chase(slip: Slip): Verdict {
    const refused = this.notOpen(slip)
    if (refused === undefined) slip.chases += 1
    return refused
  }

  hold(slip: Slip, reason: string): Verdict {
    const refused = this.notOpen(slip)
    if (refused === undefined) slip.held = reason
    return refused
  }

  assign(slip: Slip, to: string): Verdict {
    const refused = this.notOpen(slip)
    if (refused === undefined) slip.assigned = to
    return refused
  }

  approve(slip: Slip, deadline: number): Verdict {
    if (slip.void === true) return 'TICKET_VOID'
    if (slip.fault_class !== 'severe') return 'NOT_SEVERE'
    if (deadline < slip.reported_at) return 'TIME_ORDER'
    slip.approved = deadline
    return undefined
  }

  repair(slip: Slip, by: string, at: number): Verdict {
    const refused = this.notOpen(slip)
    if (refused !== undefined) return refused
    if (at < slip.reported_at) return 'TIME_ORDER'
    slip.repaired = { at, by }
    return undefined
  }

  /** The slip is back now; the repair is told with it where nobody told it before. */
  close(slip: Slip, by: string, signed: boolean): Verdict {
    if (slip.void === true) return 'TICKET_VOID'
    if (slip.closed === true) return 'ALREADY_CLOSED'
    if (!signed && slip.batch?.paper === true) return 'SIGNATURE_MISSING'
    if (slip.repaired !== undefined && slip.repaired.by !== by) return 'ALREADY_REPAIRED'
    slip.repaired ??= { at: this.now, by }
    slip.closed = true
    return undefined
  }

  reopen(slip: Slip): Verdict {
    if (slip.void === true) {
      // What a frozen batch says of it stays said.
      if (slip.batch !== undefined) return 'NOT_ALLOWED'
      slip.void = false
      slip.doubles = undefined
      return undefined
    }
    if (slip.repaired === undefined) return 'NOT_REPAIRED'
    slip.repaired = undefined
    slip.closed = false
    return undefined
  }

  /** Art. 1.3: every caller is recorded, so that a duplicate leads to a live report. */
  strikeOut(slip: Slip, original?: Slip): Verdict {
    if (slip.void === true) return 'TICKET_VOID'
    if (original === slip) return 'INVALID_VALUE'
    if (original?.void === true) return 'TICKET_VOID'
    const duplicates = this.slips.filter(({ doubles }) => doubles === slip)
    if (duplicates.length > 0 && original === undefined) return 'HAS_DUPLICATES'
    for (const duplicate of duplicates) duplicate.doubles = original
    slip.doubles = original
    slip.void = true
    return undefined
  }

  amend(slip: Slip, change: Partial<Pick<Slip, 'branch' | 'fault_class' | 'phone'>>): Verdict {
    if (slip.void === true) return 'TICKET_VOID'
    const moves = change.branch !== undefined && change.branch !== slip.branch && slip.repaired === undefined
    Object.assign(slip, change, moves ? { batch: undefined, assigned: undefined } : {})
    return undefined
  }

  notify(slip: Slip, to: string): Verdict {
    const refused = this.notOpen(slip) ?? (slip.intake === 'branch' ? 'NOT_RELAYED' : undefined)
    if (refused !== undefined) return refused
    if (slip.batch !== undefined) return 'ALREADY_HANDED_OVER'
    const start = `KF-${dated(dayOf(this.now))}-N`
    const number = this.batches.filter(({ no }) => no.startsWith(start) && no.endsWith(`-${slip.branch}`)).length + 1
    const no = `${start}${number}-${slip.branch}`
    slip.batch = { no, branch: slip.branch, paper: false, cutOff: this.now, slips: 1, reprints: 0, signedBy: to }
    this.batches.push(slip.batch)
    return undefined
  }

  /** Art. 1.4: at 08:00 and 14:00, everything reported before and not handed over yet. */
  print(): void {
    const today = dayOf(this.now) * DAY - OFFICE
    const cutOff = [14, 8, -10].map((hour) => today + hour * HOUR).find((at) => at <= this.now) ?? 0
    const slot = (cutOff + OFFICE) % DAY === 8 * HOUR ? 'AM' : 'PM'
    for (const branch of ['CG', 'XZ'] as const) {
      const no = `KF-${dated(dayOf(cutOff))}-${slot}-${branch}`
      const printed = this.batches.find((batch) => batch.no === no)
      const due = this.slips.filter((slip) => this.isDue(slip, branch, cutOff))
      if (printed === undefined && due.length > 0) {
        const batch = { no, branch, paper: branch === 'CG', cutOff, slips: due.length, reprints: 0 }
        for (const slip of due) slip.batch = batch
        this.batches.push(batch)
      }
    }
  }

  private isDue(slip: Slip, branch: Branch, cutOff: number): boolean {
    const open = this.notOpen(slip) === undefined && slip.batch === undefined
    return open && slip.branch === branch && slip.intake === 'desk' && slip.reported_at < cutOff
  }

  sign(batch: Batch, by: string): Verdict {
    if (batch.signedBy !== undefined && batch.signedBy !== by) return 'ALREADY_SIGNED'
    batch.signedBy = by
    return undefined
  }

  complain(branch: Branch, channel: Channel): void {
    const start = `KF-C-${dated(dayOf(this.now))}-`
    const number = this.complaints.filter(({ no }) => no.startsWith(start)).length + 1
    this.complaints.push({ no: start + String(number).padStart(2, '0'), branch, channel, at: this.now })
  }

  confirm(fine: Fine): void {
    this.dismissed.delete(fine.fine_id)
    if (!this.confirmed.has(fine.fine_id)) this.confirmed.set(fine.fine_id, fine)
  }

  dismiss(fine: Fine, ground: string): Verdict {
    if (ground === 'excused' && fine.fine_id.startsWith('complaint:')) return 'NO_EXCUSES'
    this.confirmed.delete(fine.fine_id)
    this.dismissed.add(fine.fine_id)
    return undefined
  }

  /** Art. 3.0: what was confirmed stands as it was booked; the rest is what the facts say now. */
  fines(): Fine[] {
    const found = [...this.overdue(), ...this.repeats(), ...this.complained()].filter(
      (f) => !this.confirmed.has(f.fine_id),
    )
    const open = found.map((f) => ({ ...f, status: this.dismissed.has(f.fine_id) ? 'dismissed' : 'pending' }) as const)
    return [...open, ...[...this.confirmed.values()].map((f) => ({ ...f, status: 'confirmed' }) as const)]
  }

  booked(): number {
    return [...this.confirmed.values()].reduce((sum, { amount }) => sum + amount, 0)
  }

  deadlineOf({ fault_class, reported_at, approved }: Slip): number | undefined {
    return fault_class === 'severe' ? approved : reported_at + (fault_class === 'line' ? 24 : 36) * HOUR
  }

  /** Art. 3.1. */
  private overdue(): Fine[] {
    return this.slips.flatMap((slip) => {
      const deadline = this.deadlineOf(slip)
      if (slip.void === true || deadline === undefined || (slip.repaired?.at ?? this.now) <= deadline) return []
      return [{ fine_id: `overdue:${slip.no}`, ...this.liable(slip), occurred_at: deadline, amount: 10 }]
    })
  }

  /** Art. 3.2: the latest earlier repair of the same customer and class, at most thirty days before. */
  private repeats(): Fine[] {
    return this.slips.flatMap((report) => {
      const before = this.slips
        .filter(
          (other) => other !== report && other.void !== true && report.void !== true && other.repaired !== undefined,
        )
        .filter((other) => other.fault_class === report.fault_class && sameCustomer(other, report))
        .filter(({ repaired }) => repaired !== undefined && isWithin(repaired.at, report.reported_at))
        .sort((a, b) => (b.repaired?.at ?? 0) - (a.repaired?.at ?? 0) || (a.no < b.no ? 1 : -1))
      const [blamed] = before
      if (blamed === undefined) return []
      return [{ fine_id: `repeat:${report.no}`, ...this.liable(blamed), occurred_at: report.reported_at, amount: 20 }]
    })
  }

  /** Art. 3.3. */
  private complained(): Fine[] {
    return this.complaints.map(({ no, branch, channel, at }) => {
      return { fine_id: `complaint:${no}`, branch, maintainer: null, occurred_at: at, amount: COMPLAINT[channel] }
    })
  }

  private liable({ branch, repaired, assigned }: Slip): Pick<Fine, 'branch' | 'maintainer'> {
    return { branch, maintainer: repaired?.by ?? assigned ?? null }
  }
}

function isWithin(repairedAt: number, reportedAt: number): boolean {
  return repairedAt <= reportedAt && reportedAt <= repairedAt + 30 * DAY
}

function sameCustomer(a: Call, b: Call): boolean {
  return a.account !== undefined && b.account !== undefined ? a.account === b.account : a.phone === b.phone
}

/** A branch that took the call waits for no hand-over (2.7); a township knows of it once it was read out (2.9). */
export function statusOf({ void: voided, closed, repaired, held, batch, intake }: Slip): string {
  if (voided === true) return 'void'
  if (closed === true) return 'closed'
  if (repaired !== undefined) return 'repaired'
  if (held !== undefined) return 'on_hold'
  const isKnown = batch !== undefined && (batch.paper || batch.signedBy !== undefined) && intake === 'desk'
  return isKnown ? 'handed_over' : 'open'
}
