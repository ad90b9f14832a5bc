import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { dutyWords as t } from '../../kernel/messages/duty.ts'
import { CONDUCT_ITEMS } from '../conduct-items.ts'

const FAILED_ITEMS = `select distinct item from inspection_failure order by item`
const WITH_ITEM = `select inspection_no from inspection_failure where item = $1 order by inspection_no`

/** The checklist sees to it that what failed is an item of the code; a hand in the file may not. */
export const conductItemsKnown: Invariant = {
  name: 'conduct-items-known',
  remedy: t.voidInspection,
  async *breaches(db) {
    const known = new Set<unknown>(CONDUCT_ITEMS.map(({ item }) => item))
    for (const { item } of await db.all(FAILED_ITEMS)) {
      if (item === undefined || known.has(item)) continue
      for (const row of await db.all(WITH_ITEM, [item])) {
        yield { subject: String(row.inspection_no), what: t.itemNotInCode(String(item)) } satisfies Breach
      }
    }
  },
}
