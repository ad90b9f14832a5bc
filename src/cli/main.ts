import { homedir, hostname, userInfo } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Sink } from '../kernel/ctx.ts'
import type { Encoding } from '../kernel/gb18030.ts'
import type { Language } from '../kernel/text.ts'
import { askerOnDemand } from './asker-on-demand.ts'
import type { ClosingAsker } from './asker-on-demand.ts'
import { isColoured } from './colour-choice.ts'
import type { Pager } from './pager.ts'
import manifest from '../../package.json' with { type: 'json' }
import { isTerminal, sinkOf } from './sink.ts'
import type { World } from './world.ts'

/** The one place that touches the process: the real world in, the exit status out. */
export async function main(): Promise<number> {
  process.umask(0o077)
  const interrupt = new AbortController()
  const ctrlC: World['ctrlC'] = { handle: undefined }
  let heard: ((typeof SIGNALS)[number] & { readonly at: number }) | undefined
  for (const signal of SIGNALS) {
    process.on(signal.name, () => {
      if (signal.name === 'SIGINT' && ctrlC.handle !== undefined) return ctrlC.handle()
      if (heard === undefined) {
        heard = { ...signal, at: performance.now() }
        interrupt.abort()
      } else if (performance.now() - heard.at > TIDYING_MS) kill(signal.name)
    })
  }
  const argv = process.argv.slice(2)
  const world = await realWorld(interrupt, ctrlC)
  if (
    argv.length === 1 &&
    ['--version', '-V', '-v'].includes(argv[0] ?? '') &&
    (await isSaid(`${manifest.version}\n`, world.out))
  )
    return 0
  const { run } = await import('./run.ts')
  const status = await run(argv, world)
  // A verb that was done before it heard of the signal is done.
  if (heard === undefined || status === 0) return status
  // There a signal of our own would end us with 1.
  if (!isWindows) endBy(heard.name)
  return heard.status
}

/** The program without its process, for tests that run what ships in their own; `migrations` may be added to. */
export async function inProcess() {
  const [{ run }, { askerOn }, { migrations }] = await Promise.all([
    import('./run.ts'),
    import('./prompt.ts'),
    import('../store/migrations/migrations.ts'),
  ])
  return { run, askerOn, migrations }
}

const isWindows = process.platform === 'win32'

const SIGNALS = [
  { name: 'SIGHUP', status: 129 },
  { name: 'SIGINT', status: 130 },
  { name: 'SIGTERM', status: 143 },
] as const

/** A key that bounces, or a wrapper that passes on what the whole group heard, comes sooner than a person who insists. */
const TIDYING_MS = 500

/** Everything is tidied up; output that nobody takes must not keep the process alive. */
function endBy(signal: NodeJS.Signals): void {
  setTimeout(() => kill(signal), 100).unref()
}

function kill(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

/** What could not be said is left to `run`, which tells why. */
async function isSaid(text: string, out: Sink): Promise<boolean> {
  return out.write(text).then(
    () => true,
    () => false,
  )
}

async function realWorld(interrupt: AbortController, ctrlC: World['ctrlC']): Promise<World> {
  const { env } = process
  const [canAsk, isScreen] = [await isTerminal(0), await isTerminal(1)]
  return {
    env,
    out: sinkOf(isScreen ? process.stdout : 1, isScreen && env['TERM'] !== 'dumb', interrupt.signal),
    err: (await isTerminal(2)) ? sinkOf(process.stderr, false) : sinkOf(2, false),
    input: { [Symbol.asyncIterator]: () => stdinUnless(interrupt.signal) },
    asker: canAsk && isScreen && env['TERM'] !== 'dumb' ? askerOnDemand(() => openAsker(interrupt, ctrlC)) : undefined,
    ctrlC,
    openPager: isScreen && env['TERM'] !== 'dumb' ? (language) => openPager(env, language) : undefined,
    loginName: () => env['USER'] ?? env['LOGNAME'] ?? loginOfSystem(),
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    dataFolder: folderOf(env, 'XDG_DATA_HOME', ['.local', 'share']),
    stateFolder: folderOf(env, 'XDG_STATE_HOME', ['.local', 'state']),
    machine: hostname(),
    systemNow: () => Math.floor(Date.now() / 1000),
    signal: interrupt.signal,
    ...(isWindows && !isScreen && { pipeEncoding: consoleEncoding }),
  }
}

/** What other programs at this console read; asked once, by whoever prints text into a pipe. */
async function consoleEncoding(): Promise<Encoding | undefined> {
  const { execFile } = await import('node:child_process')
  const { encodingOfCodePage } = await import('./windows-console.ts')
  return await new Promise((resolve) => {
    execFile('chcp.com', (error, told) => resolve(error === null ? encodingOfCodePage(told) : undefined))
  })
}

async function openPager(env: World['env'], language: Language): Promise<Pager | 'unwanted' | undefined> {
  const { startPager } = await import('./start-pager.ts')
  return await startPager(env, language)
}

/** Questions stand where a person sees them, even where errors go to a file. */
async function openAsker(interrupt: AbortController, ctrlC: World['ctrlC']): Promise<ClosingAsker> {
  const { askerOn } = await import('./prompt.ts')
  const { terminalOf } = await import('./terminal.ts')
  const screen = process.stderr.isTTY ? process.stderr : process.stdout
  const colour = isColoured(undefined, process.env, process.env['TERM'] !== 'dumb')
  return askerOn(
    terminalOf(process.stdin, screen, colour, () => process.kill(process.pid, 'SIGTSTP')),
    () => (ctrlC.handle ?? (() => interrupt.abort()))(),
    interrupt.signal,
  )
}

function loginOfSystem(): string {
  try {
    return userInfo().username
  } catch {
    // A uid without a name, as in containers.
    return 'unknown'
  }
}

/** The platform's folder of this kind for programs; a variable that is empty or relative counts as unset. */
function folderOf(env: World['env'], variable: string, below: readonly string[]): string | undefined {
  const kept = isWindows ? env['LOCALAPPDATA'] : env[variable]
  if (kept !== undefined && isAbsolute(kept)) return join(kept, 'baoxiu')
  const home = (isWindows ? undefined : env['HOME']) ?? homeOfSystem()
  return home === undefined ? undefined : join(home, ...(isWindows ? ['AppData', 'Local'] : below), 'baoxiu')
}

function homeOfSystem(): string | undefined {
  try {
    return homedir()
  } catch {
    // A uid without a name, as in containers.
    return undefined
  }
}

/** Opened only by a verb that reads it: streams take time to load. */
async function* stdinUnless(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { addAbortSignal } = await import('node:stream')
  const pieces: AsyncIterable<Uint8Array> = addAbortSignal(signal, process.stdin)
  if (!isWindows || !process.stdin.isTTY) return yield* pieces
  const { untilControlZ } = await import('./windows-console.ts')
  yield* untilControlZ(pieces)
}
