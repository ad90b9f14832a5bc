import type { Instant } from '../kernel/zone.ts'
import type { LongWorkNote } from './long-work.ts'
import type { ServerTarget } from '../kernel/server-target.ts'
import type { WriteDb } from '../kernel/db.ts'
import type { Deed } from './sqlite-db.ts'
import type { Store } from './store.ts'

/** Where an office is: in a file, or on a server. */
export interface OfficePlace {
  /** What it is called: the file, or the URL without its password. */
  readonly file: string
  readonly server: ServerTarget | undefined
}

/** Hears what a call has to wait for. */
export interface WaitingWords {
  longWork(note: LongWorkNote): void
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
    return openStore(file, signal, (note) => words.longWork(note), asItIs)
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
