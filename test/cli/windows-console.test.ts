import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { encodingOfCodePage, untilControlZ } from '../../src/cli/windows-console.ts'
import { A_CALL, openDesk } from '../desk.ts'

test.each([
  ['Active code page: 936\r\n', 'gb18030'],
  ['活动代码页: 936\r\n', 'gb18030'],
  ['Active code page: 54936', 'gb18030'],
  ['Aktive Codepage: 936.\r\n', 'gb18030'],
  ['Active code page: 65001\r\n', undefined],
  ['Aktive Codepage: 850.\r\n', undefined],
  ['', undefined],
])('the code page that %j tells of', (told, encoding) => {
  expect(encodingOfCodePage(told)).toBe(encoding)
})

async function heard(...pieces: string[]): Promise<string> {
  const input = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  })()
  let all = ''
  for await (const piece of untilControlZ(input)) all += Buffer.from(piece).toString()
  return all
}

test('Ctrl-Z at the begin of a line ends what is typed; within a line it is a character', async () => {
  expect(await heard('a,b\r\n', '1,2\r\n\x1a\r\n', '3,4\r\n')).toBe('a,b\r\n1,2\r\n')
  expect(await heard('a,b\n', '\x1a\r\n', '3,4')).toBe('a,b\n')
  expect(await heard('\x1a')).toBe('')
  expect(await heard('a\x1ab\r\n', 'c')).toBe('a\x1ab\r\nc')
  expect(await heard('a', '\x1a', 'b\r\n')).toBe('a\x1ab\r\n')
})

test('text and tables go into a pipe in the encoding of the console, JSON never does', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  const behind = async (...argv: string[]): Promise<Buffer> => {
    const pieces: Uint8Array[] = []
    const sink = { columns: undefined, rows: undefined, colour: false }
    const out = { ...sink, write: async (piece: string | Uint8Array) => void pieces.push(Buffer.from(piece)) }
    const world = {
      ...desk.world(out, { ...out, write: async () => undefined }),
      pipeEncoding: async () => 'gb18030' as const,
    }
    expect(await run(argv, world)).toBe(0)
    return Buffer.concat(pieces)
  }
  const gb = (bytes: Buffer): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  for (const argv of [
    ['list'],
    ['show', '1'],
    ['list', '--csv'],
    ['slip', '1'],
    ['export', 'tickets'],
    ['report', 'month'],
  ]) {
    const here = await desk.ok(...argv)
    expect(gb(await behind(...argv))).toBe(here)
  }
  expect((await behind('list', '--json')).toString('utf8')).toBe(await desk.ok('list', '--json'))
  expect((await behind('list', '--encoding', 'utf-8')).toString('utf8')).toBe(await desk.ok('list'))
})

test('--encoding is for tables too', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  const { bytes } = await desk.run('branch', 'list', '--encoding', 'gb18030')
  expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(await desk.ok('branch', 'list'))
})
