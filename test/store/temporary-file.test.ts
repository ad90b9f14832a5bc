import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replaceAtomically, writeFileAtomically, writeTogether } from '../../src/store/atomic-file.ts'
import { DraftFile } from '../../src/store/draft-file.ts'
import { isPrivate } from '../../src/store/work-file.ts'
import { temporaryFolder } from './folder.ts'

/** A folder that everybody may write, and something of somebody else's that must not be written. */
function sharedFolder(): { folder: string; victim: string } {
  const top = temporaryFolder()
  const [folder, victim] = [join(top, 'shared'), join(top, 'secret')]
  mkdirSync(folder)
  chmodSync(folder, 0o777)
  writeFileSync(victim, 'secret')
  return { folder, victim }
}

const temporaryIn = (folder: string): string => {
  const name = readdirSync(folder).find((found) => found.endsWith('.tmp'))
  if (name === undefined) throw new Error('no temporary file')
  return join(folder, name)
}

/** What the neighbour does to the temporary file. */
const SWAPS: readonly (readonly [name: string, swap: (temporary: string, victim: string) => void])[] = [
  ['a link to somebody else’s file', (temporary, victim) => symlinkSync(victim, temporary)],
  ['another name of somebody else’s file', (temporary, victim) => linkSync(victim, temporary)],
  ['a file of his own', (temporary) => writeFileSync(temporary, 'forged')],
  ['nothing', () => undefined],
]

describe.each(SWAPS)('attacks 2: the neighbour puts %s in the place of the temporary file', (what, put) => {
  const swapIn = ({ folder, victim }: ReturnType<typeof sharedFolder>): string => {
    const temporary = temporaryIn(folder)
    renameSync(temporary, `${temporary}.old`)
    put(temporary, victim)
    return temporary
  }
  const refused = { code: 'CANNOT_WRITE' }

  test('-o refuses, writes nothing through it, and removes nothing of his', async () => {
    const shared = sharedFolder()
    const target = join(shared.folder, 'out.csv')
    let swapped = ''
    const writing = writeFileAtomically(target, async (write) => {
      await write('x'.repeat(100_000))
      swapped = swapIn(shared)
      await write('y'.repeat(100_000))
    })
    await expect(writing).rejects.toMatchObject({ ...refused, message: expect.stringContaining(target) })
    expect(readFileSync(shared.victim, 'utf8')).toBe('secret')
    expect([existsSync(target), existsSync(swapped)]).toEqual([false, what !== 'nothing'])
  })

  test('several files that belong together likewise', async () => {
    const shared = sharedFolder()
    const target = join(shared.folder, 'a.csv')
    const produce = async (write: (piece: string) => Promise<void>): Promise<void> => {
      await write('x')
      swapIn(shared)
    }
    await expect(writeTogether([{ target, produce }])).rejects.toMatchObject(refused)
    expect([readFileSync(shared.victim, 'utf8'), existsSync(target)]).toEqual(['secret', false])
  })

  test('rejects and maps likewise', async () => {
    const shared = sharedFolder()
    const draft = await DraftFile.open(join(shared.folder, 'book.csv.rejects.csv'))
    await draft.write('1,2\n')
    swapIn(shared)
    await draft.finish()
    await expect(draft.keep()).rejects.toMatchObject(refused)
    expect([readFileSync(shared.victim, 'utf8'), existsSync(draft.target)]).toEqual(['secret', false])
  })

  test('what is filled by its name is filled where he may not write', async () => {
    const shared = sharedFolder()
    const target = join(shared.folder, 'backup.db')
    let workFolder = ''
    const writing = replaceAtomically(target, async (file, finish) => {
      workFolder = dirname(file)
      writeFileSync(file, 'whole')
      swapIn(shared)
      finish()
    })
    await expect(writing).rejects.toMatchObject(refused)
    expect(workFolder).not.toBe(shared.folder)
    expect(existsSync(workFolder)).toBe(false)
    expect(readFileSync(shared.victim, 'utf8')).toBe('secret')
    expect(existsSync(target)).toBe(false)
  })
})

test('in a shared folder a file that is filled by its name is whole as well, 0600, and nothing is left beside it', async () => {
  const { folder } = sharedFolder()
  const target = join(folder, 'backup.db')
  const big = 'x'.repeat(3_000_000)
  await replaceAtomically(target, async (file, finish) => {
    writeFileSync(file, big)
    finish()
  })
  expect(readFileSync(target, 'utf8')).toBe(big)
  expect(readdirSync(folder)).toEqual(['backup.db'])
})

test('a folder is private where neither it nor one above it can be changed by others', () => {
  const top = temporaryFolder()
  const uid = process.getuid?.() ?? 0
  const inner = join(top, 'inner')
  mkdirSync(inner, { mode: 0o755 })
  expect([isPrivate(top, uid), isPrivate(inner, uid), isPrivate(join(top, 'nowhere'), uid)]).toEqual([
    true,
    true,
    false,
  ])
  chmodSync(inner, 0o775)
  expect(isPrivate(inner, uid)).toBe(false)
  chmodSync(inner, 0o1777)
  expect([isPrivate(inner, uid), isPrivate(inner, uid + 1)]).toEqual([true, uid === 0])
  chmodSync(inner, 0o755)
  chmodSync(top, 0o777)
  expect(isPrivate(inner, uid)).toBe(false)
})
