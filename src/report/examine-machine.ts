import { accessSync, constants } from 'node:fs'
import { arch, platform, release, totalmem } from 'node:os'
import { delimiter, join } from 'node:path'
import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { doctorWords as t } from '../kernel/messages/doctor.ts'
import { driverVersion, nodeVersion } from '../store/driver.ts'
import { isFolder } from '../store/folder.ts'
import { noteOn, ok, wrong } from './examination.ts'
import type { Examination } from './examination.ts'

const MIB = 1_048_576
const OLDEST_NODE = [20, 19] as const

/** What is so whatever office there is. */
export function examineMachine(ctx: Ctx): Examination[] {
  const memory = `${Math.round(totalmem() / MIB)} MiB`
  return [ok('machine', `${platform()} ${release()} ${arch()}, ${memory}`), node(), driver(), locale(ctx), clock(ctx)]
}

function node(): Examination {
  const [major = 0, minor = 0] = nodeVersion.replace('v', '').split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  return isOld ? wrong('node', nodeVersion, t.updateNode) : ok('node', nodeVersion)
}

function driver(): Examination {
  try {
    return ok('driver', driverVersion())
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    // Its compiled half may be missing, or for another Node.
    return wrong('driver', error.what, error.next)
  }
}

function locale({ env }: Ctx): Examination {
  const names = ['LC_ALL', 'LC_CTYPE', 'LANG'].filter((name) => (env[name] ?? '') !== '')
  const said = names.map((name) => `${name}=${env[name]}`).join(' ')
  const counts = env[names[0] ?? ''] ?? 'C'
  const isText = platform() === 'win32' || platform() === 'darwin' || /utf-?8|gb18030|gbk/i.test(counts)
  return isText ? ok('locale', said) : noteOn('locale', said === '' ? 'C' : said, t.noUtf8)
}

function clock({ env, now, zone }: Ctx): Examination {
  const time = readableTime(zone, now)
  return (env['BAOXIU_NOW'] ?? '') === '' ? ok('clock', time) : noteOn('clock', time, t.clockSet('BAOXIU_NOW'))
}

/** `setting`: what the office keeps; the variable counts more. */
export function examinePrinter({ env }: Ctx, setting: string | undefined): Examination {
  const set = [env['BAOXIU_PRINTER'], setting].find((value) => value !== undefined && value !== '')
  if (set === undefined) return ok('printer', t.noPrinter)
  const [kind = '', name = ''] = set.split(/:(.*)/s)
  if (kind === 'lp') return hasProgram('lp', env['PATH']) ? ok('printer', set) : wrong('printer', set, t.noPrintCommand)
  if (kind === 'file' && name !== '')
    return isFolder(name) ? ok('printer', set) : wrong('printer', set, t.noPrintFolder)
  return set === 'browser' ? ok('printer', set) : wrong('printer', set, t.printerUnknown)
}

function hasProgram(name: string, path = ''): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
