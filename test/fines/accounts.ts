import type { MonthsInZone } from './months-in-zone.ts'
import type { Found } from './oracle.ts'

interface Who {
  readonly branch: string
  readonly maintainer: string | null
}

interface Standing extends Found {
  readonly booked: string
}

export interface Line extends Found {
  readonly booked: string
  readonly month: string
  readonly kind: string
}

/** What a fine should look like in a list. */
export interface Stated extends Found {
  readonly status: 'pending' | 'confirmed' | 'dismissed' | 'reversed'
  readonly booked: string | null
}

export function byOccurrence(a: Found, b: Found): number {
  return a.occurred - b.occurred || (a.id < b.id ? -1 : Number(a.id > b.id))
}

/** The decisions of a history as a bookkeeper would keep them on paper. */
export class Accounts {
  readonly lines: Line[] = []
  /** Month → what it said when it was closed, and the fines that its list held. */
  readonly closed = new Map<string, { bytes: string; ids: ReadonlySet<string> }>()
  private readonly months: MonthsInZone
  private readonly confirmed = new Map<string, Standing>()
  private readonly dismissed = new Set<string>()
  private readonly moved = new Map<string, Who>()

  constructor(months: MonthsInZone) {
    this.months = months
  }

  stated(found: ReadonlyMap<string, Found>): Stated[] {
    const ids = new Set([...found.keys(), ...this.lines.map(({ id }) => id)])
    const all = [...ids].flatMap((id): Stated[] => {
      const standing = this.confirmed.get(id)
      if (standing !== undefined) return [{ ...standing, status: 'confirmed' }]
      const finding = found.get(id) ?? this.bookedLast(id)
      if (finding === undefined) return []
      const status = this.dismissed.has(id) ? 'dismissed' : 'pending'
      return [{ ...finding, ...this.moved.get(id), status, booked: null }]
    })
    return all.sort(byOccurrence)
  }

  /** Every line booked in the month, and every fine of the month of which none is: those rows add up to the summary. */
  listed(month: string, found: ReadonlyMap<string, Found>): Stated[] {
    const lines = this.lines.filter(({ booked }) => booked === month)
    const rows = lines.map((line): Stated => {
      const { month: _, kind: __, ...row } = line
      return { ...row, status: line.amount < 0 ? 'reversed' : 'confirmed' }
    })
    const others = this.stated(found).filter(
      ({ id, occurred }) => this.months.monthOf(occurred) === month && !lines.some((line) => line.id === id),
    )
    return [...rows, ...others].sort(byOccurrence)
  }

  private bookedLast(id: string): Found | undefined {
    const line = this.lines.findLast((one) => one.id === id && one.amount > 0)
    if (line === undefined) return undefined
    const { booked: _, month: __, kind: ___, ...found } = line
    return found
  }

  /** Of closed months, and not in what those said. */
  surfaced(found: ReadonlyMap<string, Found>): Stated[] {
    return this.stated(found).filter(({ id, occurred, status }) => {
      const close = this.closed.get(this.months.monthOf(occurred))
      return status === 'pending' && close !== undefined && !close.ids.has(id)
    })
  }

  confirm(fine: Stated, now: number): void {
    this.dismissed.delete(fine.id)
    if (!this.confirmed.has(fine.id)) this.book(fine, now)
  }

  dismiss(fine: Stated, now: number): void {
    this.reverse(fine, now)
    this.dismissed.add(fine.id)
  }

  /** Of a confirmed one, what the records say by now is booked on whoever is named. */
  correct(fine: Stated, who: Who, finding: Found | undefined, now: number): void {
    this.moved.set(fine.id, who)
    const said = { ...fine, ...finding, branch: who.branch, maintainer: who.maintainer }
    if (!this.differs(fine, said)) return
    this.reverse(fine, now)
    this.book(said, now)
  }

  /** What is to be said of a change of the facts from one to the other. */
  warnings(was: ReadonlyMap<string, Found>, is: ReadonlyMap<string, Found>): string[] {
    const ids = new Set([...was.keys(), ...is.keys(), ...this.confirmed.keys()])
    return [...ids].flatMap((id) => {
      const standing = this.confirmed.get(id)
      if (standing !== undefined) {
        const isNew = this.contradicts(standing, is.get(id)) && !this.contradicts(standing, was.get(id))
        return isNew ? [`FINE_CONTRADICTED ${id}`] : []
      }
      if (was.has(id) === is.has(id) || this.dismissed.has(id)) return []
      return [`${is.has(id) ? 'FINDING_NEW' : 'FINDING_GONE'} ${id}`]
    })
  }

  /** Where the branch alone answered, somebody who is known since contradicts nothing. */
  private contradicts(standing: Standing, finding: Found | undefined): boolean {
    if (finding === undefined) return true
    const said = { ...finding, ...this.moved.get(standing.id) }
    const maintainer = standing.maintainer ?? said.maintainer
    return this.differs({ ...standing, maintainer, status: 'confirmed' }, said)
  }

  /** Do the records say anything else of a confirmed fine than what stands booked? */
  differs(fine: Stated, finding: Found): boolean {
    const fields = ['occurred', 'amount', 'ticket', 'channel', 'branch', 'maintainer'] as const
    return fine.status === 'confirmed' && fields.some((field) => fine[field] !== finding[field])
  }

  private book(fine: Stated, now: number): void {
    const booked = this.bookedMonth(this.months.monthOf(fine.occurred), now)
    const { status: _, ...found } = fine
    this.confirmed.set(fine.id, { ...found, booked })
    this.line(found, booked, fine.amount)
  }

  private reverse({ id }: Stated, now: number): void {
    const standing = this.confirmed.get(id)
    if (standing === undefined) return
    this.confirmed.delete(id)
    this.line(standing, this.bookedMonth(this.months.monthOf(standing.occurred), now), -standing.amount)
  }

  private line(found: Found, booked: string, amount: number): void {
    const kind = found.id.split(':')[0] ?? ''
    this.lines.push({ ...found, booked, month: this.months.monthOf(found.occurred), kind, amount })
  }

  private bookedMonth(month: string, now: number): string {
    if (!this.closed.has(month)) return month
    for (let at = now; ; at += 86_400) if (!this.closed.has(this.months.monthOf(at))) return this.months.monthOf(at)
  }
}
