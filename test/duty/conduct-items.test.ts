import { expect, test } from 'vitest'
import { CONDUCT_ITEMS, inOrder, readFailure, requireDistinct } from '../../src/duty/conduct-items.ts'
import { itemWords } from '../../src/kernel/messages/conduct-items.ts'
import { openDesk } from '../desk.ts'

/** What the conduct code asks, clause by clause in its own order, with the item that puts it to the desk. */
const CLAUSES: readonly [article: string, clause: string, item: string][] = [
  ['1.2', '說話和氣，禮貌待人', 'polite'],
  ['1.2', '不得與用戶爭吵、謾罵', 'no-quarrel'],
  ['4.1', '遵紀守法、遵守社會公德', 'lawful'],
  ['4.1', '文明禮貌', 'civil'],
  ['4.1', '真誠周到的服務', 'thoughtful'],
  ['4.1', '理解、寬容', 'tolerant'],
  ['4.1', '自尊、自信', 'confident'],
  ['4.2', '罵不還口', 'no-answering-back'],
  ['4.2', '打不還手', 'no-striking-back'],
  ['4.2', '尊重業主', 'respect'],
  ['4.2', '真誠服務', 'sincere'],
  ['4.3', '衣著統一', 'uniform'],
  ['4.3', '制服整潔挺括', 'uniform-neat'],
  ['4.3', '準確佩帶證章', 'badge'],
  ['4.3', '工作裝著西裝、皮鞋', 'suit-and-shoes'],
  ['4.3', '皮鞋：干凈光亮', 'shoes-clean'],
  ['4.3', '不得穿運動鞋、旅游鞋、涼鞋、布鞋', 'shoes-other'],
  ['4.3', '不可佩帶夸張的耳環、手鐲、項鏈等飾物', 'jewellery'],
  ['4.3', '不可濃裝艷抹', 'make-up'],
  ['4.3', '發型大方規范', 'hair-style'],
  ['4.3', '清潔整齊，沒有頭垢、頭屑', 'hair-clean'],
  ['4.3', '沒有其他夸張發色', 'hair-colour'],
  ['4.3', '忌打領帶、提褲子、整理內衣', 'dressing-unseen'],
  ['4.3', '忌照鏡子、抹口紅、修指甲', 'grooming-unseen'],
  ['4.3', '忌摳鼻孔、剪鼻毛、剔牙縫', 'cleaning-unseen'],
  ['4.3', '褲裙拉鏈是否拉好', 'zip'],
  ['4.3', '長統絲襪下滑、抽絲、破損', 'stockings'],
  ['4.4', '站姿：挺拔自信', 'stand-upright'],
  ['4.4', '精神飽滿，舉止大方', 'stand-lively'],
  ['4.4', '頭部保持端正，雙目平視', 'stand-head'],
  ['4.4', '雙臂自然下垂', 'stand-arms'],
  ['4.4', '忌：東倒西歪，左擺右晃', 'stand-steady'],
  ['4.4', '雙手不要環抱胸前，也不叉腰或插入口袋', 'stand-hands'],
  ['4.4', '入座時，輕而穩', 'sit-gently'],
  ['4.4', '用手將裙稍微向前攏一下', 'sit-skirt'],
  ['4.4', '不要落座后再起來整理', 'sit-settled'],
  ['4.4', '至少坐滿椅子三分之二', 'sit-two-thirds'],
  ['4.4', '不要前俯后仰', 'sit-steady'],
  ['4.4', '不許將腳放在椅子或沙發扶手或茶幾上', 'sit-feet'],
  ['4.4', '不翹二郎腿，不踮腳晃腿', 'sit-legs'],
  ['4.4', '不要漫不經心地拍打扶手', 'sit-hands'],
  ['4.5', '談吐文雅', 'refined'],
  ['4.5', '音量適中', 'voice'],
  ['4.5', '語句流暢', 'fluent'],
  ['4.5', '有問必答', 'answers'],
  ['4.5', '百問不厭', 'patient'],
  ['4.5', '口齒清楚', 'clear'],
  ['4.5', '用詞得當', 'wording'],
  ['4.5', '節時高效', 'to-the-point'],
]

test('every clause of the code has its row, with its article, and nothing was added', () => {
  expect(CONDUCT_ITEMS.map(({ article, item }) => [article, item])).toEqual(
    CLAUSES.map(([article, , item]) => [article, item]),
  )
})

test('both languages, and no name stands for two items', () => {
  const words = CONDUCT_ITEMS.map(({ item }) => itemWords[item])
  for (const { name, text } of words) {
    for (const chinese of [name.zh, text.zh]) expect(chinese).toMatch(/\p{Script=Han}/u)
    for (const english of [name.en, text.en]) expect(english).toMatch(/^[\x20-\x7e’]+$/)
  }
  const names = CONDUCT_ITEMS.flatMap(({ item }) => [
    ...new Set([item, itemWords[item].name.en, itemWords[item].name.zh]),
  ])
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['badge', { item: 'badge', note: null }],
  ['工牌', { item: 'badge', note: null }],
  ['Badge=left at home', { item: 'badge', note: 'left at home' }],
  ['工牌＝未佩戴', { item: 'badge', note: '未佩戴' }],
  ['badge=a=b', { item: 'badge', note: 'a=b' }],
  ['badge= ', { item: 'badge', note: null }],
  [' ｂａｄｇｅ =x', { item: 'badge', note: 'x' }],
])('--fail %j', (typed, failure) => {
  expect(readFailure(typed)).toEqual(failure)
})

test.each([
  ['胸牌', '工牌'],
  ['bagde', 'badge'],
  ['hair', 'hair-clean, hair-colour, hair-style'],
])('an unknown item names the nearest: %s', (typed, near) => {
  expect(() => readFailure(typed)).toThrow(`no item "${typed}"; nearest: ${near}`)
})

test('an item counts once in a check', () => {
  expect(() => requireDistinct([readFailure('badge'), readFailure('工牌=x')])).toThrow('--fail badge is given twice')
  expect(() => requireDistinct([readFailure('badge'), readFailure('zip')])).not.toThrow()
})

test('failures stand in the order of the code', () => {
  const typed = ['zip', 'polite', 'badge'].map(readFailure)
  expect(inOrder(typed).map(({ item }) => item)).toEqual(['polite', 'badge', 'zip'])
})

test('conduct items: the same JSON in both languages, the table in the reader’s', async () => {
  const desk = await openDesk()
  const english = await desk.ok('conduct', 'items', '--json')
  expect(JSON.parse(english)).toHaveLength(CLAUSES.length)
  expect(Object.keys((JSON.parse(english) as object[])[0] ?? {})).toEqual([
    'item',
    'section',
    'article',
    'text',
    'text_zh',
  ])
  expect(await desk.ok('conduct', 'items', '--json', '--lang', 'zh-CN')).toBe(english)
  expect(await desk.ok('conduct', 'items')).toContain('badge\tDress\t4.3\tBadge worn, and in its proper place\n')
  expect(await desk.ok('conduct', 'items', '--lang', 'zh-CN')).toContain('工牌\t衣饰\t4.3\t按规定位置佩戴证章\n')
})
