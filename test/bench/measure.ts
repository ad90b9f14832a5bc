import { spawnSync } from 'node:child_process'
import { BINARY } from '../binary.ts'

interface Run {
  readonly env?: Readonly<Record<string, string>>
  readonly runs?: number
}

/** Median of whole processes, in milliseconds; the first run only warms the disk up. A failing process ends the bench. */
export function medianOf(command: readonly string[], { env = {}, runs = 20 }: Run = {}): number {
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const begin = performance.now()
    const [file = '', ...argv] = command
    const { status, stderr } = spawnSync(file, argv, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C', ...env },
    })
    if (status !== 0) throw new Error(`${command.join(' ')}: exit ${status}\n${String(stderr)}`)
    if (run > 0) times.push(performance.now() - begin)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** What every figure stands beside: Node with nothing to do. */
export function bareNode(runs = 20): number {
  return medianOf([process.execPath, '-e', '0'], { runs })
}

/** The program as its users start it. */
export function baoxiu(argv: readonly string[], run: Run = {}): number {
  return medianOf([process.execPath, BINARY, ...argv], run)
}

/** One line of the bench: what, how long, and how it stands to its budget. */
export function tell(what: string, milliseconds: number, stands = ''): void {
  console.log(`${what.padEnd(46)} ${milliseconds.toFixed(0).padStart(8)} ms   ${stands}`)
}

/** `1.84 × bare node (at most 2.0)`. */
export function times(milliseconds: number, bare: number, most?: number): string {
  return `${(milliseconds / bare).toFixed(2)} × bare node${most === undefined ? '' : ` (at most ${most.toFixed(1)})`}`
}

/** `bare node + 84 ms (at most 150)`. */
export function above(milliseconds: number, bare: number, most: number): string {
  return `bare node + ${(milliseconds - bare).toFixed(0)} ms (at most ${most})`
}
