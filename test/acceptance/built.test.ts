import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { binary } from '../binary.ts'

const dist = (name: string): URL => new URL(`../../dist/${name}`, import.meta.url)

test('the build keeps what V8 made of the code of a call; a Node that cannot use it does without', async () => {
  const [file = ''] = /hot-\w+\.js/.exec(readFileSync(dist('main.js'), 'latin1')) ?? []
  const cachedData = readFileSync(dist(`${file}.cache`))
  const script = new Script(readFileSync(dist(file), 'latin1'), { cachedData })
  expect(script.cachedDataRejected).toBe(false)
  const help = await binary(['log', '--help'])
  expect(help).toMatchObject({ status: 0, stderr: '' })
  const without = await binary(['log', '--help'], { env: { NODE_OPTIONS: '--jitless' } })
  expect(without).toMatchObject({ status: 0, stdout: help.stdout })
})
