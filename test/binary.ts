import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The real program, as npm installs it. */
export const BINARY = fileURLToPath(new URL('../bin/baoxiu.js', import.meta.url))

export interface Ended {
  /** Absent where a signal ended it. */
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** stdout to the byte. */
  readonly bytes: Buffer
}

interface Options {
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `null`: something may still come. */
  readonly stdin?: string | Uint8Array | null
  readonly cwd?: string
  /** A command that runs the program: `setpriv …`, `faketime …`. */
  readonly through?: readonly string[]
}

/** Runs the real binary to its end. Only PATH and HOME of the machine's environment reach it. */
export async function binary(argv: readonly string[], options: Options = {}): Promise<Ended> {
  return await ended(started(argv, options))
}

/** Starts it and leaves it running: for signals, kills and races. */
export function started(
  argv: readonly string[],
  { env = {}, stdin = '', cwd, through = [] }: Options = {},
): ChildProcessWithoutNullStreams {
  const { PATH, HOME } = process.env
  const [command = '', ...words] = [...through, process.execPath, BINARY, ...argv]
  const child = spawn(command, words, { env: { PATH, HOME, LANG: 'C', ...env }, cwd })
  // A program that does not read its stdin may be gone before all of it was written.
  child.stdin.on('error', () => undefined)
  if (stdin !== null) child.stdin.end(stdin)
  return child
}

/** Waits for the end; exit status and both streams, whole. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [out, err] = [collected(child.stdout), collected(child.stderr)]
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, by) => resolve([code, by]))
  })
  const bytes = Buffer.concat(out)
  return { status, signal, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8'), bytes }
}

function collected(stream: NodeJS.ReadableStream): Buffer[] {
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  return pieces
}
