import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverTarget } from '../../../src/kernel/server-target.ts'
import { filedPassword } from '../../../src/store/postgres/password-file.ts'
import { temporaryFolder } from '../folder.ts'

const LINES = `# of ours
other:*:*:*:wrong
db:5432:office:li:first
db:*:office:*:sec\\:ond\\\\
*:*:*:wang:third
localhost:5432:office:li:socket
`

function passwordOf(url: string, mode = 0o600): string | undefined {
  const file = join(temporaryFolder(), 'pgpass')
  writeFileSync(file, LINES)
  chmodSync(file, mode)
  return filedPassword(serverTarget(url, { PGPASSFILE: file }, 'li'))
}

test.each([
  ['postgres://li@db/office', 'first'],
  ['postgres://zhao@db:6000/office', 'sec:ond\\'],
  ['postgres://wang@far/away', 'third'],
  ['postgres://li@nowhere/office', undefined],
  ['postgres://li@/office?host=/tmp', 'socket'],
])('the first line that fits %s: %s', (url, password) => {
  expect(passwordOf(url)).toBe(password)
})

test('a file that others may read is not taken; none is none', () => {
  expect(passwordOf('postgres://li@db/office', 0o644)).toBeUndefined()
  expect(filedPassword(serverTarget('postgres://db/o', { PGPASSFILE: '/nowhere/pgpass' }, 'li'))).toBeUndefined()
  expect(filedPassword(serverTarget('postgres://db/o', {}, 'li'))).toBeUndefined()
})
