import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'
import { binary } from '../binary.ts'
import type { Ended } from '../binary.ts'
import { Database } from '../sqlite.ts'
import { needs } from './needs.ts'
import { bookOf, call, openSeat } from './seat.ts'

const SOURCE = fileURLToPath(new URL('fail.c', import.meta.url))

/** The verbs that write, and the file that each is to write beside the office. */
export const WRITERS: readonly (readonly [words: readonly string[], target: string | undefined])[] = [
  [call(900), undefined],
  [['list', '-o', 'out/list.csv'], 'out/list.csv'],
  [['export', 'tickets', '-o', 'out/tickets.csv'], 'out/tickets.csv'],
  [['nightly', '--out-dir', 'out'], 'out/fines-2026-11.csv'],
  [['backup', 'out/copy.db'], 'out/copy.db'],
  [['import', 'tickets', 'book.csv', '--rejects', 'out/rejects.csv'], 'out/rejects.csv'],
  [['restore', 'good.db', '--db', 'out/new.db'], 'out/new.db'],
  [['restore', 'good.db', '--force'], undefined],
  [['init', '--office-code', 'ZZ', '--office-name', 'Z', '--db', 'out/init.db'], 'out/init.db'],
]

export const CALLS = ['open', 'write', 'fsync', 'rename', 'link', 'unlink'] as const

interface Trial {
  /** The file on which the call failed; absent: there are not so many calls. */
  readonly hit: string | undefined
  readonly problems: readonly string[]
}

type Try = (writer: (typeof WRITERS)[number], failing: string, n: number, errno: number) => Promise<Trial>

/** Runs verbs of which one call fails, each on an office of its own. */
async function failingCalls(context: TestContext): Promise<Try> {
  needs(context, 'gcc')
  const shim = join(mkdtempSync(join(tmpdir(), 'fail-')), 'fail.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', shim, SOURCE, '-ldl'])
  const seat = await openSeat({ rows: 20 })
  await seat.desk.ok('backup', seat.path('good.db'))
  const whole = readFileSync(seat.path('good.db'))
  return async ([words, target], failing, n, errno) => {
    const folder = mkdtempSync(join(seat.folder, 'try-'))
    const [office, mark] = [join(folder, 'office.db'), join(seat.folder, 'mark')]
    mkdirSync(join(folder, 'out'))
    writeFileSync(office, whole, { mode: 0o600 })
    writeFileSync(join(folder, 'good.db'), whole)
    writeFileSync(join(folder, 'book.csv'), `${bookOf(30).replaceAll('2008-', '2009-')}坏,用户,1,2,3,CG,,,\n`)
    writeFileSync(mark, '')
    const env = { ...seat.desk.env, BAOXIU_DB: office, LD_PRELOAD: shim, FAIL_CALL: failing, FAIL_N: String(n) }
    const how = { ...env, FAIL_ERRNO: String(errno), FAIL_FOLDER: folder, FAIL_MARK: mark }
    const ended = await binary(words, { cwd: folder, env: how })
    const hit = readFileSync(mark, 'utf8')
    if (hit === '') return { hit: undefined, problems: [] }
    return { hit, problems: problemsOf(ended, folder, target, hit, failing) }
  }
}

function problemsOf(ended: Ended, folder: string, target: string | undefined, hit: string, failing: string): string[] {
  const { status, stderr } = ended
  const problems: string[] = []
  const file = target === undefined ? undefined : join(folder, target)
  if (/BUG|\bat .*:\d+:\d+/.test(stderr) || ![0, 1, 3, 5].includes(status ?? -1)) problems.push(`${status}: ${stderr}`)
  if (status === 1 && failing !== 'open' && stderr.includes('CANNOT_READ'))
    problems.push(`a failed ${failing} is no reading: ${stderr}`)
  // A failing medium is named as the target, and never as the office.
  if (status === 1 && dirname(hit).endsWith('/out') && stderr.includes('office.db'))
    problems.push(`names the office: ${stderr}`)
  if (status === 1 && basename(hit).startsWith('office.db') && !stderr.includes('office.db'))
    problems.push(`names another: ${stderr}`)
  if (file !== undefined && (status === 0) !== existsSync(file) && status !== 3 && status !== 1)
    problems.push('no file of a success')
  const left = ['.', 'out'].flatMap((place) => readdirSync(join(folder, place)).filter((name) => name.endsWith('.tmp')))
  if (left.length > 0 && failing !== 'unlink') problems.push(`left ${left.join()}`)
  problems.push(...unsoundness(join(folder, 'office.db')))
  if (file?.endsWith('.db') === true && existsSync(file)) problems.push(...unsoundness(file))
  return problems
}

function unsoundness(file: string): string[] {
  const db = new Database(file)
  const found = String(db.pragma('integrity_check', { simple: true }))
  db.close()
  return found === 'ok' ? [] : [`${file}: ${found}`]
}

const [EIO, ENOSPC, EACCES] = [5, 28, 13]

/** Lets the first, the second … call of a kind fail, up to so many, and answers what was told or left wrongly. */
export async function problemsWith(
  context: TestContext,
  writers: typeof WRITERS,
  failing: string,
  most: number,
): Promise<string[]> {
  const attempt = await failingCalls(context)
  const problems: string[] = []
  for (const writer of writers) {
    for (let n = 1; n <= most; n += 1) {
      const errno = [EIO, ENOSPC, EACCES][n % 3] ?? EIO
      const { hit, problems: found } = await attempt(writer, failing, n, errno)
      if (hit === undefined) break
      problems.push(...found.map((said) => `${writer[0].join(' ')}: ${failing} ${n} (${errno}) of ${hit}: ${said}`))
    }
  }
  return problems
}
