import type { Instant } from '../kernel/zone.ts'
import { inOrder } from './conduct-items.ts'
import type { Failure, ItemCode } from './conduct-items.ts'
import type { Inspection } from './inspection.ts'

/** Once that an item was not kept. */
export interface Occasion {
  readonly at: Instant
  readonly inspected_by: string
  readonly note: string | null
}

/** An item that somebody did not keep, and when. */
export interface FailedItem {
  readonly item: ItemCode
  readonly occasions: readonly Occasion[]
}

/** A month of one person. */
export interface PersonReport {
  readonly month: string
  readonly staff: string
  readonly inspections: number
  /** Checks in which everything was kept. */
  readonly passed: number
  readonly failed: readonly FailedItem[]
}

/** Art. 4.x: what was not kept and how often, by person; void checks do not count. */
export function reportsOf(month: string, inspections: readonly Inspection[]): PersonReport[] {
  const counted = inspections.filter((inspection) => inspection.void_at === null)
  return [...new Set(counted.map(({ staff }) => staff))].sort().map((staff) => {
    const own = counted.filter((inspection) => inspection.staff === staff)
    const passed = own.filter(({ failures }) => failures.length === 0).length
    return { month, staff, inspections: own.length, passed, failed: failedItems(own) }
  })
}

function failedItems(own: readonly Inspection[]): FailedItem[] {
  const byItem = new Map<ItemCode, Occasion[]>()
  for (const inspection of own) {
    for (const { item, note } of inspection.failures)
      byItem.set(item, [...(byItem.get(item) ?? []), occasionOf(inspection, note)])
  }
  return inOrder([...byItem].map(([item, occasions]) => ({ item, occasions })))
}

function occasionOf({ inspected_at, inspected_by }: Inspection, note: Failure['note']): Occasion {
  return { at: inspected_at, inspected_by, note }
}
