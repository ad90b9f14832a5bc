import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

/** A server for one run of the tests: its URL, or why there is none. */
export type ServerForTests =
  | { readonly url: string; readonly bin: string | undefined; stop(): void }
  | { readonly reason: string; stop(): void }

/** Where Debian puts the programs of a server; nothing of it is on the PATH. */
const DEBIAN = '/usr/lib/postgresql'
const SETTINGS = [
  'listen_addresses=',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=60',
]
const NEEDS = 'needs a PostgreSQL server: apt-get install postgresql, or name one in $BAOXIU_TEST_PG'

/**
 * The server that `$BAOXIU_TEST_PG` names, else one of our own that is thrown away: Debian's programs, run by another user
 * than root, on a socket in a folder of ours.
 */
export function startServer(): ServerForTests {
  const named = process.env['BAOXIU_TEST_PG'] ?? ''
  if (named !== '') return { url: named, bin: undefined, stop: () => undefined }
  const bin = newestServer()
  const reason = bin === undefined ? NEEDS : whyNotAsOther()
  if (bin === undefined || reason !== undefined) {
    if ((process.env['BAOXIU_REQUIRE_PG'] ?? '') !== '') throw new Error(reason ?? NEEDS)
    return { reason: reason ?? NEEDS, stop: () => undefined }
  }
  return ownServer(bin)
}

function ownServer(bin: string): ServerForTests {
  // A socket's whole path has hardly a hundred characters.
  const folder = mkdtempSync('/tmp/baoxiu-pg-')
  if (isRoot) chownSync(folder, Number(idOf('-u')), Number(idOf('-g')))
  const data = join(folder, 'data')
  asOther(join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
  const options = ['-k', folder, ...SETTINGS.flatMap((setting) => ['-c', setting])].join(' ')
  asOther(
    join(bin, 'pg_ctl'),
    '-D',
    data,
    '-w',
    '-o',
    `${options} -c listen_addresses=''`,
    '-l',
    join(folder, 'log'),
    'start',
  )
  return {
    url: `postgres://postgres@/postgres?host=${folder}`,
    bin,
    stop() {
      asOther(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A program of the server, as somebody who is not root: it refuses root. */
export function asOther(program: string, ...args: readonly string[]): void {
  const [command = '', ...words] = [...AS_POSTGRES, program, ...args]
  execFileSync(command, words, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
}

const isRoot = process.getuid?.() === 0
const OTHER = 'postgres'
const AS_POSTGRES = isRoot ? ['setpriv', `--reuid=${OTHER}`, `--regid=${OTHER}`, '--clear-groups'] : []

function newestServer(): string | undefined {
  try {
    const versions = readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a))
    return versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => readdirSync(bin).includes('initdb'))
  } catch {
    return undefined
  }
}

function whyNotAsOther(): string | undefined {
  if (!isRoot) return undefined
  try {
    idOf('-u')
    return undefined
  } catch {
    return `needs the user ${OTHER}, whom Debian's package makes: root may not run a server (${userInfo().username})`
  }
}

function idOf(flag: '-u' | '-g'): string {
  return execFileSync('id', [flag, OTHER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
