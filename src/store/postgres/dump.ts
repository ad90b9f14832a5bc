import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Fault } from '../../kernel/faults.ts'
import { safetyWords } from '../../kernel/messages/safety.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { storeWords } from '../../kernel/messages/store.ts'
import type { Clock } from '../../kernel/moment.ts'
import type { ServerTarget } from '../../kernel/server-target.ts'
import { replaceAtomically } from '../atomic-file.ts'
import { stampOf } from '../backup.ts'
import type { Backup } from '../backup.ts'
import { codeOf } from '../driver-faults.ts'
import { isFolder } from '../folder.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'
import { asServerFault } from './sql-faults.ts'

const MAGIC = 'PGDMP'

/** A backup by `pg_dump`, read from end to end by `pg_restore` before it gets its name; mode 0600. */
export async function dumpServer(target: ServerTarget, file: string, signal: AbortSignal): Promise<Backup> {
  if (isInTheWay(file)) throw new Fault('CANNOT_WRITE', safetyWords.notABackup(file), storeWords.nameAnother)
  return await replaceAtomically(file, async (temporary, finish) => {
    const contents = await dumped(target, temporary, signal)
    await program(target, 'pg_restore', ['--file=-', temporary], signal)
    const { size: bytes } = statSync(temporary)
    finish()
    return { file, bytes, ...contents, removed: [] }
  })
}

/** The same into a folder, as `office-20261122-030000.dump`; of it and the older ones the newest `keep` stay. */
export async function dumpServerInto(
  target: ServerTarget,
  folder: string,
  keep: number | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Backup> {
  if (!isFolder(folder)) throw new Fault('CANNOT_WRITE', storeWords.noFolder(folder))
  const start = `${target.database.replaceAll(/[^\w-]/g, '_')}-`
  const name = `${start}${stampOf(clock)}.dump`
  const backup = await dumpServer(target, join(folder, name), signal)
  const older = readdirSync(folder)
    .filter((other) => other.startsWith(start) && /^\d{8}-\d{6}\.dump$/.test(other.slice(start.length)) && other < name)
    .toSorted()
    .map((other) => join(folder, other))
    .filter((other) => !isInTheWay(other))
  const removed = keep === undefined ? [] : older.slice(0, Math.max(0, older.length - Math.max(0, keep - 1)))
  for (const one of removed) rmSync(one, { force: true })
  return { ...backup, removed }
}

const SNAPSHOT = `begin isolation level repeatable read, read only; select pg_export_snapshot() as snapshot,
  current_schema() as schema, version, (select coalesce(max(entry), 0) from journal) as entries,
  (select coalesce(max(at), 0) from journal where entry = (select max(entry) from journal)) as changed_at
  from baoxiu_version`

/** What is told of the backup is read in the very state that it holds. */
async function dumped(
  target: ServerTarget,
  temporary: string,
  signal: AbortSignal,
): Promise<Pick<Backup, 'version' | 'entries' | 'changed_at'>> {
  const link = new Link(await connectToServer(target, signal), signal)
  try {
    const row = (await link.script(SNAPSHOT)).at(-1)?.rows[0]
    const asked = [`--snapshot=${row?.snapshot}`, `--schema="${row?.schema}"`, '--format=custom', '--no-owner']
    await program(target, 'pg_dump', [...asked, '--no-privileges', `--file=${temporary}`], signal)
    return { version: Number(row?.version), entries: Number(row?.entries), changed_at: Number(row?.changed_at) }
  } catch (error) {
    throw asServerFault(error, target.shown)
  } finally {
    link.close()
  }
}

const run = promisify(execFile)

/** A program of PostgreSQL; the password goes through its environment, where other users do not see it. */
async function program(target: ServerTarget, name: string, args: string[], signal: AbortSignal): Promise<void> {
  try {
    await run(name, args, { env: environment(target), signal, maxBuffer: 1 << 30 })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Fault('DRIVER_MISSING', t.noDump(name), t.installDump)
    if (codeOf(error) === 'ABORT_ERR') throw error
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    throw new Fault('CANNOT_READ', t.dumpFailed(name, said.trim().split('\n').at(-1) ?? ''))
  }
}

function environment(target: ServerTarget): Record<string, string> {
  const all = {
    PATH: target.programs,
    PGHOST: target.host,
    PGPORT: String(target.port),
    PGUSER: target.user,
    PGDATABASE: target.database,
    PGPASSWORD: target.password,
    PGPASSFILE: target.passwordFile,
    PGSSLMODE: target.sslMode,
    PGSSLROOTCERT: target.sslRootCert,
    PGSSLCERT: target.sslCert,
    PGSSLKEY: target.sslKey,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Only an earlier backup is replaced. */
function isInTheWay(file: string): boolean {
  try {
    if (statSync(file).size === 0) return true
    const handle = openSync(file, 'r')
    try {
      const start = Buffer.alloc(MAGIC.length)
      readSync(handle, start, 0, MAGIC.length, 0)
      return start.toString('latin1') !== MAGIC
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
