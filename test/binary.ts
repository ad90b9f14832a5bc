import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The real program, as npm installs it. */
export const BINARY = fileURLToPath(new URL('../bin/baoxiu.js', import.meta.url))
const ROOT = fileURLToPath(new URL('..', import.meta.url))

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
  const program = through[0] === 'setpriv' ? readableByAll() : BINARY
  const [command = '', ...words] = [...through, process.execPath, program, ...argv]
  const child = spawn(command, words, { env: { PATH, HOME, LANG: 'C', ...env }, cwd })
  // A program that does not read its stdin may be gone before all of it was written.
  child.stdin.on('error', () => undefined)
  if (stdin !== null) child.stdin.end(stdin)
  return child
}

let copied: string | undefined

/** The same program where whoever the tests become may read it: the project itself may lie in a folder of root's own. */
function readableByAll(): string {
  if (copied !== undefined) return copied
  const folder = mkdtempSync(join(tmpdir(), 'program-'))
  for (const part of ['package.json', 'bin', 'dist', ...DRIVER]) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      dereference: true,
      filter: (path) => !SOURCES.test(path),
    })
  }
  execFileSync('chmod', ['-R', 'a+rX', folder])
  chmodSync(dirname(folder), 0o711)
  copied = join(folder, 'bin', 'baoxiu.js')
  return copied
}

/** Of the packages only the database driver is not in the bundle, or needed by these tests. */
const DRIVER = ['better-sqlite3', 'better-sqlite3-node20', 'bindings', 'file-uri-to-path'].map(
  (name) => `node_modules/${name}`,
)
const SOURCES = /better-sqlite3[^/]*\/(?:deps|src)$|\/obj(?:\.target)?$/

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
