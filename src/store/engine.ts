import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { serverWords as t } from '../kernel/messages/server.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import type { OfficePlace } from '../kernel/server-target.ts'
import type { Backup } from './backup.ts'
import type { Inspection } from './inspect.ts'
import type { LockHolder } from './lock-holder.ts'
import type { Deed } from './sqlite-db.ts'
import type { Store } from './store.ts'

/** Hears what a call has to wait for. */
export interface WaitingWords {
  /** Another baoxiu that writes to the same file. */
  holder(holder: LockHolder): void
  /** Another seat of a server. */
  seat(seat: { readonly actor: string; readonly verb: string; readonly at: Instant }): void
  /** Somebody can press Ctrl-C. */
  readonly attended: boolean
}

/** Without a terminal, a seat that is at work is waited for so long. */
const UNATTENDED_MS = 600_000

/** Opens an office on the engine that it is on; of the other one nothing is loaded. */
export async function openOffice(
  { file, server }: OfficePlace,
  signal: AbortSignal,
  words: WaitingWords,
  asItIs: boolean,
): Promise<Store> {
  if (server === undefined) {
    const { openStore } = await import('./store.ts')
    const waiting = {
      tell: (holder: LockHolder) => words.holder(holder),
      get mostMs() {
        return words.attended ? Infinity : UNATTENDED_MS
      },
    }
    return openStore(file, signal, waiting, asItIs)
  }
  const { openServer } = await import('./postgres/open-server.ts')
  const most = words.attended ? Infinity : UNATTENDED_MS
  return openServer(server, signal, { tell: (seat) => words.seat(seat), most }, asItIs)
}

export async function createOffice<T>(
  { file, server }: OfficePlace,
  deed: Deed,
  signal: AbortSignal,
  work: (db: WriteDb) => Promise<T>,
): Promise<T> {
  if (server === undefined) {
    const { createStore } = await import('./store.ts')
    return createStore(file, deed, signal, work)
  }
  const { createOnServer } = await import('./postgres/open-server.ts')
  return createOnServer(server, deed, signal, work)
}

/** What is wrong with the database itself, whatever the books in it say. */
export async function inspectOffice(
  { file, server }: OfficePlace,
  full: boolean,
  signal: AbortSignal,
): Promise<Inspection> {
  if (server === undefined) {
    const { inspectDatabase } = await import('./inspect.ts')
    return inspectDatabase(file, full, signal)
  }
  const { inspectServer } = await import('./postgres/inspect-server.ts')
  return inspectServer(server, signal)
}

/** What the administrator of a server is told after `init`, line by line; nothing of a file. */
export async function roleLines({ server }: OfficePlace, signal: AbortSignal): Promise<readonly string[]> {
  if (server === undefined) return []
  const { roleSql } = await import('./postgres/roles.ts')
  return (await roleSql(server, signal)).split('\n')
}

/** A backup as the engine makes it, verified before it gets its name. */
export async function backUpOffice(
  { file, server }: OfficePlace,
  target: string,
  signal: AbortSignal,
): Promise<Backup> {
  if (server === undefined) {
    const { backUp } = await import('./backup.ts')
    return backUp(file, target, signal)
  }
  const { dumpServer } = await import('./postgres/dump.ts')
  return dumpServer(server, target, signal)
}

/** The same into a folder, under a name with its time; the newest `keep` stay. */
export async function backUpOfficeInto(
  { file, server }: OfficePlace,
  folder: string,
  keep: number | undefined,
  ctx: Clock & { readonly signal: AbortSignal },
): Promise<Backup> {
  if (server === undefined) {
    const { backUpInto } = await import('./backup.ts')
    return backUpInto(file, folder, keep, ctx, ctx.signal)
  }
  const { dumpServerInto } = await import('./postgres/dump.ts')
  return dumpServerInto(server, folder, keep, ctx, ctx.signal)
}

/** An office on a server is not put back by us: whoever may do that is told how. */
export function refuseRestore({ server }: OfficePlace, backup: string): void {
  if (server === undefined) return
  const { host, port, user, database } = server
  const line = `pg_restore --exit-on-error --single-transaction --no-owner -h ${host} -p ${port} -U ${user} -d ${database} ${backup}`
  throw new Fault('USAGE', t.restoreBy(line), t.restoreNext)
}
