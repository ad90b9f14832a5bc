import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// What a command needs before it begins, and what every call of the desk needs: each is one file, because Node takes half
// a millisecond for every file. CommonJS, because an ES module that imports node:fs loads all of its streams.
const START = ['src/cli/main.ts']
const CALL = [
  'src/cli/run.ts',
  'src/cli/session.ts',
  'src/store/engine.ts',
  'src/store/store.ts',
  'src/office/queries.ts',
  'src/intake/log-call.ts',
  'src/cli/render-record.ts',
  'src/cli/pager.ts',
]

const rolldown = await bundler()
if (rolldown !== undefined) await build(rolldown)

/**
 * `--where-possible` is npm's own call after an installation: one without development tools keeps the `dist` that it has,
 * and the program says NOT_BUILT where there is none.
 */
async function bundler() {
  try {
    return (await import('rolldown')).rolldown
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !process.argv.includes('--where-possible')) throw error
    return undefined
  }
}

async function build(rolldown) {
  const bundle = await rolldown({
    cwd: root,
    input: {
      main: 'src/cli/main.ts',
      'integrity-thread': 'src/store/integrity-thread.ts',
      'workbook-child': 'src/store/workbook-child.ts',
    },
    platform: 'node',
    external: [/^better-sqlite3/, 'pg', /^@e965/, /^write-excel-file/],
    // The messages of a chunk that stays in one file with those that import it at once.
    checks: { ineffectiveDynamicImport: false },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`the bundler warns: ${log.message}`)
    },
  })
  rmSync(`${root}/dist`, { recursive: true, force: true })
  await bundle.write({
    dir: 'dist',
    format: 'cjs',
    exports: 'named',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [chunk('start', START, 2), chunk('call', CALL, 1)] },
  })
  await bundle.close()
  // The manual is made of the help, by the program itself.
  const manual = [`${root}/bin/baoxiu.js`, 'help', 'man', '--lang', 'en']
  writeFileSync(`${root}/dist/baoxiu.1`, execFileSync(process.execPath, manual))
}

/** These sources in one file, with all that they import at once. */
function chunk(name, sources, priority) {
  const files = new Set(sources.map((source) => fileURLToPath(new URL(`../${source}`, import.meta.url))))
  return { name, priority, test: (id) => files.has(id) }
}
