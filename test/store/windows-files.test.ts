import { expect, test } from 'vitest'
import { refuseOddName } from '../../src/store/database-target.ts'
import { refuseNetworkDrive } from '../../src/store/file-header.ts'
import { THIS_MACHINE, isOnShare, renameWhenFree, windowsNameFlaw } from '../../src/store/windows-files.ts'
import type { Machine } from '../../src/store/windows-files.ts'

/** A machine with Windows on it whose drive Z: is a network drive. */
function windows(more: Partial<Machine> = {}): Machine {
  const realPathOf = (path: string): string => path.replace(/^Z:\\?/i, '\\\\server\\share\\')
  return { ...THIS_MACHINE, platform: 'win32', realPathOf, wait: async () => undefined, ...more }
}

test.each([
  ['\\\\server\\share\\office.db', true],
  ['//server/share/office.db', true],
  ['\\\\?\\UNC\\server\\share\\office.db', true],
  ['\\\\?\\C:\\baoxiu\\office.db', false],
  ['\\\\.\\C:\\office.db', false],
  ['Z:\\office.db', true],
  ['z:\\baoxiu\\office.db', true],
  ['C:\\Users\\小刘\\AppData\\Local\\baoxiu\\office.db', false],
  ['D:\\server\\share\\office.db', false],
])('windows: %s lies on another computer: %s', (path, expected) => {
  expect(isOnShare(path, windows())).toBe(expected)
  const refuse = (): void => refuseNetworkDrive(path, windows())
  if (expected) expect(refuse).toThrow('network drive')
  else expect(refuse).not.toThrow()
})

test('a folder that is not there is told of by whoever opens it; elsewhere a name with two slashes is an ordinary one', () => {
  const gone = (): never => {
    throw Object.assign(new Error('gone'), { code: 'ENOENT' })
  }
  expect(isOnShare('Q:\\x\\office.db', windows({ realPathOf: gone }))).toBe(false)
  expect(isOnShare('//server/share/office.db', { ...THIS_MACHINE, platform: 'linux' })).toBe(false)
})

test.each([
  ['nul', 'device'],
  ['C:\\baoxiu\\NUL', 'device'],
  ['con.csv', 'device'],
  ['aux.tar.gz', 'device'],
  ['COM1', 'device'],
  ['lpt9.txt', 'device'],
  ['com²', 'device'],
  ['CONOUT$', 'device'],
  ['9月:明细.csv', 'forbidden'],
  ['a?.csv', 'forbidden'],
  ['名单.', 'forbidden'],
  ['名单 ', 'forbidden'],
  ['nullable.csv', undefined],
  ['com10.csv', undefined],
  ['console.csv', undefined],
  ['C:\\baoxiu\\9月.csv', undefined],
  ['9月 汇总(1).xlsx', undefined],
])('windows: the name %s is %s', (name, flaw) => {
  expect(windowsNameFlaw(name, windows())).toBe(flaw)
  if (flaw === undefined) expect(() => refuseOddName(name, windows())).not.toThrow()
  else expect(() => refuseOddName(name, windows())).toThrow(/device|allows/)
  expect(windowsNameFlaw(name, { ...THIS_MACHINE, platform: 'linux' })).toBeUndefined()
})

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  'windows: a file that a scanner holds (%s) is waited for, two seconds',
  async (code) => {
    let [tries, waited] = [0, 0]
    const held = (until: number): Partial<Machine> => ({
      rename: async () => {
        tries += 1
        if (tries < until) throw Object.assign(new Error(code), { code })
      },
      wait: async (milliseconds) => void (waited += milliseconds),
    })
    await renameWhenFree('a', 'b', windows(held(5)))
    expect([tries, waited]).toEqual([5, 200])
    ;[tries, waited] = [0, 0]
    await expect(renameWhenFree('a', 'b', windows(held(Infinity)))).rejects.toMatchObject({ code })
    expect(waited).toBe(2000)
    ;[tries, waited] = [0, 0]
    await expect(renameWhenFree('a', 'b', { ...windows(held(9)), platform: 'linux' })).rejects.toMatchObject({ code })
    expect(tries).toBe(1)
  },
)

test('what no waiting helps is told at once', async () => {
  let tries = 0
  const rename = async (): Promise<void> => {
    tries += 1
    throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  await expect(renameWhenFree('a', 'b', windows({ rename }))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(tries).toBe(1)
})
