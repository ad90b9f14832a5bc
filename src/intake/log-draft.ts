import type { Asker, Back } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Text } from '../kernel/text.ts'
import type { Branch, Office } from '../office/office.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { CallGiven } from './assemble-call.ts'
import type { Callers } from './find-customer.ts'

/** What is filled in so far, and what was found of the caller. */
export interface Draft {
  readonly given: CallGiven
  /** Whoever the caller may be. */
  readonly candidates?: Callers
  readonly who?: 'known' | 'new'
  /** The caller's open tickets, until it is clear that this is a new report. */
  readonly open: readonly Ticket[]
  /** The open ticket that the caller asks about. */
  readonly chase?: { readonly ticket_no: string; readonly note: string | undefined; readonly isNoted: boolean }
}

/** What may be answered: who it is, a flag of `log`, and the note of a chase. */
export type Answered = 'who' | 'name' | 'address' | 'branch' | 'symptom' | 'taken_by' | 'class' | 'note'

/** Whom the form asks, and what it knows of the office. */
export interface Form {
  readonly ctx: Ctx
  readonly asker: Asker
  readonly office: Office
  readonly branches: readonly Branch[]
  /** Those that take tickets. */
  readonly openBranches: readonly Branch[]
  /** The office's usual symptoms, each with a key. */
  readonly symptoms: readonly string[]
  /** What was answered before going back, and lines left half typed. */
  readonly answered: Map<Answered, string>
  tell(text: Text): string
}

/** One question; asked while it is open. */
export interface Step {
  isOpen(draft: Draft): boolean
  ask(form: Form, draft: Draft): Promise<Draft | Back>
}
