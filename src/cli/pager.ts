import type { Ctx, Sink } from '../kernel/ctx.ts'
import { Interrupted } from '../store/interrupted.ts'

/** A program that shows text page by page (`less`). */
export interface Pager extends Pick<Sink, 'write'> {
  /** Resolves once the reader has left it. */
  close(): Promise<void>
}

/** Answers nothing where there is no such program; absent where stdout is no terminal. */
export type OpenPager = (() => Promise<Pager | undefined>) | undefined

/** Writes to stdout; through a pager where it is a terminal with fewer lines than there are. */
export async function writePaged(pieces: Iterable<string>, ctx: Ctx, openPager: OpenPager): Promise<void> {
  const room = openPager === undefined ? Infinity : (ctx.out.rows ?? Infinity) - 1
  let held = ''
  let pager: Pager | undefined
  let sink: Pick<Sink, 'write'> | undefined = room === Infinity ? ctx.out : undefined
  try {
    for (const piece of pieces) {
      if (ctx.signal.aborted) throw new Interrupted()
      held += piece
      if (sink === undefined && held.split('\n').length - 1 > room) {
        pager = await openPager?.()
        sink = pager ?? ctx.out
      }
      if (sink === undefined) continue
      await sink.write(held)
      held = ''
    }
    if (held !== '') await (sink ?? ctx.out).write(held)
  } finally {
    await pager?.close()
  }
}
