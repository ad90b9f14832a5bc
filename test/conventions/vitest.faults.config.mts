import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { Skips } from './skips.mts'

/** What takes longer than two seconds to break: `npm run test:faults`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/faults/*.long.ts'],
    globalSetup: ['test/conventions/build-first.ts'],
    reporters: ['verbose', new Skips()],
    // They fill the machine by themselves.
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 60_000,
  },
})
