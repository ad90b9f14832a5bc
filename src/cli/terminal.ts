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

/** The terminal behind stdin; drawn on `output`. `stopProcess` returns when the shell has called the program back. */
export function terminalOf(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  colour: boolean,
  stopProcess: () => void,
): Terminal {
  const stop: (() => void)[] = []
  return {
    get columns() {
      return output.columns || 80
    },
    colour,
    write: (text) => void output.write(text),
    open(heard) {
      const strokes = joiningEscapes(heard.sent)
      const decoder = new TextDecoder()
      const onData = (bytes: Uint8Array): void => strokes(decoder.decode(bytes, { stream: true }))
      input.on('data', onData).on('end', heard.gone).on('error', heard.gone)
      output.on('resize', heard.resized)
      input.setRawMode(true)
      input.resume()
      stop.push(() => {
        input.off('data', onData).off('end', heard.gone)
        output.off('resize', heard.resized)
        // A terminal that has gone cannot be set back, and need not be.
        if (!input.destroyed) input.setRawMode(false)
        input.pause()
      })
    },
    close() {
      for (const end of stop.splice(0)) end()
    },
    suspend() {
      if (!input.isTTY) return
      input.setRawMode(false)
      stopProcess()
      input.setRawMode(true)
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
