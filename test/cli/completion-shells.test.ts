import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BINARY } from '../binary.ts'
import { openDesk } from '../desk.ts'
import { needs } from '../faults/needs.ts'
import { call } from '../faults/seat.ts'

/** How each shell is started without anybody's settings, and how it takes the script. */
const SHELLS: Readonly<Record<string, readonly [start: string, load: string]>> = {
  bash: ['bash --norc --noprofile -i', 'source <(baoxiu completion bash)'],
  zsh: ['zsh -f -i', 'autoload -U compinit; compinit -u -D; source <(baoxiu completion zsh)'],
  fish: ['fish --no-config -i', 'baoxiu completion fish | source'],
}

/** Names from somebody's book. */
const NAMES = ['$(touch hacked)', "o'brien", '王 伟', 'a"b`touch hacked`\\;*']

/** Types into the real shell at a terminal, waiting so long before each piece. */
async function typeInto(
  start: string,
  env: NodeJS.ProcessEnv,
  cwd: string,
  pieces: readonly string[],
): Promise<string> {
  const child = spawn('script', ['-qefc', start, '/dev/null'], { env, cwd })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  const over = new Promise((resolve) => child.once('close', resolve))
  for (const piece of pieces) {
    await quiet(() => text)
    child.stdin.write(piece)
  }
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 15_000))])
  child.kill('SIGKILL')
  return text
}

/** Until nothing more has been printed for a while. */
async function quiet(text: () => string): Promise<void> {
  let seen = -1
  for (let still = 0; still < 5; still = text().length === seen ? still + 1 : 0) {
    seen = text().length
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

describe.each(Object.entries(SHELLS))('attacks 3: in the real %s', (shell, [start, load]) => {
  test('names are inserted as one word each, and never run', async (context) => {
    needs(context, 'script', shell)
    const desk = await openDesk()
    const { ticket_no } = await desk.json(...call(1))
    for (const old of ['王伟', '李强']) await desk.ok('staff', 'retire', old, '--branch', 'CG')
    await desk.ok('staff', 'retire', '赵敏', '--branch', 'XZ')
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'))
    writeFileSync(join(cwd, 'baoxiu'), `#!/bin/sh\nexec '${process.execPath}' '${BINARY}' "$@"\n`)
    chmodSync(join(cwd, 'baoxiu'), 0o755)
    const env = { HOME: cwd, LANG: 'C.UTF-8', TERM: 'xterm', PATH: `${cwd}:${process.env['PATH']}`, ...desk.env }
    for (const name of NAMES) {
      await desk.ok('staff', 'add', '--branch', 'CG', '--', name)
      const screen = await typeInto(start, env, cwd, [
        `${load}\r`,
        `baoxiu assign ${ticket_no} --to=\t`,
        '\r',
        'exit\r',
      ])
      const { assigned_to } = await desk.json('show', String(ticket_no))
      expect({ name, assigned_to, screen }).toMatchObject({ name, assigned_to: name })
      await desk.ok('staff', 'retire', '--branch', 'CG', '--', name)
    }
    expect(readdirSync(cwd)).not.toContain('hacked')
  }, 300_000)
})
