import { asIs } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'

/** What `doctor` looked at: what it is, and what to do where it is not well. */
export interface Examination {
  readonly subject: string
  readonly value: Text
  readonly status: 'ok' | 'note' | 'wrong'
  readonly remedy: Text
}

const NOTHING = asIs('')

export function ok(subject: string, value: Text | string): Examination {
  return { subject, value: textOf(value), status: 'ok', remedy: NOTHING }
}

export function noteOn(subject: string, value: Text | string, remedy: Text): Examination {
  return { subject, value: textOf(value), status: 'note', remedy }
}

export function wrong(subject: string, value: Text | string, remedy: Text): Examination {
  return { subject, value: textOf(value), status: 'wrong', remedy }
}

const textOf = (value: Text | string): Text => (typeof value === 'string' ? asIs(value) : value)
