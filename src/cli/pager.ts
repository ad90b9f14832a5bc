import type { Ctx, Sink } from '../kernel/ctx.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { Interrupted } from '../store/interrupted.ts'

/** A program that shows text page by page (`less`). */
export interface Pager extends Pick<Sink, 'write'> {
  /** Resolves once the reader has left it. */
  close(): Promise<void>
}

/** Answers nothing where there is no such program; absent where stdout is no terminal. */
export type OpenPager = ((language: Language) => Promise<Pager | 'unwanted' | undefined>) | undefined

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
        const opened = await openPager?.(ctx.language)
        pager = opened === 'unwanted' ? undefined : (opened ?? ownPager(ctx))
        sink = pager ?? ctx.out
      }
      if (sink === undefined) continue
      await sink.write(held)
      held = ''
    }
    if (held !== '') await (sink ?? ctx.out).write(held)
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error
  } finally {
    await pager?.close()
  }
  // Ctrl-C is the pager's; whatever else ends the call ended the pager as well.
  if (pager !== undefined && ctx.signal.aborted && ctx.signal.reason !== 'SIGINT') throw new Interrupted()
}

/** The reader has left. */
class EnoughRead extends Error {}

/** Page by page on this terminal, where nothing else can do it; absent where nobody may be asked. */
function ownPager({ asker, out, language }: Ctx): Pager | undefined {
  if (asker === undefined) return undefined
  const room = Math.max(1, (out.rows ?? 24) - 2)
  let left = room
  const isMore = async (): Promise<boolean> => {
    const answer = await asker.key(say(t.pagerKeys, language), [
      { key: ' ', word: '', value: true },
      { key: 'Enter', word: '', value: true },
      { key: 'q', word: '', value: false },
    ])
    left = room
    return answer === true
  }
  return {
    async write(text) {
      for (const line of String(text).split(/(?<=\n)/)) {
        if (left === 0 && !(await isMore())) throw new EnoughRead()
        await out.write(line)
        left -= 1
      }
    },
    close: async () => undefined,
  }
}
