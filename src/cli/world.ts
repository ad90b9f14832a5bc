import type { Sink } from '../kernel/ctx.ts'
import type { Encoding } from '../kernel/gb18030.ts'
import type { Instant } from '../kernel/zone.ts'
import type { ClosingAsker } from './asker-on-demand.ts'
import type { OpenPager } from './pager.ts'

/** Everything of the real world that a run may touch; tests hand in one of their own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Sink
  readonly err: Sink
  readonly input: AsyncIterable<Uint8Array>
  /** Present where stdin and stdout are terminals. */
  readonly asker: ClosingAsker | undefined
  /** What Ctrl-C does instead of ending the program, while something else is to be done. */
  readonly ctrlC: { handle: (() => void) | undefined }
  readonly openPager: OpenPager
  readonly loginName: () => string
  readonly systemLocale: () => string
  /** The platform's folder for data of programs. */
  readonly dataFolder: string | undefined
  /** The platform's folder for what programs remember of themselves. */
  readonly stateFolder: string | undefined
  /** The name of this machine. */
  readonly machine: string
  readonly systemNow: () => Instant
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal
  /** What a program behind the pipe reads, where that is not UTF-8; absent where everybody reads UTF-8. */
  readonly pipeEncoding?: () => Promise<Encoding | undefined>
}
