import type { Draft } from './draft.ts'
import type { RowCells } from './row-cells.ts'

/**
 * What a row itself says, whatever the defaults, the order of columns or the encoding: rows that say the same are equal.
 * A NUL stands in no cell.
 */
export function contentOf(d: Draft, row: RowCells): string {
  const said = `${row.cell('ticket_no')}\0${row.cell('fault_class')}\0${row.cell('branch')}\0${row.cell('status')}\0${row.cell('service')}\0${row.cell('intake')}`
  const customer = `${d.reported_at}\0${d.customer_name}\0${d.phone}\0${d.address}\0${d.account_no ?? ''}\0${d.symptom}\0${d.taken_by}\0${d.note ?? ''}`
  const repair = `${d.repaired_at ?? ''}\0${d.repaired_by ?? ''}\0${d.resolution ?? ''}\0${d.customer_signed_by ?? ''}\0${d.maintainer_signed_by ?? ''}\0${d.returned_at ?? ''}`
  const between = `${d.assigned_to ?? ''}\0${d.approved_by ?? ''}\0${d.chases}\0${d.hold_reason ?? ''}\0${d.appointment_at ?? ''}\0${d.extra ?? ''}`
  return `${said}\0${customer}\0${repair}\0${between}`
}
