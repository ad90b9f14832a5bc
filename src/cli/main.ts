import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { askerOnDemand } from './asker-on-demand.ts'
import type { ClosingAsker } from './asker-on-demand.ts'
import type { Pager } from './pager.ts'
import { run } from './run.ts'
import { sinkOf } from './sink.ts'
import type { World } from './world.ts'

/** The one place that touches the process: the real world in, the exit status out. */
export async function main(): Promise<number> {
  process.umask(0o077)
  const interrupt = new AbortController()
  let heard: (typeof SIGNALS)[number] | undefined
  for (const signal of SIGNALS) {
    // A second one ends the process as if it had never been heard.
    process.once(signal.name, () => {
      heard ??= signal
      interrupt.abort()
    })
  }
  const status = await run(process.argv.slice(2), realWorld(interrupt))
  // A verb that was done before it heard of the signal is done.
  if (heard === undefined || status === 0) return status
  endBy(heard.name)
  return heard.status
}

const SIGNALS = [
  { name: 'SIGHUP', status: 129 },
  { name: 'SIGINT', status: 130 },
  { name: 'SIGTERM', status: 143 },
] as const

/** Everything is tidied up; output that nobody takes must not keep the process alive. */
function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal)
  setTimeout(() => process.kill(process.pid, signal), 100).unref()
}

function realWorld(interrupt: AbortController): World {
  const { env, stdin, stdout } = process
  const interactive = stdin.isTTY && stdout.isTTY
  return {
    env,
    out: sinkOf(stdout, hasColour(stdout, env), interrupt.signal),
    err: sinkOf(process.stderr, hasColour(process.stderr, env)),
    // Touched only by a verb that reads it: opening stdin takes time.
    input: { [Symbol.asyncIterator]: () => interruptible(stdin, interrupt.signal) },
    asker: interactive ? askerOnDemand(() => openAsker(interrupt)) : undefined,
    openPager: stdout.isTTY && env['TERM'] !== 'dumb' ? () => openPager(env) : undefined,
    loginName: () => env['USER'] ?? env['LOGNAME'] ?? loginOfSystem(),
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    dataFolder: dataFolderOf(env),
    systemNow: () => Math.floor(Date.now() / 1000),
    signal: interrupt.signal,
  }
}

async function openPager(env: World['env']): Promise<Pager | undefined> {
  const { startPager } = await import('./start-pager.ts')
  return await startPager(env)
}

/** Questions stand where a person sees them, even where errors go to a file. */
async function openAsker(interrupt: AbortController): Promise<ClosingAsker> {
  const { askerOn } = await import('./prompt.ts')
  const { terminalOf } = await import('./terminal.ts')
  const screen = process.stderr.isTTY ? process.stderr : process.stdout
  return askerOn(terminalOf(process.stdin, screen, hasColour(screen, process.env)), () => interrupt.abort())
}

function hasColour(stream: NodeJS.WriteStream, env: World['env']): boolean {
  return stream.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
}

function loginOfSystem(): string {
  try {
    return userInfo().username
  } catch {
    // A uid without a name, as in containers.
    return 'unknown'
  }
}

function dataFolderOf(env: World['env']): string {
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'baoxiu')
  return join(env['XDG_DATA_HOME'] ?? join(env['HOME'] ?? homedir(), '.local', 'share'), 'baoxiu')
}

function interruptible(stdin: NodeJS.ReadStream, signal: AbortSignal): AsyncIterator<Uint8Array> {
  return addAbortSignal(signal, stdin)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
}
