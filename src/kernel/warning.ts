import { fieldWords as h } from './messages/fields.ts'
import { say } from './text.ts'
import type { Language, Text } from './text.ts'
import * as v from './view.ts'
import type { Column, View } from './view.ts'

export type WarningCode =
  | 'OPEN_TICKET'
  | 'REPEAT_REPORT'
  | 'SAME_PLACE'
  | 'LATE_ENTRY'
  | 'LATE_BY_DEFAULT'
  | 'PHONE_ODD'
  | 'OTHER_BRANCH'
  | 'NAME_UNKNOWN'
  | 'APPOINTMENT_AFTER_DEADLINE'
  | 'CLOCK_BACK'
  | 'NOT_ON_DUTY'
  | 'FINDING_NEW'
  | 'FINDING_GONE'
  | 'FINE_CONTRADICTED'

/** Whom a report and the repair before it name, where a warning is about both. */
export interface BothCustomers {
  readonly match: string
  readonly customer_name: string
  readonly address: string
  readonly phone: string
  readonly earlier_customer_name: string
  readonly earlier_address: string
  readonly earlier_phone: string
}

/** Said with the change already safe: a warning never blocks. */
export interface Warning extends Partial<BothCustomers> {
  readonly code: WarningCode
  readonly message: Text
  readonly ticket_no: string | undefined
  /** Of which fine it speaks, where it speaks of one. */
  readonly fine_id?: string
}

export function warningView(language: Language): View<Warning> {
  return [
    v.text('code', h.code, (w) => w.code),
    v.text('message', h.message, (w) => say(w.message, language)),
    v.text('ticket_no', h.ticket_no, (w) => w.ticket_no),
    v.ifKnown(v.text('fine_id', h.fine_id, (w) => w.fine_id)),
    v.ifKnown(v.text('match', h.match, (w) => w.match)),
    v.ifKnown(v.text('customer_name', h.customer_name, (w) => w.customer_name)),
    v.ifKnown(v.text('address', h.address, (w) => w.address)),
    v.ifKnown(v.text('phone', h.phone, (w) => w.phone)),
    v.ifKnown(v.text('earlier_customer_name', h.earlier_customer_name, (w) => w.earlier_customer_name)),
    v.ifKnown(v.text('earlier_address', h.earlier_address, (w) => w.earlier_address)),
    v.ifKnown(v.text('earlier_phone', h.earlier_phone, (w) => w.earlier_phone)),
  ]
}

/** A record with what is to be said of its change. */
export type Warned<T> = T & { readonly warnings: readonly Warning[] }

/** The columns of a record, and the warnings below them. */
export function withWarnings<T>(view: View<T>, language: Language): View<Warned<T>> {
  const warnings: Column<Warned<T>> = v.list('warnings', h.warnings, warningView(language), (row) => row.warnings)
  return [...view, warnings]
}
