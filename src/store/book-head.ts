import { notText } from '../kernel/book-encoding.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'

/** As many bytes as the header of a rejects file is looked for in. */
const SAMPLE = 65_536
const MARKS = /_line\W{1,5}_reason\W{1,5}_book/

/** Refuses what is neither text nor a workbook. */
export function isWorkbook(head: Uint8Array, file: string): boolean {
  const kind = notText(head)
  if (kind === undefined || kind === 'workbook') return kind === 'workbook'
  throw new Fault('BOOK_UNREADABLE', t.notText[kind](file))
}

/** The marks of a rejects file stand side by side in its header, in any encoding. */
export function isRejects(head: Uint8Array): boolean {
  return MARKS.test(Buffer.from(head.subarray(0, SAMPLE)).toString('latin1').replaceAll('\0', ''))
}
