import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { BINARY } from '../binary.ts'

interface Run {
  readonly env?: Readonly<Record<string, string>>
  readonly runs?: number
}

/** Median of whole processes, in milliseconds; the first run only warms the disk up. A failing process ends the bench. */
export function medianOf(command: readonly string[], run: Run = {}): number {
  return mediansOf([command], run)[0] ?? 0
}

/** The same of several in turns: the machine has moods, and each command meets all of them. */
export function mediansOf(commands: readonly (readonly string[])[], { env = {}, runs = 20 }: Run = {}): number[] {
  const times = commands.map((): number[] => [])
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, command] of commands.entries()) {
      const took = timeOf(command, env)
      if (run > 0) times[index]?.push(took)
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0)
}

function timeOf(command: readonly string[], env: Readonly<Record<string, string>>): number {
  const begin = performance.now()
  const [file = '', ...argv] = command
  const { status, stderr } = spawnSync(file, argv, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C', ...env },
  })
  if (status !== 0) throw new Error(`${command.join(' ')}: exit ${status}\n${String(stderr)}`)
  return performance.now() - begin
}

/**
 * CPU of whole processes of each command, in milliseconds a run: the sum over all runs in turns, as the system accounts
 * for children that have ended, in ticks of 10 ms. What the machine does beside counts less than in a wall clock.
 */
export function cpuOf(commands: readonly (readonly string[])[], { env = {}, runs = 30 }: Run = {}): number[] {
  const sums = commands.map(() => 0)
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, command] of commands.entries()) {
      const before = childTicks()
      timeOf(command, env)
      if (run > 0) sums[index] = (sums[index] ?? 0) + childTicks() - before
    }
  }
  return sums.map((ticks) => (ticks * 10) / runs)
}

/** User and system time of the children of this process that have ended (`man 5 proc`). */
function childTicks(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return Number(fields[13]) + Number(fields[14])
}

/** What every figure stands beside: Node with nothing to do. */
export function bareNode(runs = 20): number {
  return medianOf(BARE_NODE, { runs })
}

export const BARE_NODE = [process.execPath, '-e', '0']

/** The program as its users start it. */
export function baoxiu(argv: readonly string[], run: Run = {}): number {
  return medianOf(binaryWith(argv), run)
}

export function binaryWith(argv: readonly string[]): string[] {
  return [process.execPath, BINARY, ...argv]
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
