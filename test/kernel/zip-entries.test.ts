import { crc32 as ofNode, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from '../../src/kernel/crc32.ts'
import { packedBytes, zipEntries } from '../../src/kernel/zip-entries.ts'
import { zipped } from '../books/zips.ts'

test('each entry is found with its sizes and its bytes', () => {
  const bytes = zipped({ 'a.xml': 'aaaa', 'xl/二.xml': '二' })
  const found = zipEntries(bytes) ?? []
  expect(found.map(({ name, size, encrypted }) => ({ name, size, encrypted }))).toEqual([
    { name: 'a.xml', size: 4, encrypted: false },
    { name: 'xl/二.xml', size: 3, encrypted: false },
  ])
  const [first] = found
  expect(first && Buffer.from(packedBytes(bytes, first) ?? [])).toEqual(deflateRawSync('aaaa'))
})

test('what is cut off is no zip, wherever it is cut', () => {
  const bytes = zipped({ 'a.xml': 'aaaa' })
  for (let length = 0; length < bytes.length; length += 1) expect(zipEntries(bytes.subarray(0, length))).toBeUndefined()
})

test('the checksum is the one of the standard', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926)
  if (typeof ofNode === 'function') expect(crc32(Buffer.from('报修'))).toBe(ofNode(Buffer.from('报修')))
})
