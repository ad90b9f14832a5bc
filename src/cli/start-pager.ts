import { spawn } from 'node:child_process'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import type { Pager } from './pager.ts'
import { ReaderGone } from './reader-gone.ts'
import type { World } from './world.ts'

/** `$PAGER` as a shell reads it, else `less`; absent where this machine has none. */
export async function startPager(
  env: World['env'],
  language: Language,
  signal: AbortSignal,
): Promise<Pager | 'unwanted' | undefined> {
  const wanted = env['PAGER']?.trim()
  if (wanted === '' || wanted === 'cat') return 'unwanted'
  // less 590, which Debian has, prints the bytes of a Chinese prompt one by one: ours says which keys there are.
  if (wanted === undefined && language === 'zh-CN') return undefined
  // Without a word on the character set, less shows Chinese as numbers; secure, no key of it writes files or starts programs.
  const options = { env: { LESSCHARSET: 'utf-8', ...env, LESSSECURE: '1' }, shell: wanted !== undefined }
  const prompt = say(t.pagerKeys, language)
  const child = spawn(wanted ?? 'less', wanted === undefined ? ['-FRX', `-Ps${prompt}$`, `-Pm${prompt}$`] : [], {
    ...options,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const { stdin } = child
  stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const started = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
  if (!started) return undefined
  // Ctrl-C is the pager's, which knows what to do with it. What else ends the call ends the pager, which gives the
  // terminal back.
  const stop = (): void => {
    if (signal.reason === 'SIGINT') return
    stdin.destroy()
    child.kill('SIGTERM')
  }
  signal.addEventListener('abort', stop)
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        // Whoever leaves the pager early has read enough.
        stdin.write(text, (error) => (error === null || error === undefined ? resolve() : reject(new ReaderGone())))
      }),
    async close() {
      stdin.end()
      await ended
      signal.removeEventListener('abort', stop)
    },
  }
}
