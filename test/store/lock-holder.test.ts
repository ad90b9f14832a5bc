import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lockHolderOf } from '../../src/store/lock-holder.ts'
import { openDesk } from '../desk.ts'
import { lockHolder } from '../faults/lock-holder.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('who writes to the office is seen while it writes, by its command alone', async (context) => {
  context.skip(!existsSync('/proc/locks'), 'needs /proc/locks: Linux')
  const { file } = await openDesk()
  expect(lockHolderOf(file)).toBeUndefined()
  const { child, letGo } = await lockHolder(file, 'baoxiu.js', 'import', 'tickets', '--actor', '周敏')
  expect(lockHolderOf(file)).toEqual({ pid: child.pid, command: 'import tickets' })
  child.kill('SIGSTOP')
  await pause(100)
  expect(lockHolderOf(file)).toBeUndefined()
  child.kill('SIGCONT')
  await pause(100)
  expect(lockHolderOf(file)).toBeDefined()
  letGo()
  await new Promise((resolve) => child.once('close', resolve))
  expect(lockHolderOf(file)).toBeUndefined()
})

test('another program, and a baoxiu that writes to another office, is nobody to wait for', async () => {
  const [desk, other] = [await openDesk(), await openDesk()]
  await lockHolder(desk.file, 'notepad.js', 'baoxiu')
  await lockHolder(other.file, 'baoxiu.js', 'log')
  expect(lockHolderOf(desk.file)).toBeUndefined()
})
