import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { World } from '../../src/cli/world.ts'

/** A world in which something is broken that nobody thought of. */
function brokenWorld(
  lang: string,
  error: Error = new TypeError('nobody thought of this'),
): { world: World; said: () => string } {
  let said = ''
  const sink = {
    columns: undefined,
    rows: undefined,
    colour: false,
    write: async (text: string | Uint8Array) => void (said += String(text)),
  }
  const world: World = {
    env: { LANG: lang },
    out: sink,
    err: sink,
    input: new Writable() as never,
    asker: undefined,
    openPager: undefined,
    ctrlC: { handle: undefined },
    stateFolder: undefined,
    machine: 'seat-1',
    loginName: () => {
      throw error
    },
    systemLocale: () => 'en',
    dataFolder: '/nowhere',
    systemNow: () => 0,
    signal: new AbortController().signal,
  }
  return { world, said: () => said }
}

test('an unexpected error: no stack, and how to report it', async () => {
  const { world, said } = brokenWorld('C')
  expect(await run(['list'], world)).toBe(1)
  expect(said()).toBe(
    'baoxiu: BUG: nobody thought of this\n  this is our mistake: run it again with --debug and send us what it prints\n',
  )
})

test('an unexpected error in Chinese, and as JSON', async () => {
  const { world, said } = brokenWorld('zh_CN.UTF-8')
  expect(await run(['list', '--json'], world)).toBe(1)
  expect(JSON.parse(said())).toEqual({
    error: {
      code: 'BUG',
      message: 'nobody thought of this',
      hint: '这是程序的错误：请加 --debug 重试，并把输出发给我们',
    },
  })
})

test('an unexpected error with --debug keeps its stack in the message', async () => {
  const { world, said } = brokenWorld('C')
  expect(await run(['list', '--debug'], world)).toBe(1)
  expect(said()).toMatch(/^baoxiu: BUG: TypeError: nobody thought of this\n +at /)
})

test('an error of the system is told of the file that it names', async () => {
  const { world, said } = brokenWorld('C', Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/srv/x' }))
  expect(await run(['list'], world)).toBe(1)
  expect(said()).toMatch(/^baoxiu: CANNOT_WRITE: \/srv\/x may not be written\n/)
})
