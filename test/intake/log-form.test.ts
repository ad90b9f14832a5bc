import { beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { FakeTerminal } from '../fake-terminal.ts'

const ZHANG = [
  '--phone',
  '13800001234',
  '--name',
  '张三',
  '--address',
  '建设路5号',
  '--branch',
  'CG',
  '--account',
  '8001',
]
const LI = ['--phone', '13800001234/87654321', '--name', '李四', '--address', '人民路1号', '--branch', 'XZ']
const CALL = ['--symptom', '无信号', '--class', 'line', '--taken-by', '小刘']
const UP = '\x1b[A'
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
})

const logged = () => desk.rows('select * from ticket order by ticket_no desc').at(0)

/** A ticket that was repaired, so that its customer is known and has none open. */
async function knownAndRepaired(who: string[]): Promise<void> {
  desk.at('2026-09-01 09:00')
  await desk.ok('log', ...who, ...CALL)
  desk.at('2026-09-01 12:00')
  await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换接头')
  desk.at('2026-11-22 09:00')
}

describe('the form of log', () => {
  test('a new customer: phone, name, address, branch, symptom, who took it, class', async () => {
    const { status, screen, out, err } = await desk.type(
      ['log'],
      '13900005678',
      '王五\r',
      '新庄3组\r',
      '2',
      '没声音\r',
      '小刘\r',
      '2',
    )
    expect({ status, err }).toMatchObject({ status: 0 })
    expect(logged()).toMatchObject({
      phone: '13900005678',
      customer_name: '王五',
      address: '新庄3组',
      branch: 'XZ',
      symptom: '没声音',
      taken_by: '小刘',
      fault_class: 'network',
    })
    expect(screen).toMatch(/^登记报修 {2}2026-11-22 09:00\nEnter 下一项 {3}↑ 或 Esc 上一项 {3}Ctrl-C 取消\n来电号码/)
    expect(screen).toContain('13900005678：新用户')
    expect(screen).toContain(
      '  1 线路（明天 09:00 前）\n  2 一般网络（明天 21:00 前）\n  3 严重网络（待领导批准）\n故障类别： [1/2/3] 2\n',
    )
    expect(err).toBe('请告诉用户：报修单号 KF-20261122-0001，明天 21:00 前修复。\n')
    expect(out).toContain('KF-20261122-0001')
  })

  test('a known customer takes at most 12 keystrokes besides the symptom, with the whole number typed', async () => {
    await knownAndRepaired(ZHANG)
    await desk.ok('duty', 'on', '--name', '小刘')
    const [phone, symptom, faultClass] = ['13800001234', '又没信号\r', '1']
    const { status } = await desk.type(['log'], phone, symptom, faultClass)
    expect(status).toBe(0)
    expect(logged()).toMatchObject({
      customer_name: '张三',
      address: '建设路5号',
      account_no: '8001',
      taken_by: '小刘',
    })
    expect((phone + faultClass).length).toBeLessThanOrEqual(12)
  })

  test.each(['1234', '张', '建设路', '8001', 'KF-20260901', '20260901-0001', '３８００'])(
    'a customer is found by %s',
    async (part) => {
      await knownAndRepaired(ZHANG)
      const { status, screen } = await desk.type(
        ['log', '--symptom', '无信号', '--taken-by', '小刘', '--class', 'line'],
        `${part}\r`,
      )
      expect(screen).toContain('张三  建设路5号  13800001234  城关分公司  编号 8001')
      expect(status).toBe(0)
    },
  )

  test.each(['1391111', '13911110', '11110000', '139 1111', '05177101', '051771', '７１０１３'])(
    'a part of a phone of any length finds those on file: %s',
    async (part) => {
      const phone = '13911110000/0517-7101346'
      await knownAndRepaired(['--phone', phone, '--name', '张三', '--address', '建设路5号', '--branch', 'CG'])
      const { status } = await desk.type(['log', ...CALL], `${part}\r`)
      expect(status).toBe(0)
      expect(logged()).toMatchObject({ customer_name: '张三', phone })
    },
  )

  test.each(['7101346', '05177101346', '0517-7101346', '+86 517 7101346'])(
    'the phone on file stays where the same is typed in another form: %s',
    async (typed) => {
      await knownAndRepaired(['--phone', '0517-7101346', '--name', '张三', '--address', '南街', '--branch', 'CG'])
      await desk.type(['log', ...CALL], `${typed}\r`)
      expect(logged()).toMatchObject({ customer_name: '张三', phone: '0517-7101346' })
      expect(desk.rows('select 1 from ticket')).toHaveLength(2)
    },
  )

  test('a number that nobody has is a new one; of a part given as a flag it is asked', async () => {
    await knownAndRepaired(ZHANG)
    await desk.type(['log', ...CALL], '1391111\r', '赵六\r南街\r1')
    expect(logged()).toMatchObject({ customer_name: '赵六', phone: '1391111' })
    await desk.type(['log', '--phone', '001234', ...CALL], '0', '钱七\r南街\r1')
    expect(logged()).toMatchObject({ customer_name: '钱七', phone: '001234' })
  })

  test('names that begin so and phones that end so come first; more than nine say how many', async () => {
    for (let n = 0; n < 12; n += 1) {
      const who = ['--phone', `1390${n + 10}01235`, '--name', `李${n}`, '--address', `张庄${n}组`, '--branch', 'CG']
      await desk.ok('log', ...who, ...CALL)
    }
    desk.at('2026-09-01 09:00')
    await desk.ok('log', ...ZHANG, ...CALL)
    desk.at('2026-11-22 09:00')
    const { screen } = await desk.type(['log'], '张\r')
    expect(screen).toContain('1  张三  建设路5号')
    expect(screen).toContain('共 13 位，只列出 9 位；按 ↑ 或 Esc 返回多输几个字')
    expect((await desk.type(['log'], '123\r')).screen).toContain('1  李11')
    expect((await desk.type(['log'], '234\r')).screen).toContain('\n  张三  建设路5号  13800001234')
  })

  test('an open ticket of somebody else who shares the phone is shown with the name', async () => {
    await desk.ok('log', ...LI, ...CALL)
    await desk.ok('log', ...ZHANG, ...CALL)
    const { screen } = await desk.type(['log'], '建设路\r')
    expect(screen).toContain('！未修复：KF-20261122-0002  线路  无信号')
    expect(screen).toContain('！未修复：KF-20261122-0001  李四  线路  无信号')
  })

  test.each([
    ['one by the last digits', [ZHANG], '1234\r'],
    ['one of two who share a phone', [ZHANG, LI], '1234\r2'],
  ])('few keystrokes for %s', async (_, known, who) => {
    desk.at('2026-09-01 09:00')
    for (const one of known) await desk.ok('log', ...one, ...CALL)
    await desk.ok('repair', ...known.map((_one, n) => String(n + 1)), '--by', '王伟', '--resolution', '好')
    desk.at('2026-11-22 09:00')
    await desk.ok('duty', 'on', '--name', '小刘')
    expect((await desk.type(['log'], who, '又没信号\r', '1')).status).toBe(0)
    expect(logged()).toMatchObject({ customer_name: '张三', phone: '13800001234', taken_by: '小刘' })
    expect(`${who}1`.length).toBeLessThanOrEqual(12)
  })

  test('several who share a phone are all shown, and one is chosen; or none of them', async () => {
    await desk.ok('log', ...ZHANG, ...CALL)
    await desk.ok('log', ...LI, ...CALL)
    const { screen } = await desk.type(['log', ...CALL], '13800001234', '1', 'n')
    expect(screen).toContain('1  李四  人民路1号  13800001234/87654321  新庄分公司')
    expect(screen).toContain('2  张三  建设路5号')
    expect(logged()).toMatchObject({ customer_name: '李四', branch: 'XZ' })
    await desk.type(['log', ...CALL], '13800001234', '0', '赵六\r南街\r1')
    expect(logged()).toMatchObject({ customer_name: '赵六', address: '南街', branch: 'CG', phone: '13800001234' })
  })

  test('an open ticket is shown at once; one key makes it a chase', async () => {
    await desk.ok('log', ...ZHANG, ...CALL)
    desk.at('2026-11-22 15:00')
    const { status, screen, out } = await desk.type(['log', '--json'], '13800001234', 'c', '很急\r', '小刘\r')
    expect(status).toBe(0)
    expect(screen).toContain('！未修复：KF-20261122-0001  线路  无信号  今天 09:00 接报')
    expect(screen).toContain('是催修吗？   c 催修 KF-20261122-0001   n 新报修')
    expect(JSON.parse(out)).toMatchObject({ ticket_no: 'KF-20261122-0001', chases: 1 })
    expect(desk.rows('select note, taken_by from chase')).toEqual([{ note: '很急', taken_by: '小刘' }])
    expect(desk.rows('select 1 from ticket')).toHaveLength(1)
  })

  test('a repair within the window is shown', async () => {
    await desk.ok('log', ...ZHANG, ...CALL)
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换接头')
    desk.at('2026-12-22 09:00')
    expect((await desk.type(['log'], '1234\r')).screen).toContain(
      '！近期修过：KF-20261122-0001  线路  换接头  11-22 09:00 王伟',
    )
    desk.at('2026-12-22 09:01')
    expect((await desk.type(['log'], '1234\r')).screen).not.toContain('近期修过')
  })

  test('back one step, as often as one likes, with the former answer on offer', async () => {
    const back = ['13900005678', '王\r', '南街\r', UP, UP, '王五\r', '\r', '1', '坏了\r', '\r', UP, '小刘\r', '1']
    const { status } = await desk.type(['log'], ...back)
    expect(status).toBe(0)
    expect(logged()).toMatchObject({ customer_name: '王五', address: '南街', branch: 'CG', taken_by: '小刘' })
  })

  test('the same number again asks who it is, even where only one is known', async () => {
    await knownAndRepaired(ZHANG)
    await desk.type(['log'], '13800001234', UP, '\r', '0', '赵六\r南街\r1坏了\r小刘\r1')
    expect(logged()).toMatchObject({ customer_name: '赵六', phone: '13800001234' })
  })

  test('nobody who is unknown is invented', async () => {
    const { status, screen } = await desk.type(['log'], '钱七\r')
    expect(status).toBe(130)
    expect(screen).toContain('没有找到“钱七”；新用户请输入完整电话号码')
  })

  test('with every flag given nothing is asked; without a terminal nothing ever waits', async () => {
    expect((await desk.type(['log', ...ZHANG, ...CALL], '')).status).toBe(0)
    expect((await desk.columns(undefined).run('log', '--phone', '1')).status).toBe(2)
    for (const argv of [['log', '--no-input'], ['log']]) {
      if (argv.length === 1) desk.env['CI'] = '1'
      expect(await desk.type([...argv], '13900005678')).toMatchObject({ status: 2, screen: '' })
    }
  })

  test('no lock is held while the clerk types: another seat logs meanwhile, and both numbers stand', async () => {
    const terminal = new FakeTerminal()
    desk.terminal = terminal
    const form = desk.run('log')
    terminal.type('13900005678王五\r')
    desk.terminal = undefined
    await desk.ok('log', ...ZHANG, ...CALL)
    terminal.type('南街\r1坏了\r小刘\r1')
    expect((await form).status).toBe(0)
    expect(logged()).toMatchObject({ ticket_no: 'KF-20261122-0002', customer_name: '王五' })
  })
})

describe('desk 21: a branch that takes no tickets', () => {
  const CUSTOMER = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--branch', 'CG']

  test('is not offered, and a customer of it is asked for another one', async () => {
    await knownAndRepaired(CUSTOMER)
    await desk.ok('branch', 'close', 'CG')
    const { screen, err } = await desk.type(['log', ...CALL], '13800001234', '1')
    expect(err).not.toContain('NOT_ALLOWED')
    expect(screen).not.toContain('2 新庄')
    expect(logged()).toMatchObject({ customer_name: '张三', branch: 'XZ' })
  })

  test('a customer of one that was merged is of the other one', async () => {
    await knownAndRepaired(CUSTOMER)
    await desk.ok('branch', 'merge', 'CG', '--into', 'XZ')
    await desk.type(['log', ...CALL], '13800001234')
    expect(logged()).toMatchObject({ customer_name: '张三', branch: 'XZ' })
  })
})
