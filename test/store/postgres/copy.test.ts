import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openStoreOf, contentOf } from '../../desk-store.ts'
import { A_CALL, openDesk, openServerDesk } from '../../desk.ts'
import type { Desk } from '../../desk.ts'
import { freshSchema, needsPg, onPostgres, tamperOnServer } from '../../pg-desk.ts'
import { walkedDesk } from '../../walked-desk.ts'
import { hashTables } from '../../../src/store/copy-tables.ts'

const EXPORTS = ['tickets', 'handovers', 'holds', 'complaints', 'fines', 'journal']

const exported = (desk: Desk, office: string): Promise<string[]> =>
  Promise.all(EXPORTS.map((what) => desk.ok('export', what, '--db', office)))

async function hashesOf(office: string): Promise<unknown> {
  const store = await openStoreOf(office)
  try {
    return await store.reading(hashTables)
  } finally {
    store.close()
  }
}

test('an office moves to a server and back again: every table, every export, to the byte', async (context) => {
  const server = needsPg(context)
  context.skip(onPostgres, 'begins with a file')
  const desk = await walkedDesk()
  const before = contentOf(desk.file)
  const url = await freshSchema(server)
  const told = await desk.json('office', 'copy', '--to', url)
  expect(told).toMatchObject({ from_file: desk.file, entries: desk.rows('select 1 from journal').length })
  const back = desk.path('back.db')
  expect(await desk.json('office', 'copy', '--db', url, '--to', back)).toMatchObject({
    rows: told['rows'],
    hash: told['hash'],
  })
  expect(await hashesOf(url)).toEqual(await hashesOf(desk.file))
  expect(await hashesOf(back)).toEqual(await hashesOf(desk.file))
  expect(await exported(desk, url)).toEqual(await exported(desk, desk.file))
  expect(contentOf(desk.file)).toBe(before)
  for (const office of [url, back]) await desk.ok('check', '--full', '--db', office)
  const logged = await desk.json('log', ...A_CALL, '--class', 'line', '--branch', 'CG', '--db', url)
  expect(logged).toMatchObject({ ticket_no: 'KF-20261123-0002' })
  expect(await desk.refused('office', 'copy', '--to', url)).toMatchObject({ code: 'DB_EXISTS', status: 4 })
  expect(await desk.refused('office', 'copy', '--to', back)).toMatchObject({ code: 'DB_EXISTS' })
})

test('what a file cannot hold is no copy: nothing is left of it', async (context) => {
  const server = needsPg(context)
  const desk = await openServerDesk({})
  // A row that names a branch which does not exist: no file takes it.
  tamperOnServer(desk.file, `insert into staff (branch, name) values ('NO', '某')`)
  const target = desk.path('copy.db')
  const { status } = await desk.run('office', 'copy', '--to', target)
  expect(status).toBe(1)
  expect(existsSync(target)).toBe(false)
  expect(server).not.toBe('')
})

test('copying to a server that is not there says so, and the source stays', async () => {
  const desk = await openDesk()
  const refusal = await desk.refused('office', 'copy', '--to', 'postgres://li:geheim@127.0.0.1:1/office')
  expect(refusal).toMatchObject({ code: 'DB_UNREACHABLE', status: 1 })
  expect(JSON.stringify(refusal)).not.toContain('geheim')
})
