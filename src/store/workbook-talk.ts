import type { WorkbookFlaw } from './workbook-parts.ts'

/** What is told of a sheet before it is read. */
export interface SheetHead {
  readonly name: string
  readonly hidden: boolean
  /** Some cell of it holds something. */
  readonly used: boolean
  /** Columns up to the last one that holds something. */
  readonly width: number
  /** The first of its rows that do not show though they hold something. */
  readonly hiddenRows: readonly number[]
  readonly hiddenCount: number
}

/** What the process that reads a workbook says first. */
export type FromChild = { readonly sheets: readonly SheetHead[] } | { readonly flaw: WorkbookFlaw }

/** What it is told then: the place of a sheet. */
export interface SheetWanted {
  readonly sheet: number
}
