import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { Interrupted, unlessInterrupted } from './interrupted.ts'
import { UnreadableWorkbook } from './workbook-parts.ts'
import type { FromChild, SheetHead, SheetWanted } from './workbook-talk.ts'

// Built into a file of its own.
const CHILD = createRequire(import.meta.url).resolve('#workbook-child')

/** 65,536 rows of .xls take some 450 MB; whatever takes more is not a book. */
const MOST_MEGABYTES = 480
const LEAST_SECONDS = 9
const SECONDS_PER_MEGABYTE = 10

/** A workbook that a process beside this one holds. */
export interface HeldWorkbook {
  readonly sheets: readonly SheetHead[]
  /** Rows of one sheet, in order; the workbook is let go of afterwards. */
  rows(sheet: number): AsyncGenerator<CsvRecord[]>
  close(): void
}

/**
 * Reads a workbook in a process of its own: a file that is made to fill the memory, or to be read for ever, costs that
 * process alone. Throws `UnreadableWorkbook`.
 */
export async function holdWorkbook(bytes: Uint8Array, signal: AbortSignal): Promise<HeldWorkbook> {
  if (signal.aborted) throw new Interrupted()
  const child = fork(CHILD, [], {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  })
  const close = (): void => void child.kill('SIGKILL')
  signal.addEventListener('abort', close, { once: true })
  try {
    const told = await unlessInterrupted(firstWord(child, bytes), signal)
    if ('flaw' in told) throw new UnreadableWorkbook(told.flaw)
    // Whoever refuses the book by its header reads no rows: the process may end, and the other one with it.
    keepAlive(child, false)
    return { sheets: told.sheets, rows: (sheet) => rowsOf(child, sheet, signal), close }
  } catch (error) {
    close()
    throw error
  }
}

function keepAlive(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel, child.stdout as Socket | null]) {
    if (isNeeded) handle?.ref()
    else handle?.unref()
  }
}

async function firstWord(child: ChildProcess, bytes: Uint8Array): Promise<FromChild> {
  const seconds = LEAST_SECONDS + (bytes.length / 1_048_576) * SECONDS_PER_MEGABYTE
  return await new Promise<FromChild>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ flaw: 'too-large' }), seconds * 1000)
    child.once('message', (message) => {
      clearTimeout(timer)
      resolve(message as FromChild)
    })
    child.once('error', reject)
    child.once('exit', (status) => {
      clearTimeout(timer)
      // It ends without a word where its memory is used up; status 1 is a mistake of ours.
      if (status === 1) reject(new Error('the process that reads workbooks failed'))
      else resolve({ flaw: 'too-large' })
    })
    // It may be gone before it has read all.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
  })
}

async function* rowsOf(child: ChildProcess, sheet: number, signal: AbortSignal): AsyncGenerator<CsvRecord[]> {
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve))
  child.send({ sheet } satisfies SheetWanted)
  keepAlive(child, true)
  let rest = ''
  try {
    for await (const piece of texts(child.stdout, signal)) {
      const lines = `${rest}${piece}`.split('\n')
      rest = lines.pop() ?? ''
      yield lines.map(recordOf)
    }
    if ((await unlessInterrupted(ended, signal)) !== 0 || rest !== '') throw new UnreadableWorkbook('too-large')
  } finally {
    child.kill('SIGKILL')
  }
}

async function* texts(stream: Readable | null, signal: AbortSignal): AsyncGenerator<string> {
  if (stream === null) return
  stream.setEncoding('utf8')
  for await (const piece of stream) {
    if (signal.aborted) throw new Interrupted()
    yield piece as string
  }
}

function recordOf(line: string): CsvRecord {
  const [number, ...cells] = JSON.parse(line) as [number, ...string[]]
  return { line: number, cells }
}
