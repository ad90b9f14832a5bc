import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NoteWatch, whileNoted } from '../../src/store/long-work.ts'
import type { LongWorkNote } from '../../src/store/long-work.ts'

const note: LongWorkNote = { book: '2008', rows: 1_000_000, actor: '周敏', at: 1_795_309_200 }
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function office(): string {
  return join(mkdtempSync(join(tmpdir(), 'long-work-')), 'office.db')
}

test('whoever waits is told once for what, while the work goes on', async () => {
  const file = office()
  const told: LongWorkNote[] = []
  const watch = new NoteWatch(file, (heard) => told.push(heard))
  expect(watch.isGoingOn()).toBe(false)
  await whileNoted(file, note, async () => {
    expect(statSync(`${file}-import`).mode & 0o777).toBe(0o600)
    for (let i = 0; i < 14; i += 1) {
      watch.isGoingOn()
      await pause(100)
    }
    expect(watch.isGoingOn()).toBe(true)
  })
  expect(told).toEqual([note])
  expect([watch.isGoingOn(), existsSync(`${file}-import`)]).toEqual([false, false])
})

test('a note that nobody renews tells of nobody', async () => {
  const file = office()
  writeFileSync(`${file}-import`, JSON.stringify(note))
  const told: LongWorkNote[] = []
  const watch = new NoteWatch(file, (heard) => told.push(heard))
  for (let i = 0; i < 8; i += 1) {
    expect(watch.isGoingOn()).toBe(false)
    await pause(100)
  }
  expect(told).toEqual([])
})

test('the note goes when the work fails', async () => {
  const file = office()
  await expect(whileNoted(file, note, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(existsSync(`${file}-import`)).toBe(false)
})
