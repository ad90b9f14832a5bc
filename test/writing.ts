import type { WriteDb } from '../src/kernel/db.ts'
import { openStore } from '../src/store/store.ts'
import type { Desk } from './desk.ts'

/** Work on a desk's database that no verb does yet, in one transaction with its journal. */
export async function writingOn<T>(desk: Desk, work: (db: WriteDb) => Promise<T>): Promise<T> {
  const store = await openStore(desk.file, new AbortController().signal)
  try {
    return await store.writing({ at: Date.UTC(2026, 10, 22) / 1000, actor: 'test', verb: 'test' }, work)
  } finally {
    store.close()
  }
}
