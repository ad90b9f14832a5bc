import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BINARY } from './binary.ts'

interface Options {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string | undefined>>
}

const PATIENCE_MS = 20_000

/** The real program at a real terminal: util-linux `script` gives it one. */
export class Pty {
  private readonly child
  private readonly ttyFile: string
  private readonly ended: Promise<number | null>
  private text = ''
  /** How much of the output earlier steps have seen. */
  private seen = 0

  /** `after` is run by the shell when the program has ended. */
  constructor(argv: readonly string[], { columns = 80, rows = 24, env = {} }: Options = {}, after = 'exit $?') {
    const { PATH, HOME } = process.env
    this.ttyFile = join(mkdtempSync(join(tmpdir(), 'pty-')), 'tty')
    const words = [process.execPath, BINARY, ...argv].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
    const command = `stty cols ${columns} rows ${rows}; tty > '${this.ttyFile}'; ${words}; ${after}`
    this.child = spawn('script', ['-qefc', command, '/dev/null'], {
      env: { PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env },
    })
    this.child.stdout.setEncoding('utf8').on('data', (piece: string) => (this.text += piece))
    this.child.stdin.on('error', () => undefined)
    this.ended = new Promise((resolve) => this.child.once('close', (status) => resolve(status)))
  }

  /** Waits until this is on the screen, after what was seen before. */
  async see(text: string): Promise<this> {
    const end = performance.now() + PATIENCE_MS
    for (;;) {
      const at = this.text.indexOf(text, this.seen)
      if (at >= 0) {
        this.seen = at + text.length
        return this
      }
      if (performance.now() > end) throw new Error(`never saw ${text} in:\n${this.text.slice(this.seen)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  type(strokes: string): this {
    this.child.stdin.write(strokes)
    return this
  }

  /** No more input: `script` passes the end on to its terminal. */
  endInput(): this {
    this.child.stdin.end()
    return this
  }

  /** The window gets another size. */
  resize(columns: number, rows: number): this {
    const tty = readFileSync(this.ttyFile, 'utf8').trim()
    execFileSync('stty', ['-F', tty, 'cols', String(columns), 'rows', String(rows)])
    return this
  }

  /** Takes the terminal away. */
  hangUp(): this {
    this.child.kill('SIGKILL')
    return this
  }

  /** Exit status and all that was on the screen. */
  async end(): Promise<{ status: number | null; text: string }> {
    const status = await Promise.race([
      this.ended,
      new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error(`it goes on: ${this.text}`)), PATIENCE_MS).unref(),
      ),
    ])
    return { status, text: this.text }
  }

  /** Is anything still running at this terminal? */
  get isBusy(): boolean {
    if (!existsSync(this.ttyFile)) return true
    const tty = readFileSync(this.ttyFile, 'utf8').trim().replace('/dev/', '')
    try {
      return execFileSync('ps', ['-t', tty, '-o', 'pid='], { stdio: 'pipe' }).toString().trim() !== ''
    } catch {
      return false
    }
  }
}
