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
import { Signals } from './signals.ts'
import { isTerminal, sinkOf } from './sink.ts'
import type { World } from './world.ts'

/** The one place that touches the process: the real world in, the exit status out. */
export async function main(): Promise<number> {
  process.umask(0o077)
  const argv = process.argv.slice(2)
  const terminals = await terminalsAmong([0, 1, 2])
  const signals = new Signals(process, terminals)
  if (argv.some((word) => word.includes('\uFFFD'))) await rememberWords()
  const world = realWorld(signals, terminals)
  if (
    argv.length === 1 &&
    ['--version', '-V', '-v'].includes(argv[0] ?? '') &&
    (await isSaid(`${manifest.version}\n`, world.out))
  )
    return 0
  const { run } = await import('./run.ts')
  return await signals.end(await run(argv, world))
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

/** The words of the call as they were typed, where the system tells. */
async function rememberWords(): Promise<void> {
  const { rememberTyped } = await import('../kernel/typed-names.ts')
  const [{ readFileSync }, words] = [await import('node:fs'), [] as Uint8Array[]]
  try {
    const all = readFileSync('/proc/self/cmdline')
    for (let from = 0, to = all.indexOf(0); to >= 0; from = to + 1, to = all.indexOf(0, from))
      words.push(all.subarray(from, to))
  } catch {
    // Windows types text; elsewhere such a name is refused.
  }
  rememberTyped(words)
}

async function terminalsAmong(descriptors: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (const descriptor of descriptors) if (await isTerminal(descriptor)) found.push(descriptor)
  return found
}

/** What could not be said is left to `run`, which tells why. */
async function isSaid(text: string, out: Sink): Promise<boolean> {
  return out.write(text).then(
    () => true,
    () => false,
  )
}

function realWorld(signals: Signals, terminals: readonly number[]): World {
  const { env } = process
  const { signal } = signals.interrupt
  const [canAsk, isScreen] = [terminals.includes(0), terminals.includes(1)]
  const lost = (): void => signals.lost()
  return {
    env,
    out: sinkOf(isScreen ? process.stdout : 1, { colour: isScreen && env['TERM'] !== 'dumb', lost, signal }),
    err: sinkOf(terminals.includes(2) ? process.stderr : 2, { colour: false, lost }),
    input: { [Symbol.asyncIterator]: () => stdinUnless(signal) },
    asker: canAsk && isScreen && env['TERM'] !== 'dumb' ? askerOnDemand(() => openAsker(signals)) : undefined,
    ctrlC: signals.ctrlC,
    openPager: isScreen && env['TERM'] !== 'dumb' ? (language) => openPager(env, language, signal) : undefined,
    loginName: () => [env['USER'], env['LOGNAME'], loginOfSystem()].find(isName) ?? 'unknown',
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    dataFolder: folderOf(env, 'XDG_DATA_HOME', ['.local', 'share']),
    stateFolder: folderOf(env, 'XDG_STATE_HOME', ['.local', 'state']),
    machine: hostname(),
    systemNow: () => Math.floor(Date.now() / 1000),
    signal,
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

async function openPager(
  env: World['env'],
  language: Language,
  signal: AbortSignal,
): Promise<Pager | 'unwanted' | undefined> {
  const { startPager } = await import('./start-pager.ts')
  return await startPager(env, language, signal)
}

/** Questions stand where a person sees them, even where errors go to a file. */
async function openAsker(signals: Signals): Promise<ClosingAsker> {
  const { askerOn } = await import('./prompt.ts')
  const { terminalOf } = await import('./terminal.ts')
  const screen = process.stderr.isTTY ? process.stderr : process.stdout
  const colour = isColoured(undefined, process.env, process.env['TERM'] !== 'dumb')
  // The whole group, as the terminal does it where nobody reads its strokes; Windows has no such thing.
  const terminal = terminalOf(process.stdin, screen, colour, () => isWindows || process.kill(0, 'SIGTSTP'))
  return askerOn(signals.hold(terminal), () => signals.pressedCtrlC(), signals.interrupt.signal)
}

/** Empty where nothing set it, mangled where it was no UTF-8. */
function isName(login: string | undefined): login is string {
  return login !== undefined && /\S/.test(login) && login.length < 100 && !login.includes('\uFFFD')
}

function loginOfSystem(): string | undefined {
  try {
    return userInfo().username
  } catch {
    // A uid without a name, as in containers.
    return undefined
  }
}

/** The platform's folder of this kind for programs; a variable that is empty or relative counts as unset. */
function folderOf(env: World['env'], variable: string, below: readonly string[]): string | undefined {
  const kept = isWindows ? env['LOCALAPPDATA'] : env[variable]
  if (kept !== undefined && isAbsolute(kept)) return join(kept, 'baoxiu')
  const home = [isWindows ? undefined : env['HOME'], homeOfSystem()].find((at) => at !== undefined && isAbsolute(at))
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
