import { Database } from './sqlite.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { askerOnDemand } from '../src/cli/asker-on-demand.ts'
import { inProcess } from '../src/cli/main.ts'
import type { World } from '../src/cli/world.ts'
import { FakeTerminal } from './fake-terminal.ts'
import { cloneOffice, freshSchema, onPostgres, rowsOnServer } from './pg-desk.ts'

interface Options {
  /** Wall time of the office; `at` moves it. */
  readonly now?: string
  /** `$BAOXIU_LANG`; without it `LANG=C`, which means English. */
  readonly lang?: 'en' | 'zh-CN'
  /** False: an office without branches and maintainers. */
  readonly branches?: boolean
  /** False: a folder without an office. */
  readonly office?: boolean
}

/** What one call of the program answered. */
export interface Answer {
  readonly status: number
  readonly out: string
  readonly err: string
  /** stdout to the byte. */
  readonly bytes: Buffer
}

/** A fault as `--json` tells it. */
interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** One record of `--json`. */
export type Fields = Readonly<Record<string, unknown>>

/** The program under test: `src`, or what is built of it and ships (`npm run test:dist`). */
export const program = await (process.env['BAOXIU_TEST_DIST'] === '1' ? built() : { inProcess }).inProcess()

function built(): { inProcess: typeof inProcess } {
  return createRequire(import.meta.url)('../dist/main.js') as { inProcess: typeof inProcess }
}

const NOW = '2026-11-22 09:00:00'

/** A desk in a temporary folder: office KF, urban branch CG, township branch XZ and their maintainers. */
export async function openDesk(options: Options = {}): Promise<Desk> {
  const [now, branches] = [options.now ?? NOW, options.branches !== false]
  if (onPostgres) {
    return options.office === false
      ? new Desk(freshFolder(), options, await freshSchema())
      : await openServerDesk(options, await serverTemplate(now, branches))
  }
  const desk = new Desk(freshFolder(), options)
  if (options.office === false) return desk
  writeFileSync(desk.file, await template(now, branches), { mode: 0o600 })
  return desk
}

/** A desk on the run's server, on a copy of the office that is named; it goes with its test, unless it is kept. */
export async function openServerDesk(options: Options, copied?: string, isKept = false): Promise<Desk> {
  const template = copied ?? (await serverTemplate(options.now ?? NOW, options.branches !== false))
  return new Desk(freshFolder(), options, await cloneOffice(template, isKept))
}

/** The program in process, on a database of its own, with a clock that the test moves. */
export class Desk {
  readonly folder: string
  /** The office: its file, or its URL where the tests run on PostgreSQL. */
  readonly file: string
  /** The environment of the next call; nothing of the machine's own is in it. */
  readonly env: Record<string, string | undefined>
  /** What the next call finds on stdin. */
  stdin: string | Uint8Array = ''
  /** Where the next call may ask; without one it never asks. */
  terminal: FakeTerminal | undefined
  private width: number | undefined
  private readonly ctrlC: World['ctrlC'] = { handle: undefined }
  private interrupt = new AbortController()

  constructor(folder: string, options: Options = {}, office = join(folder, 'office.db')) {
    this.folder = folder
    this.file = office
    this.env = { BAOXIU_DB: this.file, BAOXIU_NOW: options.now ?? NOW, BAOXIU_ACTOR: 'test', LANG: 'C' }
    if (options.lang !== undefined) this.env['BAOXIU_LANG'] = options.lang
  }

  /** Moves the clock. */
  at(now: string): this {
    this.env['BAOXIU_NOW'] = now
    return this
  }

  /** stdout is a terminal of so many columns; `undefined`: a pipe again. */
  columns(width: number | undefined): this {
    this.width = width
    return this
  }

  /** A file of this desk's folder. */
  path(name: string): string {
    return join(this.folder, name)
  }

  /** Ctrl-C: aborts the call that runs now. */
  abort(): void {
    this.interrupt.abort()
  }

  /** A call at a terminal on which these strokes are typed, and nothing after them; `screen` is what stands on it. */
  async type(argv: readonly string[], ...strokes: readonly string[]): Promise<Answer & { screen: string }> {
    const terminal = new FakeTerminal(this.width ?? 80).type(strokes.join('')).hangUp()
    this.terminal = terminal
    try {
      return { ...(await this.run(...argv)), screen: terminal.screen.join('\n') }
    } finally {
      this.terminal = undefined
    }
  }

  async run(...argv: string[]): Promise<Answer> {
    this.interrupt = new AbortController()
    const [out, err] = [sink(this.width), sink(this.width)]
    const status = await program.run(argv, this.world(out, err))
    return { status, out: out.bytes().toString('utf8'), err: err.bytes().toString('utf8'), bytes: out.bytes() }
  }

  /** stdout of a call that must succeed. */
  async ok(...argv: string[]): Promise<string> {
    const answer = await this.run(...argv)
    if (answer.status !== 0) throw new Error(`baoxiu ${argv.join(' ')}: exit ${answer.status}\n${answer.err}`)
    return answer.out
  }

  /** The `--json` of a call that must succeed: one record, unless the test says otherwise (`json<Fields[]>('list')`). */
  async json<T = Fields>(...argv: string[]): Promise<T> {
    return JSON.parse(await this.ok(...argv, '--json')) as T
  }

  /** The `--json` of a list. */
  async list(...argv: string[]): Promise<Fields[]> {
    const found = await this.json<unknown>(...argv)
    if (!Array.isArray(found)) throw new Error(`baoxiu ${argv.join(' ')}: not a list`)
    return found as Fields[]
  }

  /** The fault of a call that must be refused, with nothing on stdout. */
  async refused(...argv: string[]): Promise<Refusal> {
    const { status, out, err } = await this.run(...argv, '--json')
    if (status === 0 || out !== '')
      throw new Error(`baoxiu ${argv.join(' ')}: not refused: exit ${status}\n${out}${err}`)
    const { error } = JSON.parse(err.trimEnd().split('\n').at(-1) ?? '') as { error: Omit<Refusal, 'status'> }
    return { status, ...error }
  }

  /** Looks into the database behind the program's back. */
  rows(sql: string, ...values: (string | number)[]): Fields[] {
    if (this.file.startsWith('postgres:')) return rowsOnServer(this.file, sql, values) as Fields[]
    const db = new Database(this.file, { readonly: true })
    try {
      return db.prepare(sql).all(...values) as Fields[]
    } finally {
      db.close()
    }
  }

  /** Removes the folder; a desk opened inside a test is closed by itself. */
  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Like the real one it takes the terminal with the first question only. */
  private asker(): World['asker'] {
    const { terminal, ctrlC } = this
    if (terminal === undefined) return undefined
    return askerOnDemand(async () =>
      program.askerOn(terminal, () => (ctrlC.handle ?? (() => this.interrupt.abort()))()),
    )
  }

  /** The world of the next call. */
  world(out: World['out'], err: World['err']): World {
    const { stdin } = this
    return {
      env: this.env,
      out,
      err,
      input: (async function* () {
        if (stdin.length > 0) yield typeof stdin === 'string' ? Buffer.from(stdin, 'utf8') : stdin
      })(),
      asker: this.asker(),
      openPager: undefined,
      ctrlC: this.ctrlC,
      stateFolder: join(this.folder, 'state'),
      machine: 'seat-1',
      loginName: () => 'login',
      systemLocale: () => 'en-US',
      dataFolder: join(this.folder, 'data'),
      systemNow: () => Date.UTC(2026, 10, 22, 1) / 1000,
      signal: this.interrupt.signal,
    }
  }
}

function sink(columns: number | undefined): World['out'] & { bytes: () => Buffer } {
  const pieces: Uint8Array[] = []
  return {
    columns,
    rows: columns === undefined ? undefined : 24,
    colour: false,
    async write(piece) {
      pieces.push(typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Uint8Array.from(piece))
    },
    bytes: () => Buffer.concat(pieces),
  }
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  try {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  } catch {
    // Outside a test (beforeAll) there is nothing to wait for: it goes when the whole run ends.
  }
  return folder
}

/** What a caller says, but for class and branch: for tests that are about something else. */
export const A_CALL = '--name 张三 --phone 13800001234 --address 南街 --symptom 无信号 --taken-by 小刘'.split(' ')

/** Setting up takes as long as many a test: each kind of office is made once for each worker and copied. */
const templates = new Map<string, Promise<Buffer>>()

function template(now: string, branches: boolean): Promise<Buffer> {
  const key = `${now} ${branches}`
  const made = templates.get(key) ?? makeTemplate(now, branches)
  templates.set(key, made)
  return made
}

async function makeTemplate(now: string, branches: boolean): Promise<Buffer> {
  const desk = new Desk(mkdtempSync(join(tmpdir(), 'template-')), { now })
  await setUp(desk, branches)
  const office = readFileSync(desk.file)
  desk.close()
  return office
}

/** The same on the run's server. */
const serverTemplates = new Map<string, Promise<string>>()

function serverTemplate(now: string, branches: boolean): Promise<string> {
  const key = `${now} ${branches}`
  const made = serverTemplates.get(key) ?? makeServerTemplate(now, branches)
  serverTemplates.set(key, made)
  return made
}

async function makeServerTemplate(now: string, branches: boolean): Promise<string> {
  const url = await freshSchema(undefined, true)
  const desk = new Desk(mkdtempSync(join(tmpdir(), 'template-')), { now }, url)
  await setUp(desk, branches)
  desk.close()
  return url
}

async function setUp(desk: Desk, branches: boolean): Promise<void> {
  await desk.ok('init', '--office-code', 'KF', '--office-name', '客户部', '--fines-from', '2026-01-01')
  if (!branches) return
  await desk.ok('branch', 'add', 'CG', '城关分公司', '--area', 'urban')
  await desk.ok('branch', 'add', 'XZ', '新庄分公司', '--area', 'township', '--phone', '7654321')
  await desk.ok('staff', 'add', '王伟', '--branch', 'CG')
  await desk.ok('staff', 'add', '李强', '--branch', 'CG')
  await desk.ok('staff', 'add', '赵敏', '--branch', 'XZ')
}
