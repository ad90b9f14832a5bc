import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asIs, joined, say } from '../../src/kernel/text.ts'
import { foldWidth } from '../../src/kernel/width-folding.ts'

test('say, asIs, joined', () => {
  expect(say({ en: 'late', zh: '超时' }, 'en')).toBe('late')
  expect(say({ en: 'late', zh: '超时' }, 'zh-CN')).toBe('超时')
  expect(joined([asIs('CG'), { en: 'two', zh: '二' }])).toEqual({ en: 'CG, two', zh: 'CG、二' })
  expect(joined([], asIs(';'))).toEqual({ en: '', zh: '' })
})

test.each([
  ['１２３ＡＢ：（）', '123AB:()'],
  ['　', ' '],
  ['城关、。', '城关、。'],
  ['～！', '~!'],
])('foldWidth: %s → %s', (given, expected) => {
  expect(foldWidth(given)).toBe(expected)
})

/** It answers to anything: a list, a text and what hands out the words of a field in one. */
function standIn(): unknown {
  const list = Object.assign(['7'], { en: 'seven', zh: '七' })
  return new Proxy(() => '7', {
    get(_, key) {
      const value: unknown = Reflect.get(list, key)
      return typeof value === 'function' ? (value.bind(list) as unknown) : value
    },
  })
}

/** Every text of the catalogue, functions called with stand-ins, under its path. */
function texts(found: unknown, path: string): { path: string; en: string; zh: string }[] {
  if (typeof found === 'function') {
    const standIns = Array.from({ length: found.length }, standIn)
    return texts((found as (...given: unknown[]) => unknown)(...standIns), path)
  }
  if (typeof found !== 'object' || found === null) return []
  if ('en' in found && 'zh' in found && typeof found.en === 'string')
    return [{ path, en: found.en, zh: String(found.zh) }]
  return Object.entries(found).flatMap(([name, child]) => texts(child, `${path}.${name}`))
}

describe('the catalogue of messages', async () => {
  const folder = new URL('../../src/kernel/messages/', import.meta.url)
  const rooms = await Promise.all(
    readdirSync(folder).map(async (file) => texts(await import(new URL(file, folder).href), file)),
  )
  const all = rooms.flat()

  test('is read whole', () => {
    expect(all.length).toBeGreaterThan(200)
  })

  test('says everything in both languages', () => {
    expect(all.filter(({ en, zh }) => en.trim() === '' || zh.trim() === '')).toEqual([])
  })

  test('has no Chinese in the English, and Chinese in the Chinese', () => {
    // Names of things stay as they are: 报修, the dates that can be typed, slips' words in quotes.
    const chineseInEnglish = all.filter(({ en }) =>
      /\p{Script=Han}/u.test(
        en.replaceAll(/"[^"]*"|报修|日期,班次,姓名|无 空|锟斤拷|台\.cmd|新宋体|王伟2|今天|昨天|(?:\d+[年月日])+/g, ''),
      ),
    )
    expect(chineseInEnglish.map(({ path, en }) => `${path}: ${en}`)).toEqual([])
    // Commands and measures are the same in both.
    const noChinese = all.filter(
      ({ en, zh }) => !/baoxiu |MiB/.test(en) && /\p{Letter}/u.test(en) && !/\p{Script=Han}/u.test(zh),
    )
    expect(noChinese.map(({ path, zh }) => `${path}: ${zh}`)).toEqual([])
  })

  test('uses Chinese punctuation between Chinese words', () => {
    const wrong = all.filter(({ zh }) => /\p{Script=Han}[,;:?!] ?\p{Script=Han}/u.test(zh.replace('主机:端口', '')))
    expect(wrong.map(({ path, zh }) => `${path}: ${zh}`)).toEqual([])
  })
})
