import { openDesk } from '../desk.ts'
import { bareNode, baoxiu, tell, times } from './measure.ts'

const CALL =
  'log --phone 13800001234 --name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘'

/** What a clerk waits for before anything happens. Bare Node is measured before and after: the machine has moods. */
export async function benchStartup(): Promise<void> {
  const desk = await openDesk()
  const env = { BAOXIU_DB: desk.file }
  console.log('\nStart-up')
  const before = bareNode()
  const [version, log] = [baoxiu(['--version'], { env }), baoxiu(CALL.split(' '), { env })]
  const bare = (before + bareNode()) / 2
  tell('bare node', bare)
  tell('--version', version, times(version, bare, 1.5))
  tell('log, every flag given', log, times(log, bare, 2.0))
  desk.close()
}
