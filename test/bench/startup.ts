import { openDesk } from '../desk.ts'
import { BARE_NODE, binaryWith, mediansOf, tell, times } from './measure.ts'

const CALL =
  'log --phone 13800001234 --name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘'

/** What a clerk waits for before anything happens. */
export async function benchStartup(): Promise<void> {
  const desk = await openDesk()
  const commands = [BARE_NODE, binaryWith(['--version']), binaryWith(CALL.split(' '))]
  console.log('\nStart-up')
  const [bare = 0, version = 0, log = 0] = mediansOf(commands, { env: { BAOXIU_DB: desk.file } })
  tell('bare node', bare)
  tell('--version', version, times(version, bare, 1.5))
  tell('log, every flag given', log, times(log, bare, 2.0))
  desk.close()
}
