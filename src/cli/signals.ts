import { isTerminalDevice, isTerminal } from './sink.ts'

/** What the process may be told, and what the shell then sees. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const
type Heard = keyof typeof SIGNALS

/** A key that bounces, or a wrapper that passes on what the whole group heard, comes sooner than a person who insists. */
const TIDYING_MS = 500

/** What this needs of the process. */
type SignalledProcess = Pick<NodeJS.Process, 'pid' | 'platform' | 'kill' | 'exit' | 'on' | 'removeAllListeners'>

/** A terminal of which strokes are read: it has to be given back before the process ends or stands still. */
export interface HeldTerminal {
  close(): void
  giveBack(): void
  takeAgain(): void
}

/** The signals of this process, and the terminal that it was started at. */
export class Signals {
  /** Aborted by whatever ends the call. */
  readonly interrupt = new AbortController()
  /** What Ctrl-C does instead, while something else is to be done. */
  readonly ctrlC: { handle: (() => void) | undefined } = { handle: undefined }
  private readonly process: SignalledProcess
  /** The terminals among the descriptors, be they gone already. */
  private readonly terminals: readonly number[]
  private readonly held = new Set<HeldTerminal>()
  private heard: { readonly name: Heard; readonly at: number } | undefined

  constructor(ofProcess: SignalledProcess, terminals: readonly number[]) {
    this.process = ofProcess
    this.terminals = [...terminals, ...[0, 1, 2].filter(isTerminalDevice)]
    for (const name of Object.keys(SIGNALS) as Heard[]) ofProcess.on(name, () => this.told(name))
  }

  /** The terminal that was there has gone (EIO, or the end of what is typed). */
  lost(): void {
    if (this.heard === undefined) this.hear('SIGHUP')
  }

  /** A key among others, where strokes are read. */
  pressedCtrlC(): void {
    if (this.ctrlC.handle === undefined) this.interrupt.abort()
    else this.ctrlC.handle()
  }

  /** Until it is closed, it is given back before the process ends or is suspended. */
  hold<T extends HeldTerminal>(terminal: T): T {
    if (this.held.size === 0) {
      this.process.on('SIGTSTP', () => this.suspend())
      this.process.on('SIGCONT', () => this.held.forEach((one) => one.takeAgain()))
    }
    this.held.add(terminal)
    return terminal
  }

  /** As Ctrl-Z does it. */
  suspend(): void {
    this.held.forEach((one) => one.giveBack())
    // By the system's own action, which does nothing where no shell could call the program back.
    this.process.removeAllListeners('SIGTSTP')
    this.process.kill(this.process.pid, 'SIGTSTP')
    this.process.on('SIGTSTP', () => this.suspend())
    this.held.forEach((one) => one.takeAgain())
  }

  /** The exit status, unless the process is to end by a signal: then this never comes back. */
  async end(status: number): Promise<number> {
    // Node would abort, with a core, when it sets a terminal back that has gone.
    for (const descriptor of this.terminals) if (!(await isTerminal(descriptor))) this.die('SIGHUP')
    // A verb that was done before it heard of the signal is done.
    if (this.heard === undefined || status === 0) return status
    // On Windows a signal of our own would end us with 1; this one would leave a core.
    if (this.process.platform === 'win32' || this.heard.name === 'SIGQUIT') return SIGNALS[this.heard.name]
    this.die(this.heard.name)
    return SIGNALS[this.heard.name]
  }

  private told(name: Heard): void {
    if (name === 'SIGINT' && this.ctrlC.handle !== undefined) this.ctrlC.handle()
    else this.hear(name)
  }

  private hear(name: Heard): void {
    if (this.heard === undefined) {
      this.heard = { name, at: performance.now() }
      this.interrupt.abort(name)
    } else if (performance.now() - this.heard.at > TIDYING_MS) this.die(name)
  }

  private die(name: Heard): void {
    this.held.forEach((one) => one.close())
    if (this.process.platform === 'win32') this.process.exit(SIGNALS[name])
    const ending = name === 'SIGQUIT' ? 'SIGTERM' : name
    this.process.removeAllListeners(ending)
    this.process.kill(this.process.pid, ending)
  }
}
