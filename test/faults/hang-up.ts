import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import type { TestContext } from 'vitest'
import { BINARY } from '../binary.ts'
import { needs } from './needs.ts'
import { call, openSeat } from './seat.ts'

const SOURCE = fileURLToPath(new URL('hang-up.c', import.meta.url))
const run = promisify(execFile)

/** A call that waits for somebody at the terminal, and what is on the screen when it does. */
type WaitingCall = readonly [words: readonly string[], shows: string]

/** One of each kind of waiting: questions of a form, a choice, a screen that is kept, a pager. */
export const WAITING: readonly WaitingCall[] = [
  [['log'], 'Phone'],
  [['complaint', 'add'], 'Complained to'],
  [['board', '--watch'], 'each minute'],
  [['assign', 'KF-20261122-0001'], 'Whom to send'],
  [['list'], 'leave'],
]

interface Terminals {
  /** Takes the terminal away from a waiting call, after so many milliseconds; how that ended. */
  hangUp(waiting: WaitingCall, afterMs: number): Promise<string>
  /** The same where the shell holds off SIGHUP: the program notices by itself. */
  hangUpUnheard(waiting: WaitingCall, afterMs: number): Promise<string>
  signal(waiting: WaitingCall, signal: number, afterMs: number): Promise<string>
  cores(): string[]
}

/** An office with enough calls for a pager, and terminals that can be taken away. */
export async function terminals(context: TestContext): Promise<Terminals> {
  needs(context, 'gcc', 'less')
  const cwd = mkdtempSync(join(tmpdir(), 'hang-up-'))
  const helper = join(cwd, 'hang-up')
  execFileSync('gcc', ['-O1', '-o', helper, SOURCE, '-lutil'])
  const seat = await openSeat({ now: '2026-11-22 09:00:00' })
  for (let index = 0; index < 60; index += 1) await seat.desk.ok(...call(index))
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm', LESS: '-RX', ...seat.desk.env }
  const ended = async (text: string, afterMs: number, words: readonly string[]): Promise<string> => {
    const { stdout } = await run(helper, [text, String(afterMs), ...words], { env, cwd })
    return stdout.trim()
  }
  const program = [process.execPath, BINARY]
  return {
    hangUp: ([words, shows], afterMs) => ended(shows, afterMs, [...program, ...words]),
    hangUpUnheard: ([words, shows], afterMs) =>
      ended(shows, afterMs, ['sh', '-c', `trap '' HUP; "$@"; exit $?`, 'sh', ...program, ...words]),
    signal: ([words], signal, afterMs) => ended(`!${signal}`, afterMs, [...program, ...words]),
    cores: () => readdirSync(cwd).filter((name) => name.startsWith('core')),
  }
}

export const GONE = 'signal 1'

/** Hangs up so many times over all waiting calls, at any moment of theirs. */
export async function expectQuietEnds(context: TestContext, times: number): Promise<void> {
  const { hangUp, hangUpUnheard, cores } = await terminals(context)
  for (let index = 0; index < times; index += 1) {
    const waiting = WAITING[index % WAITING.length] ?? [['board', '--watch'], 'each minute']
    const afterMs = Math.floor(Math.random() * 400)
    expect(await hangUp(waiting, afterMs), waiting[0].join(' ')).toBe(GONE)
    expect(await hangUpUnheard(waiting, afterMs), waiting[0].join(' ')).toBe('exit 129')
  }
  expect(cores()).toEqual([])
}
