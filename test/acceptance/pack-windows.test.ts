import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files: ReadonlyMap<string, Buffer>

/** Packed with a stand-in for Node, so that nothing is fetched. */
beforeAll(() => {
  writeFileSync(join(folder, 'node.exe'), 'MZ')
  const argv = ['src/pack-windows.mjs', '--node', join(folder, 'node.exe'), '-o', join(folder, 'a.zip')]
  execFileSync(process.execPath, argv, { cwd: ROOT, stdio: 'ignore' })
  files = unzipped(readFileSync(join(folder, 'a.zip')))
}, 60_000)

/** Read by the directory at its end, as every unpacker does. */
function unzipped(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const found = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, length, start] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    found.set(name, inflateRawSync(zip.subarray(data, data + size)))
    at += 46 + length
  }
  return found
}

test('the zip holds Node, the program, the driver for Windows and how to begin, and nothing for other machines', () => {
  const names = [...files.keys()]
  for (const name of ['node/node.exe', 'baoxiu.cmd', '报修台.cmd', '使用说明.html', 'app/session.cmd', 'app/LICENSE']) {
    expect(names).toContain(`baoxiu/${name}`)
  }
  expect(names.filter((name) => name.endsWith('.node'))).toEqual([
    'baoxiu/app/node_modules/better-sqlite3/prebuilds/win32-x64.node',
  ])
  expect(names.filter((name) => /\/(?:test|deps|\.git)\/|\.(?:ts|map)$/.test(name))).toEqual([])
  expect(names.every((name) => !name.includes('\\') && !name.includes('..'))).toBe(true)
})

test('what is double-clicked has the line ends of Windows and finds its folder wherever it lies', () => {
  for (const name of ['baoxiu.cmd', '报修台.cmd', 'app/session.cmd']) {
    const text = files.get(`baoxiu/${name}`)?.toString('latin1') ?? ''
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|[^\x20-\x7e]/)
    expect(text).toContain('%~dp0')
  }
  expect(files.get('baoxiu/app/session.cmd')?.toString()).toContain('chcp 65001')
})

test('the manual inside is the Chinese part of the README, and asks for nothing', () => {
  const page = files.get('baoxiu/使用说明.html')?.toString('utf8') ?? ''
  expect(page).toContain('报修')
  expect(page).not.toMatch(/<script|src=|<link|# English/)
})

test('unpacked, the program runs with what lies beside it alone', () => {
  for (const [name, bytes] of files) {
    if (!name.startsWith('baoxiu/app/')) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  const program = join(folder, 'baoxiu/app/bin/baoxiu.js')
  const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'C' }
  const said = execFileSync(process.execPath, [program, 'help', 'windows', '--lang', 'zh-CN'], {
    env,
    encoding: 'utf8',
  })
  expect(said).toContain('报修台.cmd')
  for (const name of ['pg', '@e965/xlsx', 'write-excel-file/node']) {
    const script = `import(require.resolve('${name}', { paths: [${JSON.stringify(program)}] })).then(() => console.log('ok'))`
    expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, env, encoding: 'utf8' })).toBe('ok\n')
  }
})

test('npm packs the program, its manual and nothing else, under a manifest that may be published', () => {
  const argv = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const told = JSON.parse(execFileSync('npm', argv, { cwd: ROOT, encoding: 'utf8' })) as [{ files: { path: string }[] }]
  const paths = told[0].files.map(({ path }) => path)
  expect(paths).toContain('dist/baoxiu.1')
  const meant =
    /^(?:bin\/[\w-]+\.js|dist\/[\w$-]+\.(?:js|1)|dist\/baoxiu\.1|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
  expect(paths.filter((path) => !meant.test(path))).toEqual([])
  expect(manifest).not.toHaveProperty('private')
  expect(manifest).toMatchObject({ man: ['./dist/baoxiu.1'], os: expect.arrayContaining(['win32']) })
  for (const field of ['homepage', 'repository', 'bugs', 'author']) expect(manifest).not.toHaveProperty(field)
}, 60_000)
