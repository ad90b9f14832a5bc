import type { HeldTerminal } from './signals.ts'

/** A terminal that strokes come from and questions are drawn on. */
export interface Terminal {
  readonly columns: number
  readonly colour: boolean
  write(text: string): void
  /** From now on every stroke comes as it is made, until `close`. */
  open(heard: TerminalEvents): void
  close(): void
  /** Gives the terminal to the shell until the program is called back (Ctrl-Z, fg). */
  suspend(): void
}

interface TerminalEvents {
  sent(text: string): void
  /** Nothing more will ever come. */
  gone(): void
  resized(): void
}

/** A lone Escape may be the begin of a sequence that a slow line delivers in two pieces. */
const ESCAPE_MILLISECONDS = 30

/** The terminal behind stdin; drawn on `output`. `stopProcess` gives it to the shell, as Ctrl-Z does. */
export function terminalOf(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  colour: boolean,
  stopProcess: () => void,
): Terminal & HeldTerminal {
  const stop: (() => void)[] = []
  let redraw = (): void => undefined
  const setRaw = (isRaw: boolean): void => {
    // A terminal that has gone cannot be set, and need not be.
    if (!input.destroyed && stop.length > 0) input.setRawMode(isRaw)
  }
  return {
    get columns() {
      return output.columns || 80
    },
    colour,
    write: (text) => void output.write(text),
    open(heard) {
      const strokes = joiningEscapes(heard.sent)
      const decoder = new TextDecoder()
      const onData = (bytes: Uint8Array): void => {
        strokes(decoder.decode(bytes, { stream: true }))
      }
      redraw = heard.resized
      input.on('data', onData).on('end', heard.gone).on('error', heard.gone)
      output.on('resize', heard.resized)
      stop.push(() => {
        input.off('data', onData).off('end', heard.gone)
        output.off('resize', heard.resized)
        input.pause()
      })
      setRaw(true)
      input.resume()
    },
    close() {
      setRaw(false)
      for (const end of stop.splice(0)) end()
    },
    suspend() {
      if (input.isTTY) stopProcess()
    },
    giveBack: () => setRaw(false),
    takeAgain() {
      setRaw(true)
      redraw()
    },
  }
}

function joiningEscapes(sent: (text: string) => void): (text: string) => void {
  let held = ''
  let timer: NodeJS.Timeout | undefined
  return (text) => {
    clearTimeout(timer)
    const all = held + text
    held = all.endsWith('\x1b') ? '\x1b' : ''
    if (held === '') return sent(all)
    if (all.length > 1) sent(all.slice(0, -1))
    timer = setTimeout(() => {
      held = ''
      sent('\x1b')
    }, ESCAPE_MILLISECONDS)
  }
}
