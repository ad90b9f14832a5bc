import { build, transform } from 'esbuild'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

// Code splitting gives ES modules only, and Node 20 takes half a millisecond to load each of them: a clerk's call has
// fifty. So each chunk is turned into a CommonJS file, which takes a fifth of that.
// The driver looks for its compiled half in a dozen folders; npm puts it in one.
const driverBinding = {
  name: 'driver-binding',
  setup(chunks) {
    chunks.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'driver-binding' }))
    chunks.onLoad({ filter: /.*/, namespace: 'driver-binding' }, () => ({
      contents: 'module.exports = () => require("better-sqlite3/build/Release/better_sqlite3.node")',
      resolveDir: '.',
    }))
  },
}

const bundle = await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['*.node'],
  plugins: [driverBinding],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
})
mkdirSync('dist', { recursive: true })
for (const { path, text } of bundle.outputFiles) {
  const { code } = await transform(text, {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
  })
  // Whole or not at all: somebody may be running the program.
  const draft = join('dist', `.${basename(path)}.${process.pid}`)
  writeFileSync(draft, code)
  renameSync(draft, join('dist', basename(path)))
}
