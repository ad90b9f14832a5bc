import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { askIntegrity } from '../../src/store/ask-integrity.ts'
import { inspectDatabase } from '../../src/store/inspect.ts'
import { createStore, openStore } from '../../src/store/store.ts'
import { temporaryFolder } from './folder.ts'

async function freshFile(): Promise<string> {
  const file = join(temporaryFolder(), 'office.db')
  const deed = { actor: '小李', verb: 'test', at: 0 }
  await createStore(file, deed, new AbortController().signal, async () => undefined)
  return file
}

test('the engine’s own look at a large file is not waited for', async () => {
  const interrupt = new AbortController()
  const file = await freshFile()
  const db = new Database(file)
  db.exec('create table filler (bytes blob); insert into filler values (zeroblob(16777216))')
  db.close()
  expect(await askIntegrity(file, true, interrupt.signal)).toEqual({ structure: [], orphans: [] })
  setImmediate(() => interrupt.abort())
  await expect(askIntegrity(file, true, interrupt.signal)).rejects.toMatchObject({ name: 'AbortError' })
})

/** The locks that this machine knows of on a file. */
function locksOn(file: string): string[] {
  const lines = readFileSync('/proc/locks', 'utf8').split('\n')
  return lines.filter((line) => line.includes(`:${statSync(file).ino} `)).map((line) => line.replace(/^\d+: /, ''))
}

test('looking at a file while it is open lets go of none of its locks', async (context) => {
  context.skip(!existsSync('/proc/locks'), 'needs /proc/locks: Linux')
  const file = await freshFile()
  const store = await openStore(file, new AbortController().signal)
  const locks = await store.reading(async (db) => {
    await db.get('select 1 from setting')
    const held = locksOn(file)
    await inspectDatabase(file, true, new AbortController().signal)
    return { held, after: locksOn(file) }
  })
  store.close()
  expect(locks.held).not.toEqual([])
  expect(locks.after).toEqual(locks.held)
})
