import type { Sink } from '../../kernel/ctx.ts'
import type { ClosingAsker } from '../asker-on-demand.ts'
import type { Pager } from '../pager.ts'
import type { World } from '../world.ts'

/** One call of the program. */
export type Run = (argv: readonly string[], world: World) => Promise<number>

/** Calls of commands inside the desk: each with a Ctrl-C of its own, on the one terminal that the desk keeps. */
export class Calls {
  private readonly world: World
  private readonly asker: ClosingAsker
  private readonly general: readonly string[]
  private readonly run: Run
  /** How many lines were written since the last question. */
  lines = 0

  constructor(world: World, asker: ClosingAsker, general: readonly string[], run: Run) {
    this.world = world
    this.asker = asker
    this.general = general
    this.run = run
  }

  startCounting(): void {
    this.lines = 0
  }

  async call(argv: readonly string[]): Promise<number> {
    return await this.runIn(argv, {})
  }

  /** The board in the rows that are left beside the latest answer and what stands `below`. */
  async board(below: number): Promise<number> {
    const { out } = this.world
    const used = this.lines + below
    this.lines = 0
    return await this.runIn(['board'], {
      out: {
        ...sizeOf(out, () => Math.max(LEAST_BOARD, (out.rows ?? 24) - used)),
        colour: out.colour,
        write: (text) => out.write(text),
      },
    })
  }

  /** What a command writes, for the desk itself. */
  async captured(argv: readonly string[]): Promise<string> {
    let text = ''
    const out: Sink = {
      columns: undefined,
      rows: undefined,
      colour: false,
      write: async (piece) => void (text += String(piece)),
    }
    await this.runIn(argv, { out, err: { ...out, write: async () => undefined }, asker: undefined })
    return text
  }

  private async runIn(argv: readonly string[], other: Partial<World>): Promise<number> {
    const { world } = this
    const call = new AbortController()
    const former = world.ctrlC.handle
    world.ctrlC.handle = () => call.abort()
    try {
      return await this.run(this.withGeneral(argv), {
        ...world,
        asker: this.held(),
        out: this.counted(world.out),
        err: this.counted(world.err),
        // The desk reads the keyboard itself.
        input: nothing(),
        openPager: this.pagerThatGivesBack(),
        signal: AbortSignal.any([world.signal, call.signal]),
        ...other,
      })
    } finally {
      world.ctrlC.handle = former
    }
  }

  /** The general options stand before what a command may take as its own words. */
  private withGeneral(argv: readonly string[]): readonly string[] {
    const end = argv.indexOf('--')
    return end < 0 ? [...argv, ...this.general] : [...argv.slice(0, end), ...this.general, ...argv.slice(end)]
  }

  /** A question sets the count back; the terminal stays with the desk when the call ends. */
  private held(): ClosingAsker {
    const { asker } = this
    const asked = <T>(answer: Promise<T>): Promise<T> => {
      this.lines = 0
      return answer
    }
    return {
      tell: (lines) => asker.tell(lines),
      command: (question, options) => asker.command(question, options),
      pressed: (key) => asker.pressed(key),
      speak: (language) => asker.speak(language),
      line: (question, options) => asked(asker.line(question, options)),
      key: (question, choices) => asked(asker.key(question, choices)),
      close: async () => undefined,
    }
  }

  private counted(sink: Sink): Sink {
    return {
      ...sizeOf(sink, () => sink.rows),
      colour: sink.colour,
      write: async (text) => {
        this.lines += String(text).split('\n').length - 1
        await sink.write(text)
      },
    }
  }

  private pagerThatGivesBack(): World['openPager'] {
    const { openPager } = this.world
    if (openPager === undefined) return undefined
    return async (language) => {
      await this.asker.close()
      const pager = await openPager(language)
      if (pager === undefined || pager === 'unwanted') return pager
      return this.readToTheEnd(pager)
    }
  }

  /** Whoever left a pager has read: nothing needs to be waited for. */
  private readToTheEnd(pager: Pager): Pager {
    return {
      write: (text) => pager.write(text),
      close: async () => {
        await pager.close()
        this.lines = 0
      },
    }
  }
}

/** Less is no board. */
const LEAST_BOARD = 8

function sizeOf(sink: Sink, rows: () => number | undefined): Pick<Sink, 'columns' | 'rows'> {
  return {
    get columns() {
      return sink.columns
    },
    get rows() {
      return rows()
    },
  }
}

// oxlint-disable-next-line require-yield -- there is nothing to read
async function* nothing(): AsyncGenerator<Uint8Array> {}
