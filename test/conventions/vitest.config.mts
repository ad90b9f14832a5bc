import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { Skips } from './skips.mts'

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/conventions/build-first.ts'],
    reporters: ['default', new Skips()],
    // One worker less than cores is vitest's own choice: half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
