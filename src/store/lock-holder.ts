import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'

/** A running baoxiu that is writing to the office. */
export interface LockHolder {
  readonly pid: number
  /** Its command: `import tickets`; empty where that is not plain. */
  readonly command: string
}

/** Where SQLite locks whoever writes: in the index of the log, else in the database (sqlite.org/fileformat2.html, walformat.html). */
const WRITING_IN_LOG = 120
const PENDING_BYTE = 1_073_741_824

/**
 * The baoxiu that holds the writing place, by the locks that the kernel knows of: a file could be forged, and would have
 * to be removed. Absent where it is another program, where it stands still, and where this machine does not tell.
 */
export function lockHolderOf(file: string): LockHolder | undefined {
  const [log, database] = [inodeOf(`${file}-shm`), inodeOf(file)]
  for (const { pid, inode, from, to } of writeLocks()) {
    const isWriting =
      (inode === log && from <= WRITING_IN_LOG && WRITING_IN_LOG <= to) || (inode === database && to >= PENDING_BYTE)
    const command = isWriting ? commandOf(pid) : undefined
    if (command !== undefined) return { pid, command }
  }
  return undefined
}

function inodeOf(file: string): string | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino.toString()
}

interface WriteLock {
  readonly pid: number
  readonly inode: string
  readonly from: number
  readonly to: number
}

// `1: POSIX  ADVISORY  WRITE 4711 08:02:1234567 120 120` (proc_locks(5)); who waits for one stands behind `->`.
const LOCK = /^\d+: (?:POSIX|OFDLCK) +\S+ +WRITE +(\d+) +[^:]+:[^:]+:(\d+) +(\d+) +(\d+|EOF)$/

function writeLocks(): WriteLock[] {
  return contentOf('/proc/locks')
    .split('\n')
    .flatMap((line) => {
      const match = LOCK.exec(line.trim())
      if (match === null) return []
      const [, pid = '', inode = '', from = '', to = ''] = match
      return [{ pid: Number(pid), inode, from: Number(from), to: to === 'EOF' ? Infinity : Number(to) }]
    })
}

const PROGRAM = new Set(['baoxiu', 'baoxiu.js'])

function commandOf(pid: number): string | undefined {
  const words = contentOf(`/proc/${pid}/cmdline`).split('\0')
  // Itself, or behind `node` and options of its own.
  const at = words.findIndex((word, index) => !word.startsWith('-') && (index > 0 || PROGRAM.has(basename(word))))
  if (!PROGRAM.has(basename(words[at] ?? '')) || isStill(pid)) return undefined
  const [first = '', second = ''] = words.slice(at + 1)
  // Names of commands alone: what else was typed is nobody's business.
  const isPlain = (word: string): boolean => /^[a-z][a-z-]*$/.test(word)
  return isPlain(first) ? [first, ...(isPlain(second) ? [second] : [])].join(' ') : ''
}

/** Stopped (Ctrl-Z), or dead already: nobody knows when it goes on. */
function isStill(pid: number): boolean {
  return /\) [TtZX] /.test(contentOf(`/proc/${pid}/stat`))
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
