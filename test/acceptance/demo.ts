import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BINARY, binary } from '../binary.ts'

/** A registration book as a township branch kept it, in GB18030. */
const BOOK = 'fixtures/books/township-2025/book.csv'

/** Variables beside the office's own. */
type Environment = Readonly<Record<string, string>>

/** What the demo must know of a ticket to go on. */
interface Told {
  readonly phone: string
  readonly fault_class: string
  readonly repaired_at: string | null
}

/**
 * Three days at a desk, from the call to the month's fines, with the real binary in a temporary folder and a clock that
 * moves. Every command is shown before its output; answers the folder.
 */
export async function demo(show: (text: string) => void, env: Environment = {}, isTerminal = false): Promise<string> {
  const desk = new DemoDesk(mkdtempSync(join(tmpdir(), 'baoxiu-demo-')), show, env, isTerminal)
  await setUp(desk)
  await thursday(desk)
  await friday(desk)
  await saturday(desk)
  await verify(desk)
  await takeHome(desk)
  desk.say('Where everything is')
  const files = readdirSync(desk.folder).toSorted()
  show(`${files.map((name) => `  ${join(desk.folder, name)}`).join('\n')}\n`)
  return desk.folder
}

/** A terminal on which everything can be read again. */
class DemoDesk {
  readonly folder: string
  private readonly show: (text: string) => void
  private readonly env: Environment
  /** The program gets the terminal itself, and shows what it shows there: boxes, colours. */
  private readonly isTerminal: boolean
  private now = '2026-11-18 16:00'

  constructor(folder: string, show: (text: string) => void, env: Environment, isTerminal: boolean) {
    this.folder = folder
    this.show = show
    this.env = env
    this.isTerminal = isTerminal
  }

  say(chapter: string): void {
    this.show(`\n=== ${chapter} ===\n`)
  }

  at(now: string): void {
    this.now = now
  }

  /** Runs a line as a shell would; it must end with the exit status expected. */
  async run(line: string, expected = 0): Promise<void> {
    this.show(`\n[${this.now}] $ baoxiu ${line}\n`)
    const status = this.isTerminal ? this.onTerminal(wordsOf(line)) : await this.shown(wordsOf(line))
    if (status !== expected) throw new Error(`exit ${String(status)} instead of ${expected}`)
  }

  /** Looks something up without showing it. */
  async look<T>(line: string): Promise<T> {
    return JSON.parse((await this.call([...wordsOf(line), '--json'])).stdout) as T
  }

  private async shown(argv: readonly string[]): Promise<number | null> {
    const { status, stdout, stderr } = await this.call(argv)
    this.show(stdout + stderr)
    return status
  }

  /** Without a keyboard: nothing is asked, and no page waits for a key. */
  private onTerminal(argv: readonly string[]): number | null {
    const env = { ...process.env, ...this.office(), PAGER: 'cat' }
    return spawnSync(process.execPath, [BINARY, ...argv], { env, stdio: ['ignore', 'inherit', 'inherit'] }).status
  }

  private call(argv: readonly string[]): ReturnType<typeof binary> {
    return binary(argv, { env: this.office() })
  }

  private office(): Environment {
    const { env, folder, now } = this
    return { ...env, BAOXIU_DB: join(folder, 'office.db'), BAOXIU_NOW: now, BAOXIU_ACTOR: '小刘' }
  }
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')
}

async function setUp(desk: DemoDesk): Promise<void> {
  desk.say('An office, three branches, their maintainers, and the old book of a township')
  await desk.run('init --office-code KF --office-name 县广电网络客户部 --fines-from 2026-11-01 --language zh-CN')
  await desk.run('branch add CG 城关分公司 --area urban')
  await desk.run('branch add DH 东湖分公司 --area urban')
  await desk.run('branch add XZ 新庄分公司 --area township --phone 7654321')
  await desk.run('staff add 王伟 --branch CG')
  await desk.run('staff add 李强 --branch CG')
  await desk.run('staff add 孙丽 --branch DH')
  await desk.run('staff add 赵敏 --branch XZ')
  await desk.run(`import tickets ${BOOK} --default-branch XZ --create-missing`)
}

async function thursday(desk: DemoDesk): Promise<void> {
  desk.say('Thursday: calls, both hand-overs, a notice, a hold, a severe fault')
  desk.at('2026-11-19 07:20')
  const [zhang, chen] = [
    "--name 张建国 --address '建设路5号2单元301' --phone 13800001234",
    '--name 陈桂兰 --address 人民路18号 --phone 0517-86223344',
  ]
  await desk.run(`log ${zhang} --symptom 电视无信号 --class line --branch CG --taken-by 小刘`)
  await desk.run(`log ${chen} --symptom 宽带连不上 --class network --branch CG --taken-by 小刘`)
  desk.at('2026-11-19 08:00')
  await desk.run('handover print')
  await desk.run('handover sign KF-20261119-AM-CG --by 王伟')
  desk.at('2026-11-19 08:30')
  await desk.run('assign 1 --to 王伟')
  await desk.run('assign 2 --to 李强')
  desk.at('2026-11-19 09:10')
  const zhou = '--name 周明 --address 东湖小区6栋 --phone 13700002222'
  await desk.run(`log ${zhou} --symptom 整个小区断网 --class severe --branch DH --taken-by 小刘`)
  desk.at('2026-11-19 09:40')
  await desk.run("approve 3 --deadline '2026-11-20 18:00' --by 刘总 --note 光缆被挖断")
  desk.at('2026-11-19 10:15')
  await desk.run('repair 2 --by 李强 --resolution 重做水晶头')
  desk.at('2026-11-19 11:00')
  await desk.run("hold 1 --reason absent --appointment '2026-11-20 09:00' --by 王伟 --note 家中无人，已电话预约")
  desk.at('2026-11-19 13:20')
  const { phone, fault_class } = await customerOfOldBook(desk)
  await desk.run(`log --phone ${phone} --symptom 修好没几天又断了 --class ${fault_class} --taken-by 小刘`)
  desk.at('2026-11-19 13:30')
  await desk.run('notify 4 --to 赵敏')
  desk.at('2026-11-19 14:00')
  await desk.run('handover print')
  await desk.run('handover sign KF-20261119-PM-DH --by 孙丽')
  await desk.run('board')
}

/** Somebody whose fault the old book says was repaired less than thirty days ago. */
async function customerOfOldBook(desk: DemoDesk): Promise<Told> {
  const closed = await desk.look<Told[]>('list --branch XZ --status closed')
  const found = closed.find(({ phone, repaired_at }) => /^1\d{10}$/.test(phone) && (repaired_at ?? '') > '2026-10-22')
  if (found === undefined) throw new Error('the old book has no late repair')
  return found
}

async function friday(desk: DemoDesk): Promise<void> {
  desk.say('Friday: a late repair, slips coming back, a repeat')
  desk.at('2026-11-20 09:40')
  await desk.run('repair 19-1 --by 王伟 --resolution 更换分支器')
  await desk.run('close 19-1 --customer-signed 张建国 --maintainer-signed 王伟')
  desk.at('2026-11-20 10:00')
  await desk.run('close 19-2 --customer-signed 陈桂兰', 2)
  await desk.run('close 19-2 --customer-signed 陈桂兰 --maintainer-signed 李强')
  desk.at('2026-11-20 11:30')
  await desk.run('log --phone 86223344 --symptom 宽带又连不上 --class network --taken-by 小刘')
  desk.at('2026-11-20 14:00')
  await desk.run('handover print')
  desk.at('2026-11-20 16:30')
  await desk.run('repair 19-3 --by 孙丽 --resolution 光缆熔接')
  await desk.run('repair 19-4 --by 赵敏 --resolution 更换入户线')
  await desk.run('chase 1 --note 用户催问')
}

async function saturday(desk: DemoDesk): Promise<void> {
  desk.say('Saturday: the customer complains')
  desk.at('2026-11-21 08:00')
  await desk.run('complaint add --channel telecom-10000 --ticket 20-1 --complainant 陈桂兰 --content 两次都没修好')
  await desk.run('repair 20-1 --by 李强 --resolution 更换光猫')
  await desk.run('show 20-1')
}

async function verify(desk: DemoDesk): Promise<void> {
  desk.say('A person verifies each finding; the month’s sums')
  desk.at('2026-11-21 17:00')
  await desk.run('fines list')
  await desk.run('fines dismiss overdue:KF-20261119-0001 --ground excused --reason 家中无人，已预约 --by 刘总')
  await desk.run('fines confirm repeat:KF-20261119-0004 repeat:KF-20261120-0001 complaint:KF-C-20261121-01 --by 刘总')
  await desk.run('fines dismiss complaint:KF-C-20261121-01 --ground excused --reason 当天下雨 --by 刘总', 4)
  await desk.run('fines summary')
  await desk.run('fines summary --csv')
  await desk.run('fines ledger')
  await desk.run(`nightly --out-dir ${desk.folder}`)
}

/** What people want in their hands: the month, a slip, a workbook, a CSV. */
async function takeHome(desk: DemoDesk): Promise<void> {
  desk.say('The month at a glance; the same as a page, a slip for the printer, a workbook, a CSV')
  await desk.run('report month')
  const file = (name: string): string => join(desk.folder, name)
  await desk.run(`report month --format html -o ${file('11月报表.html')}`)
  await desk.run(`slip 19-1 --format html -o ${file('报修单.html')}`)
  await desk.run(`list -o ${file('报修单.xlsx')}`)
  await desk.run(`export tickets --headers zh -o ${file('报修单.csv')}`)
}
