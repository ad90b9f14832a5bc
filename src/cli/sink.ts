import { fstatSync, statSync, write } from 'node:fs'
import type { Sink } from '../kernel/ctx.ts'
import { unlessInterrupted } from '../store/interrupted.ts'
import { ReaderGone } from './reader-gone.ts'

/** How long an interrupted call waits for whoever reads its output. */
const GRACE_MS = 100

/** Is it a terminal? The module that knows takes time to load: pipes, files and /dev/null are told apart without it. */
export async function isTerminal(descriptor: number): Promise<boolean> {
  try {
    const found = fstatSync(descriptor)
    const isNothing = found.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev
    if (!found.isCharacterDevice() || isNothing) return false
  } catch {
    // It may be closed.
    return false
  }
  const { isatty } = await import('node:tty')
  return isatty(descriptor)
}

/** The devices of Linux that are terminals, by their major number (Documentation/admin-guide/devices.txt). */
const TERMINALS = new Set([4, 5, 136, 137, 138, 139, 140, 141, 142, 143])

/** Is it, or was it, a terminal: one that has gone does not answer any more. */
export function isTerminalDevice(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor)
    return found.isCharacterDevice() && TERMINALS.has((found.rdev >> 8) & 0xfff)
  } catch {
    return false
  }
}

/**
 * A terminal, or the descriptor of a pipe or file, as a sink: the streams of the process take time to load. It waits for
 * a slow reader as long as it takes, unless `signal` ends that.
 */
export function sinkOf(to: NodeJS.WriteStream | number, { colour, lost, signal }: SinkOptions): Sink {
  const put = typeof to === 'number' ? writerTo(to) : writerOn(to, lost)
  const terminal = typeof to === 'number' ? undefined : to
  return {
    get columns() {
      // A terminal that does not know its size says 0.
      return terminal === undefined ? undefined : terminal.columns || 80
    },
    get rows() {
      return terminal === undefined ? undefined : terminal.rows || 24
    },
    colour,
    write: signal === undefined ? put : async (text) => unlessInterrupted(put(text), signal, GRACE_MS),
  }
}

interface SinkOptions {
  readonly colour: boolean
  /** Hears that the terminal has gone. */
  readonly lost: () => void
  readonly signal?: AbortSignal
}

type Writer = (text: string | Uint8Array) => Promise<void>

function writerOn(terminal: NodeJS.WriteStream, lost: () => void): Writer {
  // Errors reach the write that caused them; unheard, they would end the process with a stack trace.
  terminal.on('error', () => undefined)
  return async (text) =>
    new Promise((resolve, reject) => {
      terminal.write(text, (error) => {
        if (error === null || error === undefined) return resolve()
        // Nothing more can be said to it, whatever the reason.
        lost()
        reject(new ReaderGone())
      })
    })
}

function writerTo(descriptor: number): Writer {
  return async (text) => {
    let rest = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
    while (rest.length > 0) rest = rest.subarray(await written(descriptor, rest))
  }
}

/** Somebody who shares the pipe may have made it non-blocking: then it is full for a while. */
const FULL_PIPE_MS = 10

async function written(descriptor: number, bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    write(descriptor, bytes, 0, bytes.length, null, (error, count) => {
      if (error === null) resolve(count)
      else if (error.code === 'EAGAIN') setTimeout(() => resolve(0), FULL_PIPE_MS)
      else reject(reasonOf(error))
    })
  })
}

function reasonOf(error: Error): Error {
  return 'code' in error && error.code === 'EPIPE' ? new ReaderGone() : error
}
