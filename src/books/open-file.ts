import { NoEncoding } from '../kernel/book-encoding.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { openBook } from '../store/open-book.ts'
import type { BookAsked, OpenBook } from '../store/open-book.ts'

/** Opens a book or list; where no encoding fits, the refusal says where each of them breaks. */
export async function openFile(ctx: Ctx, asked: Omit<BookAsked, 'input' | 'signal'>): Promise<OpenBook> {
  try {
    return await openBook({ ...asked, input: ctx.input, signal: ctx.signal })
  } catch (error) {
    if (error instanceof NoEncoding)
      throw new Fault('INVALID_VALUE', t.noEncodingThroughout(asked.file, error.breaks), t.noEncodingNext)
    throw error
  }
}
