import type { Instant } from '../kernel/zone.ts'

export const IMPORT_KINDS = ['tickets', 'returns', 'branches', 'staff', 'shifts'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** One book that was brought in: table `import`. */
export interface ImportRecord {
  readonly import_id: string
  readonly kind: ImportKind
  readonly book: string
  /** SHA-256 of the file. */
  readonly file_hash: string
  readonly imported_at: Instant
  readonly imported_by: string
  readonly rows_read: number
  readonly imported: number
  readonly duplicates: number
  readonly rejected: number
  /** What was said of it, as JSON. */
  readonly report: string
  readonly undone_at: Instant | null
}

/** `KF-I-20261122-01`: office code, day of the import, a number of that day. */
export function importNumber(officeCode: string, day: string, number: number): string {
  return `${officeCode}-I-${day.replaceAll('-', '')}-${String(number).padStart(2, '0')}`
}
