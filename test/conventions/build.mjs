import { build, transform } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chunkLoader } from './chunk-loader.mjs'

// A clerk waits for the program hundreds of times a day. Node 20 takes half a millisecond to load a file, and as long to
// compile it: so the chunks that a call needs stand in one file, with what V8 made of it beside them.
const FIRST = ['src/cli/main.ts']
const HOT = [
  'src/cli/run.ts',
  'src/store/store.ts',
  'src/office/queries.ts',
  'src/intake/log-call.ts',
  'src/cli/render-record.ts',
  'src/cli/pager.ts',
]
const HOUR_MS = 3_600_000
const written = new Set()
const A_CALL = 'log --phone 13800001234 --name A --address B --symptom C --class line --branch CG --taken-by D'

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

const ALIKE = {
  outdir: 'dist',
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  external: ['*.node'],
  plugins: [driverBinding],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
}
const { outputFiles, metafile } = await build({
  ...ALIKE,
  entryPoints: ['src/cli/main.ts'],
  splitting: true,
  metafile: true,
  format: 'esm',
})
const threads = await build({ ...ALIKE, entryPoints: ['src/store/integrity-thread.ts'], format: 'cjs' })
const first = withImports(FIRST)
const hot = withImports(HOT).filter((path) => !first.includes(path))
const codes = new Map(
  await Promise.all(outputFiles.map(async ({ path, text }) => [nameOf(path), await asCommonJs(text)])),
)

mkdirSync('dist', { recursive: true })
const hotText = tableOf(hot)
const hotFile = `hot-${createHash('sha256').update(hotText).digest('hex').slice(0, 12)}.js`
write(hotFile, hotText)
const inOneFile = new Set([...first, ...hot].map(nameOf))
for (const [name, code] of codes) if (!inOneFile.has(name)) write(basename(name), sharing(code))
for (const { path, text } of threads.outputFiles) write(basename(path), text)
write('main.js', `(${chunkLoader.toString()})(${tableOf(first)},'${hotFile}',require,exports)`)
try {
  write(`${hotFile}.cache`, compiledByACall())
} catch (error) {
  // It only saves time: where no call can be logged, the program says why when it is used.
  process.stderr.write(`built, but it will start slower: ${error.message}\n`)
}

removeForgotten()

/** The chunks of these sources and all that those import. */
function withImports(sources) {
  const found = new Set()
  const add = (path) => {
    if (found.has(path)) return
    found.add(path)
    for (const { kind, path: next } of metafile.outputs[path].imports) {
      if (kind === 'import-statement' && next in metafile.outputs) add(next)
    }
  }
  for (const source of sources) {
    const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === source)
    if (entry === undefined) throw new Error(`${source} is no entry of a chunk any more`)
    add(entry)
  }
  return [...found]
}

function nameOf(path) {
  return `./${basename(path)}`
}

async function asCommonJs(text) {
  const { code } = await transform(text, {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__filename' },
    minifyWhitespace: true,
  })
  return code
}

/** Functions in parentheses: V8 compiles them at once instead of looking at them twice. */
function tableOf(paths) {
  const entries = paths.map((path) => {
    const name = nameOf(path)
    return `${JSON.stringify(name)}:(function(module,exports,require){${codes.get(name)}})`
  })
  return `({${entries.join(',\n')}})`
}

/** A chunk of its own takes the shared ones from where they are. */
function sharing(code) {
  return code.replaceAll(/require\("(\.\/[^"]+)"\)/g, (call, name) => {
    return inOneFile.has(name) ? `require("./main.js").chunk("${name}")` : call
  })
}

/** Chunks of earlier builds that nobody can be running any more. */
function removeForgotten() {
  for (const name of readdirSync('dist').filter((one) => /-[A-Z0-9]{8}\.js$|^hot-/.test(one))) {
    const file = join('dist', name)
    if (!written.has(name) && Date.now() - statSync(file).mtimeMs > HOUR_MS) rmSync(file)
  }
}

/** Whole or not at all: somebody may be running the program. */
function write(name, content) {
  written.add(name)
  const draft = join('dist', `.${name}.${process.pid}`)
  writeFileSync(draft, content)
  renameSync(draft, join('dist', name))
}

/** Logs a call in an office of its own: only what ran is worth keeping. */
function compiledByACall() {
  const folder = mkdtempSync(join(tmpdir(), 'baoxiu-build-'))
  const env = { ...process.env, BAOXIU_DB: join(folder, 'office.db'), NODE_OPTIONS: '' }
  const run = (call, after = '') => {
    const script = `const p=require('./dist/main.js');p.main().then(()=>{${after}})`
    const { status, stderr } = spawnSync(process.execPath, ['-e', script, '--', 'baoxiu', ...call.split(' ')], { env })
    if (status !== 0) throw new Error(`the program cannot log a call: ${stderr}`)
  }
  const file = join(folder, 'compiled')
  try {
    run('init --office-code KF --office-name KF')
    run('branch add CG CG --area urban')
    run(A_CALL, `require('fs').writeFileSync(${JSON.stringify(file)},p.compiled())`)
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
