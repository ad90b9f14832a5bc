import * as f from '../kernel/flags.ts'
import { bookWords as t } from '../kernel/messages/books.ts'

/** Which part of the records an export takes; days are inclusive. */
export const spanFlags = { month: f.month(t.month), from: f.day(t.fromDay), to: f.day(t.toDay) }
