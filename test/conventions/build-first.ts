import { execFileSync } from 'node:child_process'

/** The acceptance tests run the real binary: it must be the one of this tree. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
