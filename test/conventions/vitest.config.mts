import { defineConfig } from 'vitest/config'
import { Skips } from './skips.mts'

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/conventions/build-first.ts'],
    reporters: ['default', new Skips()],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
