import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TestContext } from 'vitest'

/** The package of Debian that brings a tool. */
const PACKAGES: Readonly<Record<string, string>> = {
  setpriv: 'util-linux',
  mount: 'mount',
  faketime: 'faketime',
  strace: 'strace',
  mkfifo: 'coreutils',
  soffice: 'libreoffice-calc',
  script: 'bsdutils',
}

const isRoot = process.getuid?.() === 0

/** Skips the test, with its reason, where this machine has no such program or right. */
export function needs(context: TestContext, ...wanted: readonly string[]): void {
  for (const tool of wanted) {
    if (tool === 'root') context.skip(!isRoot, 'needs root: run the tests as root, as in a container')
    else context.skip(!has(tool), `needs ${tool}: apt-get install ${PACKAGES[tool] ?? tool}`)
  }
}

function has(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', tool], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program as somebody whom file modes bind; root is bound by none. */
export const AS_OTHER: readonly string[] = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

/** Lets that somebody pass through the folders above. */
export function openTo(folder: string): void {
  chmodSync(dirname(folder), 0o711)
  chmodSync(folder, 0o755)
}

/** A disk of its own, so small that it can be filled. */
export function smallDisk(folder: string, size: string): string {
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** Makes a mounted disk read-only, or writable again. */
export function remount(folder: string, how: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${how}`, folder])
}
