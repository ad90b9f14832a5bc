import { Fault } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { readMoment } from '../kernel/moment.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Zone } from '../kernel/zone.ts'
import { nonEmpty } from './environment.ts'
import type { World } from './world.ts'

/** Now, in the office's zone: `$BAOXIU_NOW` for tests and late runs, else the system's clock. */
export function clockOf(zone: Zone, world: World): Clock {
  const system = { zone, now: world.systemNow() }
  const typed = nonEmpty(world.env['BAOXIU_NOW'])
  if (typed === undefined) return system
  const now = readMoment(typed, system)
  if (now === undefined) throw new Fault('INVALID_VALUE', t.badNow(typed))
  return { zone, now }
}
