import { nonEmpty } from './environment.ts'
import type { World } from './world.ts'

/** Colour or none: `--color`, else NO_COLOR, else FORCE_COLOR, else CLICOLOR, else what the output can show. */
export function isColoured(flag: string | undefined, env: World['env'], can: boolean): boolean {
  if (flag === 'always' || flag === 'never') return flag === 'always'
  if (nonEmpty(env['NO_COLOR']) !== undefined) return false
  const forced = nonEmpty(env['FORCE_COLOR'])
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return can && env['CLICOLOR'] !== '0'
}
