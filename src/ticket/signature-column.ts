import { fieldWords as h } from '../kernel/messages/fields.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import type { Column } from '../kernel/view.ts'
import { isNameless } from './signature.ts'

type Signed = 'customer_signed_by' | 'maintainer_signed_by'

/** As it is written in JSON and CSV; people read of a tick that somebody signed, and that the name is not given. */
export function signature<T extends Readonly<Record<Signed, string | null>>>(name: Signed): Column<T> {
  return {
    name,
    heading: h[name],
    cell(row) {
      const value = row[name] ?? undefined
      const isNamed = value === undefined || !isNameless(value)
      return isNamed ? { kind: 'text', value } : { kind: 'text', value, told: ticketWords.signedNameless }
    },
  }
}
