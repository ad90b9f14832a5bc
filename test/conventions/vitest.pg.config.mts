import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { Skips } from './skips.mts'

// Of these, what is tested is the file itself, or nothing that a database has a part in.
const OF_FILES = ['test/store/*.test.ts', 'test/faults/**', 'test/acceptance/**', 'test/kernel/**', 'test/*.test.ts']

/** `npm run test:pg`: the tests of the slices, with every desk on PostgreSQL. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    exclude: OF_FILES,
    globalSetup: ['test/conventions/build-first.ts', 'test/conventions/pg-first.ts'],
    env: { BAOXIU_TEST_ENGINE: 'postgres' },
    reporters: ['default', new Skips()],
    maxWorkers: availableParallelism(),
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
