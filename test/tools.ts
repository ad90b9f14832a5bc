import { execFileSync } from 'node:child_process'

/** For `test.skipIf`: says so, where this machine has no such program. */
export function lacks(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', tool], { stdio: 'ignore' })
    return false
  } catch {
    console.warn(`SKIPPED: this machine has no ${tool}`)
    return true
  }
}
