import { describe, expect, onTestFinished, test } from 'vitest'
import type { TestContext } from 'vitest'
import { serverTarget } from '../../../src/kernel/server-target.ts'
import { createOnServer, openServer } from '../../../src/store/postgres/open-server.ts'
import type { Store } from '../../../src/store/store.ts'
import { execute, freshSchema, needsPg } from '../../pg-desk.ts'
import { proxied, says } from './proxy.ts'
import type { Proxy } from './proxy.ts'

const deed = { actor: '小李', verb: 'log', at: 1_795_000_000 }
const { signal } = new AbortController()
const quiet = { tell: () => undefined, most: 0 }

interface Seat {
  readonly store: Store
  readonly proxy: Proxy
  readonly url: string
  /** What the server has, seen from beside the proxy. */
  saved(): Promise<number>
}

async function seatBehindProxy(context: TestContext): Promise<Seat> {
  const url = await freshSchema(needsPg(context))
  const target = serverTarget(url, {}, 'nobody')
  await createOnServer(target, deed, signal, async () => undefined)
  const through = await proxied(url)
  const store = await openServer(serverTarget(through.url, {}, 'nobody'), signal, quiet)
  const beside = await openServer(target, signal, quiet)
  onTestFinished(() => (store.close(), beside.close()))
  const saved = (): Promise<number> =>
    beside.reading(async (db) => Number((await db.get('select count(*) as n from setting'))?.n))
  return { store, proxy: through.proxy, url: through.url, saved }
}

const put = (store: Store, key = 'a'): Promise<number> =>
  store.writing(deed, (db) => db.run('insert into setting (key, value) values ($1, $2)', [key, '1']))

const isCommit = (piece: Buffer): boolean => says(piece, 'commit\0')

describe('fault 42: the server goes away', () => {
  test('before the commit: nothing is saved, and the clerk is told so', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.treat = (piece) => (says(piece, 'insert into setting') ? 'cut' : 'pass')
    await expect(put(store)).rejects.toMatchObject({
      code: 'DB_UNREACHABLE',
      what: { en: expect.stringContaining('nothing of this command was saved') as string },
    })
    expect(await saved()).toBe(0)
    proxy.treat = () => 'pass'
    expect(await put(store)).toBe(1)
    expect(await saved()).toBe(1)
  })

  test('during the commit, which the server got: it is looked up and saved once', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.treat = (piece) => {
      if (!isCommit(piece)) return 'pass'
      proxy.treat = () => 'pass'
      return 'pass and swallow the answer'
    }
    expect(await put(store)).toBe(1)
    expect(await saved()).toBe(1)
    expect(await put(store, 'b')).toBe(1)
    expect(await saved()).toBe(2)
  })

  test('during the commit, which the server never got: nothing is saved, and the clerk is told so', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.treat = (piece) => {
      if (!isCommit(piece)) return 'pass'
      proxy.treat = () => 'pass'
      return 'cut'
    }
    await expect(put(store)).rejects.toMatchObject({ code: 'DB_UNREACHABLE' })
    expect(await saved()).toBe(0)
  })

  test('during the commit and for good: that it cannot be told is told, with what to look for', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.treat = (piece) => {
      if (!isCommit(piece)) return 'pass'
      proxy.refusing = true
      return 'pass and swallow the answer'
    }
    await expect(put(store)).rejects.toMatchObject({
      code: 'CANNOT_TELL',
      status: 1,
      what: { en: expect.stringContaining('`baoxiu log` of 小李') as string },
      next: { en: expect.stringContaining('baoxiu export journal') as string },
    })
    expect(await saved()).toBe(1)
  })

  test('its administrator ends the connection in the middle: nothing is saved', async (context) => {
    const { store, saved } = await seatBehindProxy(context)
    const failing = store.writing(deed, async (db) => {
      await db.run('insert into setting (key, value) values ($1, $2)', ['a', '1'])
      const pid = Number((await db.get('select pg_backend_pid() as pid'))?.pid)
      await execute(needsPg(context), `select pg_terminate_backend(${pid})`)
      await db.all('select pg_sleep(0.2)')
    })
    await expect(failing).rejects.toMatchObject({ code: 'DB_UNREACHABLE' })
    expect(await saved()).toBe(0)
    expect(await put(store)).toBe(1)
  })

  test('while something is read: the next call connects anew', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.cutAll()
    await expect(put(store)).rejects.toMatchObject({ code: 'DB_UNREACHABLE' })
    expect(await put(store)).toBe(1)
    expect(await saved()).toBe(1)
  })

  test('it refuses: DB_UNREACHABLE at once, without the password', async (context) => {
    needsPg(context)
    const target = serverTarget('postgres://li:geheim@127.0.0.1:1/office', {}, 'nobody')
    const failing = openServer(target, signal, quiet)
    await expect(failing).rejects.toMatchObject({ code: 'DB_UNREACHABLE', status: 1 })
    await expect(failing).rejects.not.toThrow('geheim')
  })

  test('it is slow: everything works', async (context) => {
    const { store, proxy, saved } = await seatBehindProxy(context)
    proxy.delay = 50
    expect(await put(store)).toBe(1)
    expect(await saved()).toBe(1)
  })

  test('it has no connection left for a while: the seat waits for one', async (context) => {
    const url = await freshSchema(needsPg(context))
    const role = `scarce_${process.pid}`
    await createOnServer(serverTarget(url, {}, 'nobody'), deed, signal, async () => undefined)
    await execute(needsPg(context), `create role ${role} login superuser connection limit 0`)
    onTestFinished(() => execute(needsPg(context), `drop role ${role}`))
    await execute(needsPg(context), `alter role ${role} nosuperuser`)
    const opening = openServer(serverTarget(url.replace('postgres@', `${role}@`), {}, 'nobody'), signal, quiet)
    opening.catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await execute(needsPg(context), `alter role ${role} superuser connection limit 5`)
    const store = await opening
    expect(await store.reading((db) => db.all('select key from setting'))).toEqual([])
    store.close()
  })
})

test('a transaction that failed on the server is no commit', async (context) => {
  const { store, saved } = await seatBehindProxy(context)
  const sly = store.writing(deed, async (db) => {
    await db.run('insert into setting (key, value) values ($1, $2)', ['a', '1'])
    await db.run('insert into setting (key, value) values ($1, $2)', ['a', '1']).catch(() => undefined)
  })
  await expect(sly).rejects.toThrow(/rolled back|unique/)
  expect(await saved()).toBe(0)
})
