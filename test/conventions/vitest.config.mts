import { readFileSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { Skips } from './skips.mts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isOnDist = process.env['BAOXIU_TEST_DIST'] === '1'

export default defineConfig({
  test: {
    root,
    include: isOnDist ? onADesk() : ['test/**/*.test.ts'],
    globalSetup: ['test/conventions/build-first.ts', 'test/conventions/pg-first.ts'],
    reporters: ['default', new Skips()],
    // One worker less than cores is vitest's own choice: half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

/** The second ring; but for what puts something else in the place of a module, which a bundle does not have. */
function onADesk(): string[] {
  const files = readdirSync(`${root}/test`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  )
  return files.flatMap((name) => {
    const text = readFileSync(`${root}/test/${name}`, 'utf8')
    const isOurs = /from '[./]+(?:desk|walked-desk)\.ts'/.test(text) && !text.includes('vi.mock(')
    return isOurs ? [`test/${name}`] : []
  })
}
