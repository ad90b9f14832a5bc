import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Sink } from '../kernel/ctx.ts'
import { askerOn } from './prompt.ts'
import { ReaderGone } from './reader-gone.ts'
import { run } from './run.ts'
import type { World } from './world.ts'

/** The one place that touches the process: the real world in, the exit status out. */
export async function main(): Promise<number> {
  process.umask(0o077)
  const interrupt = new AbortController()
  let signalled: number | undefined
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      signalled ??= status
      interrupt.abort()
    })
  }
  const status = await run(process.argv.slice(2), realWorld(interrupt.signal))
  // A verb that was done before it heard of the signal is done.
  return status === 0 ? 0 : (signalled ?? status)
}

function realWorld(signal: AbortSignal): World {
  const { env, stdin, stdout } = process
  const interactive = stdin.isTTY && stdout.isTTY
  return {
    env,
    out: sinkOf(stdout, env),
    err: sinkOf(process.stderr, env),
    // Touched only by a verb that reads it: opening stdin takes time.
    input: { [Symbol.asyncIterator]: () => stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array> },
    asker: interactive ? askerOn(stdin, process.stderr) : undefined,
    loginName: () => env['USER'] ?? env['LOGNAME'] ?? loginOfSystem(),
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    dataFolder: dataFolderOf(env),
    systemNow: () => Math.floor(Date.now() / 1000),
    signal,
  }
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

function sinkOf(stream: NodeJS.WriteStream, env: World['env']): Sink {
  // Errors reach the write that caused them; unheard, they would end the process with a stack trace.
  stream.on('error', () => undefined)
  return {
    get columns() {
      // A terminal that does not know its size says 0.
      return stream.isTTY ? stream.columns || 80 : undefined
    },
    get rows() {
      return stream.isTTY ? stream.rows || 24 : undefined
    },
    colour: stream.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve()
          else reject('code' in error && error.code === 'EPIPE' ? new ReaderGone() : error)
        })
      }),
  }
}
