import type { Client } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerTarget } from '../../kernel/server-target.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'

/** What became of a transaction whose commit nobody answered. */
export type Fate = { readonly kind: 'saved'; readonly link: Link } | { readonly kind: 'not-saved' | 'unknown' }

const PATIENCE_MS = 20_000
const PAUSE_MS = 500

const FATE = (id: string) => ({ text: 'select pg_xact_status($1::xid8) as fate', values: [id] })

/** Looks a transaction up by the id that it was given at its start. Ctrl-C does not end it: the clerk wants to know. */
export async function fateOf(id: string, target: ServerTarget): Promise<Fate> {
  const { signal } = new AbortController()
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const client = await connected(target, signal)
    if (client !== undefined) {
      const link = new Link(client, signal)
      const fate = await told(link, id)
      if (fate === 'committed') return { kind: 'saved', link }
      link.close()
      if (fate === 'aborted') return { kind: 'not-saved' }
      // The server remembers only so many; and one that is still in progress has not heard of the lost connection.
      if (fate === 'forgotten') return { kind: 'unknown' }
    }
    await sleep(PAUSE_MS)
  }
  return { kind: 'unknown' }
}

async function connected(target: ServerTarget, signal: AbortSignal): Promise<Client | undefined> {
  try {
    return await connectToServer({ ...target, connectSeconds: 5 }, signal)
  } catch {
    return undefined
  }
}

async function told(link: Link, id: string): Promise<string | undefined> {
  try {
    const fate = (await link.query(FATE(id))).rows[0]?.fate
    return fate === null ? 'forgotten' : String(fate)
  } catch {
    return undefined
  }
}
