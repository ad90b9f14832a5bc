import { describe, expect, test } from 'vitest'
import { isColoured } from '../../src/cli/colour-choice.ts'
import { A_CALL, openDesk } from '../desk.ts'

describe('colour: a flag beats NO_COLOR, that FORCE_COLOR, that CLICOLOR', () => {
  test.each([
    [undefined, {}, true, true],
    [undefined, {}, false, false],
    ['auto', { NO_COLOR: '1' }, true, false],
    ['always', { NO_COLOR: '1' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
    [undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [undefined, { NO_COLOR: '', FORCE_COLOR: '1' }, false, true],
    [undefined, { FORCE_COLOR: '0' }, true, false],
    [undefined, { FORCE_COLOR: '1', CLICOLOR: '0' }, false, true],
    [undefined, { CLICOLOR: '0' }, true, false],
    [undefined, { CLICOLOR: '1' }, false, false],
  ] as const)('%s %j terminal %s: %s', (flag, env, can, expected) => {
    expect(isColoured(flag, env, can)).toBe(expected)
  })
})

test('--color always reaches a pipe', async () => {
  const desk = await openDesk()
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  expect(await desk.ok('show', '1', '--color', 'always')).toContain('\x1b[1m')
  expect(await desk.ok('show', '1', '--color', '总是')).toContain('\x1b[1m')
  expect(await desk.ok('show', '1')).not.toContain('\x1b')
})

test('-q says nothing but errors', async () => {
  const desk = await openDesk()
  expect(await desk.run('list', '-q')).toMatchObject({ status: 0, out: '', err: '' })
  expect((await desk.run('show', '9', '-q')).err).toContain('TICKET_UNKNOWN')
  expect((await desk.run('list')).err).toContain('no tickets')
})

test.each(['-v', '-V', '--version'])('%s is the version', async (flag) => {
  const desk = await openDesk()
  expect(await desk.ok(flag)).toMatch(/^\d+\.\d+\.\d+\n$/)
})

describe('desk 24: the language of the office is known before a command is', () => {
  test('help and usage errors speak it', async () => {
    const desk = await openDesk()
    await desk.ok('office', 'set', 'language', '中文')
    expect(await desk.ok('--help')).toContain('接报：')
    expect(await desk.ok('log', '--help')).toContain('用法：')
    expect((await desk.run('lgo')).err).toContain('没有命令')
    expect((await desk.run('list', '--statsu', 'x')).err).toContain('没有选项')
    expect((await desk.run('assign', '1')).err).toContain('缺少')
    expect(await desk.ok('--help', '--lang', 'English')).toContain('Taking calls:')
  })

  test('where there is no office, or none that can be read, nothing is said of it', async () => {
    const desk = await openDesk({ office: false })
    expect(await desk.run('--help')).toMatchObject({ status: 0, err: '' })
    desk.env['BAOXIU_DB'] = desk.folder
    expect(await desk.run('--help')).toMatchObject({ status: 0, err: '' })
  })
})
