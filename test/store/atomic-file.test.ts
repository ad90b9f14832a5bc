import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFileAtomically } from '../../src/store/atomic-file.ts'
import { fingerprint, temporaryFolder } from './folder.ts'

const writeAll = (file: string, ...pieces: (string | Uint8Array)[]): Promise<void> =>
  writeFileAtomically(file, async (write) => {
    for (const piece of pieces) await write(piece)
  })

describe('writeFileAtomically', () => {
  test('writes the pieces in order, readable for its owner only, and leaves nothing beside it', async () => {
    const folder = temporaryFolder()
    const file = join(folder, '罚款.csv')
    const before = process.umask(0)
    try {
      await writeAll(file, '单号,', Uint8Array.of(0xb1, 0xa8), '\r\n')
    } finally {
      process.umask(before)
    }
    expect(readFileSync(file)).toEqual(
      Buffer.concat([Buffer.from('单号,'), Buffer.from([0xb1, 0xa8]), Buffer.from('\r\n')]),
    )
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(folder)).toEqual(['罚款.csv'])
  })

  test('writes many megabytes, and an empty file', async () => {
    const folder = temporaryFolder()
    const line = `${'报修'.repeat(500)}\n`
    await writeAll(join(folder, 'big'), ...Array.from({ length: 1500 }, () => line))
    await writeAll(join(folder, 'empty'))
    expect(readFileSync(join(folder, 'big'), 'utf8')).toBe(line.repeat(1500))
    expect(statSync(join(folder, 'empty')).size).toBe(0)
  })

  test('takes the place of an older file at once', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'fines.csv')
    writeFileSync(file, 'old', { mode: 0o644 })
    await writeFileAtomically(file, async (write) => {
      await write('x'.repeat(200_000))
      expect(readFileSync(file, 'utf8')).toBe('old')
      await write('new')
    })
    expect(readFileSync(file, 'utf8')).toHaveLength(200_003)
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  })

  test.each([0, 200_000])('leaves the older file as it was where producing throws after %d bytes', async (bytes) => {
    const folder = temporaryFolder()
    const file = join(folder, 'fines.csv')
    writeFileSync(file, 'old')
    const before = fingerprint(folder)
    const failing = writeFileAtomically(file, async (write) => {
      await write('x'.repeat(bytes))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(fingerprint(folder)).toEqual(before)
  })

  test.each([
    [
      'a symbolic link',
      'a symbolic link; it is not written through',
      (file: string, other: string) => symlinkSync(other, file),
    ],
    [
      'a link to nowhere',
      'a symbolic link; it is not written through',
      (file: string) => symlinkSync('/nowhere', file),
    ],
    ['a pipe', 'not an ordinary file', (file: string) => void execFileSync('mkfifo', [file])],
    ['a folder', 'a folder', (file: string) => mkdirSync(file)],
    [
      'a database',
      'a database; nothing is written in its place',
      (file: string) => writeFileSync(file, 'SQLite format 3\0 and more'),
    ],
  ])('refuses %s, and touches neither it nor what it leads to', async (_, sentence, make) => {
    const folder = temporaryFolder()
    const [file, other] = [join(folder, 'fines.csv'), join(folder, 'other')]
    writeFileSync(other, 'somebody else’s')
    make(file, other)
    const before = fingerprint(folder)
    await expect(writeAll(file, 'new')).rejects.toMatchObject({
      code: 'CANNOT_WRITE',
      message: `${file} is ${sentence}`,
    })
    expect(fingerprint(folder)).toEqual(before)
  })

  test.each(['nowhere', 'file', 'file/below'])('refuses a folder that is none: %s', async (name) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'x')
    const place = join(folder, name)
    const failing = writeAll(join(place, 'fines.csv'), 'new')
    await expect(failing).rejects.toMatchObject({ code: 'CANNOT_WRITE', message: `there is no folder ${place}` })
  })
})

test('attacks 1: what this call did not make is not removed, however old and however it is named', async () => {
  const folder = temporaryFolder()
  const stale = '.baoxiu-0b6f2f5e-1111-4222-8333-444455556666.tmp'
  const names = [stale, `${stale}-journal`, '.baoxiu-notes.tmp', '.hidden'].toSorted()
  for (const name of names) writeFileSync(join(folder, name), 'x')
  const longAgo = new Date('2020-01-01')
  for (const name of names) utimesSync(join(folder, name), longAgo, longAgo)
  await writeAll(join(folder, 'out.csv'), 'x')
  expect(readdirSync(folder).toSorted()).toEqual([...names, 'out.csv'])
})
