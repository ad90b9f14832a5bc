import { join } from 'node:path'
import { nonEmpty } from './environment.ts'
import type { World } from './world.ts'

/** The office's database: `--db`, else `$BAOXIU_DB`, else in the platform's data folder; absent where there is no such folder. */
export function dbFileIn(flag: string | undefined, world: Pick<World, 'env' | 'dataFolder'>): string | undefined {
  const named = nonEmpty(flag) ?? nonEmpty(world.env['BAOXIU_DB'])
  if (named !== undefined) return named
  return world.dataFolder === undefined ? undefined : join(world.dataFolder, 'office.db')
}
