import type { Deed } from '../sqlite-db.ts'
import type { Link } from './link.ts'

/** Another seat that is in the way. */
export interface WritingSeat {
  readonly actor: string
  readonly verb: string
  /** Since when, seconds since 1970. */
  readonly at: number
}

/** Under this name everybody sees what a connection is at work on; the server cuts it after 63 bytes of ASCII. */
export function workName({ actor, verb, at }: Deed): string {
  const name = Buffer.from([...actor].slice(0, 6).join(''))
    .toString('base64url')
    .slice(0, 32)
  return `baoxiu ${at} ${name} ${verb.replaceAll(/[^a-z -]/g, '')}`.slice(0, 63)
}

const HOLDER = {
  text: `
    select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.relation = to_regclass('counter') and l.mode = 'ShareRowExclusiveLock' and l.granted limit 1`,
  values: [],
}

/** `absent`: nobody is in the way any more; `unknown`: somebody is, who is no baoxiu. */
export async function whoWrites(link: Link): Promise<WritingSeat | 'absent' | 'unknown'> {
  const [row] = (await link.query(HOLDER)).rows
  return row === undefined ? 'absent' : (seatOf(String(row.name)) ?? 'unknown')
}

export function seatOf(name: string): WritingSeat | undefined {
  const [, at, actor, verb] = /^baoxiu (\d+) (\S*) (.*)$/.exec(name) ?? []
  if (at === undefined || actor === undefined || verb === undefined) return undefined
  return { at: Number(at), actor: Buffer.from(actor, 'base64url').toString('utf8'), verb }
}
