import { Database } from '../sqlite.ts'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { createStore, openStore } from '../../src/store/store.ts'
import { APPLICATION_ID } from '../../src/store/file-header.ts'
import { fingerprint, temporaryFolder } from './folder.ts'

const signal = new AbortController().signal
const deed = { actor: 'test', verb: 'init', at: 0 }

const makeOffice = (file: string): Promise<void> => createStore(file, deed, signal, async () => undefined)

async function opened(file: string): Promise<string> {
  try {
    const store = await openStore(file, signal)
    store.close()
    return 'opened'
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error)
  }
}

function sqlite(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

/** A database whose last commit is still in the log beside it, as after a crash. */
function withLog(file: string, sql: string): void {
  const db = new Database(`${file}.live`)
  db.pragma('journal_mode = wal')
  db.pragma('wal_autocheckpoint = 0')
  db.exec(sql)
  copyFileSync(`${file}.live`, file)
  copyFileSync(`${file}.live-wal`, `${file}-wal`)
  db.close()
}

interface Odd {
  readonly what: string
  readonly expected: string
  readonly make: (file: string) => void | Promise<void>
}

const ODD: readonly Odd[] = [
  { what: 'nothing at all', expected: 'DB_MISSING: there is no office at FILE', make: () => undefined },
  { what: 'a folder', expected: 'DB_FOREIGN: FILE is a folder', make: (file) => mkdirSync(file) },
  {
    what: 'a pipe',
    expected: 'DB_FOREIGN: FILE is not an ordinary file',
    make: (file) => void execFileSync('mkfifo', [file]),
  },
  {
    what: 'an empty file',
    expected: 'DB_FOREIGN: FILE is an empty file, not a baoxiu database',
    make: (file) => writeFileSync(file, ''),
  },
  {
    what: 'a CSV file',
    expected: 'DB_FOREIGN: FILE is not a baoxiu database',
    make: (file) => writeFileSync(file, '姓名,电话\n'.repeat(99)),
  },
  { what: 'one byte', expected: 'DB_FOREIGN: FILE is not a baoxiu database', make: (file) => writeFileSync(file, 'S') },
  {
    what: 'another program’s SQLite file',
    expected: 'DB_FOREIGN: FILE is not a baoxiu database',
    make: (file) => sqlite(file, 'create table ticket (a text)'),
  },
  {
    what: 'another program’s SQLite file, its last commit in a log',
    expected: 'DB_FOREIGN: FILE is not a baoxiu database',
    make: (file) => withLog(file, 'create table ticket (a text)'),
  },
  {
    what: 'a newer version',
    expected: `DB_NEWER: FILE has version 99; this program knows up to ${migrations.length}`,
    async make(file) {
      await makeOffice(file)
      sqlite(file, 'pragma user_version = 99')
    },
  },
  {
    what: 'a newer version, known from its log only',
    expected: `DB_NEWER: FILE has version 99; this program knows up to ${migrations.length}`,
    make: (file) =>
      withLog(file, `pragma application_id = ${APPLICATION_ID}; pragma user_version = 99; create table x (a text)`),
  },
  ...[20, 99, 100, 512, 4096].map((bytes) => ({
    what: `an office cut to ${bytes} bytes`,
    expected: 'DB_DAMAGED: FILE is damaged: it has',
    async make(file: string) {
      await makeOffice(file)
      truncateSync(file, bytes)
    },
  })),
  {
    what: 'half an office',
    expected: 'DB_DAMAGED: FILE is damaged: it has',
    async make(file) {
      await makeOffice(file)
      truncateSync(file, Math.floor(readFileSync(file).length / 2))
    },
  },
]

describe('what is no office is refused, unchanged to the byte', () => {
  test.each(ODD)('$what', async ({ make, expected }) => {
    const folder = temporaryFolder()
    const file = join(folder, 'office.db')
    await make(file)
    const before = fingerprint(folder)
    expect((await opened(file)).replaceAll(file, 'FILE')).toContain(expected)
    const after = fingerprint(folder)
    // An index of the log may come and go beside it; it holds nothing.
    delete after['office.db-shm']
    delete before['office.db-shm']
    expect(after).toEqual(before)
  })

  test('a path below a file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'x')
    expect(await opened(join(folder, 'file', 'office.db'))).toContain('DB_MISSING')
  })
})

describe('an office', () => {
  test('opens, and nothing stays beside it', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'office.db')
    await makeOffice(file)
    const before = fingerprint(folder)
    expect(await opened(file)).toBe('opened')
    expect(fingerprint(folder)).toEqual(before)
    expect(Object.keys(before)).toEqual(['office.db'])
  })

  test('is kept in a log that is flushed with each commit; keys are checked and its schema is not trusted', async () => {
    const file = join(temporaryFolder(), 'office.db')
    await makeOffice(file)
    const store = await openStore(file, signal)
    const settings = await store.reading(async (db) =>
      Promise.all(
        ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map((name) => db.get(`pragma ${name}`)),
      ),
    )
    store.close()
    expect(settings).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }, { trusted_schema: 0 }])
  })

  test('that another seat holds for a moment is waited for', async () => {
    const file = join(temporaryFolder(), 'office.db')
    await makeOffice(file)
    const other = new Database(file)
    other.pragma('locking_mode = exclusive')
    other.exec('begin immediate')
    setTimeout(() => other.close(), 150)
    const start = performance.now()
    expect(await opened(file)).toBe('opened')
    expect(performance.now() - start).toBeGreaterThan(100)
  })
})
