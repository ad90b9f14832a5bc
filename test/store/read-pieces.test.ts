import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPieces } from '../../src/store/read-pieces.ts'
import { temporaryFolder } from './folder.ts'

test('however quickly a file is read, Ctrl-C is heard before the next piece', async () => {
  const file = join(temporaryFolder(), 'book.csv')
  writeFileSync(file, Buffer.alloc(2_000_000))
  const interrupt = new AbortController()
  let pieces = 0
  const reading = async (): Promise<void> => {
    for await (const _ of readPieces(file, interrupt.signal)) {
      pieces += 1
      if (pieces === 2) interrupt.abort()
    }
  }
  await expect(reading()).rejects.toMatchObject({ name: 'Interrupted' })
  expect(pieces).toBe(2)
})
