import type { Ctx } from '../kernel/ctx.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Screen } from '../kernel/screen.ts'
import { Interrupted } from '../store/interrupted.ts'
import { paintFor } from './paint.ts'
import type { Paint } from './paint.ts'

/** The lines of a screen, painted, each with its end. */
function asScreen(screen: Screen, { out }: Ctx, paint: Paint): string {
  const lines = screen({ columns: out.columns ?? 80, rows: out.rows ?? 24 })
  return lines
    .map((line) => line.map(({ text, tone }) => (tone === 'head' ? paint.head(text) : paint.tone(tone, text))).join(''))
    .map((line) => `${line}\n`)
    .join('')
}

const OTHER_SCREEN = '\x1b[?1049h\x1b[?25l'
const FORMER_SCREEN = '\x1b[?25h\x1b[?1049l'
const HOME = '\x1b[H\x1b[2J'

/** Writes it once. */
export async function showScreen(screen: Screen, ctx: Ctx): Promise<void> {
  await ctx.out.write(asScreen(screen, ctx, await paintFor(ctx.out.colour)))
}

/** Draws it anew with every minute, and when the window has another size, until `q` or Ctrl-C. */
export async function keepShowing(first: Screen, again: () => Promise<Outcome>, ctx: Ctx): Promise<void> {
  let screen = first
  const paint = await paintFor(ctx.out.colour)
  const left = new AbortController()
  void ctx.asker?.pressed('q').then(() => left.abort())
  const signal = AbortSignal.any([ctx.signal, left.signal])
  await ctx.out.write(OTHER_SCREEN)
  try {
    for (let seconds = 0; !signal.aborted;) {
      await ctx.out.write(HOME + asScreen(screen, ctx, paint))
      const { columns, rows } = ctx.out
      do {
        await aSecond(signal)
        seconds += 1
      } while (seconds % 60 !== 0 && ctx.out.columns === columns && ctx.out.rows === rows && !signal.aborted)
      if (seconds % 60 !== 0 || signal.aborted) continue
      const next = await again()
      screen = (next.kind === 'record' ? next.screen : undefined) ?? screen
    }
  } finally {
    await ctx.out.write(FORMER_SCREEN)
  }
  if (ctx.signal.aborted) throw new Interrupted()
}

/** Less where the run is interrupted. */
async function aSecond(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, 1000)
    signal.addEventListener('abort', done)
  })
}
