import type { Ctx } from '../kernel/ctx.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'

const EVERY_MS = 100

/** One line on the terminal that tells how far long work is; nothing where stderr is none. */
export class Progress {
  private readonly ctx: Pick<Ctx, 'err' | 'language'>
  private readonly started = performance.now()
  private shownAt = 0
  private shown = false

  constructor(ctx: Pick<Ctx, 'err' | 'language'>) {
    this.ctx = ctx
  }

  /** `share` of the work that is done, from 0 to 1; absent: unknown. */
  async rows(count: number, share: number | undefined): Promise<void> {
    const now = performance.now()
    if (!this.isDue(now)) return
    const seconds = (now - this.started) / 1000
    const left = share === undefined || share === 0 ? undefined : (seconds * (1 - share)) / share
    await this.line(
      t.progress(count, Math.round(count / Math.max(seconds, 0.001)), left === undefined ? '' : clock(left)),
    )
  }

  async adopting(done: number, all: number): Promise<void> {
    if (this.isDue(performance.now())) await this.line(t.adopting(done, all))
  }

  /** Takes the line away before anything else is said. */
  async clear(): Promise<void> {
    if (this.shown) await this.ctx.err.write('\r\u001b[K')
    this.shown = false
  }

  private isDue(now: number): boolean {
    if (this.ctx.err.columns === undefined || now - this.shownAt < EVERY_MS) return false
    this.shownAt = now
    return true
  }

  private async line(text: Text): Promise<void> {
    this.shown = true
    await this.ctx.err.write(`\r\u001b[K${say(text, this.ctx.language)}`)
  }
}

/** `0:42`, `12:05`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
