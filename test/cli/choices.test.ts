import { expect, test } from 'vitest'
import { loaderOf, verbs } from '../../src/cli/verbs.ts'
import { A_CALL, openDesk } from '../desk.ts'

/** Names that are the same in every language. */
const NAMES_ONLY = ['encoding', 'shell']

test('desk 26: every choice of every command has its words in both languages', async () => {
  for (const path of Object.keys(verbs)) {
    const verb = await loaderOf(path)?.()
    for (const [key, flag] of Object.entries({ ...verb?.operands, ...verb?.flags })) {
      if (flag.choices === undefined || NAMES_ONLY.includes(key)) continue
      expect({ path, key, words: Object.keys(flag.words ?? {}) }).toMatchObject({
        path,
        key,
        words: expect.arrayContaining([...flag.choices]) as unknown,
      })
    }
  }
})

test('desk 26: what stands on the screen is taken as a value', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  await desk.ok('branch', 'add', 'BH', '北河分公司', '--area', '乡镇')
  await desk.ok('log', ...A_CALL, '--class', '线路', '--branch', 'CG', '--service', '电视')
  await desk.ok('hold', '1', '--reason', '无人', '--appointment', '2026-11-23 09:00')
  await desk.ok('complaint', 'add', '--channel', '市长热线', '--ticket', '1', '--content', '没人来')
  const [complaint] = await desk.list('fines', 'list', '--kind', '投诉', '--status', '待核实')
  await desk.ok(
    'fines',
    'dismiss',
    String(complaint?.['fine_id']),
    '--ground',
    '不属实',
    '--reason',
    '查无',
    '--by',
    '陈',
  )
  expect(await desk.list('list', '--status', '待再上门')).toMatchObject([
    { fault_class: 'line', hold_reason: 'absent' },
  ])
  expect(await desk.list('list', '--status', '待交接')).toEqual([])
})

test('desk 26: a word that is none says which there are, in the reader’s language', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  const { message, code } = await desk.refused('list', '--status', '代交接')
  expect(code).toBe('INVALID_VALUE')
  expect(message).toContain('待交接（open）')
  expect(message).toContain('；是不是 ')
})

test('desk 26: completion offers the codes and the words', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  const words = await desk.ok('completion', 'words', '--', 'list', '--status', '')
  expect(words).toContain('open')
  expect(words).toContain('待交接')
})
