import { alone } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { knownSpelling, nearMisses } from './people.ts'
import { namesSeen } from './queries.ts'

const OFFERED = 8

interface Person {
  readonly name: string
  /** A word about a name that was never seen before and is near to others. */
  readonly notes: readonly Text[]
}

/** The person named, as they were written before; asked for on a terminal, with those seen before on offer. */
export async function findPerson(ctx: Ctx, typed: string | undefined, label = '--name'): Promise<Person> {
  const seen = await ctx.reading(namesSeen)
  const offered = seen.slice(0, OFFERED)
  const asked = (asker: Asker): Promise<string> => alone(asker.line(say(t.askName(offered), ctx.language)))
  const given = typed ?? (ctx.asker === undefined ? undefined : await asked(ctx.asker))
  if (given === undefined || given.trim() === '') throw new Fault('USAGE', t.whoFirst(label, offered))
  return personNamed(given, seen)
}

/** The same without asking. */
export function personNamed(typed: string, seen: readonly string[]): Person {
  const name = knownSpelling(typed, seen)
  const near = nearMisses(name, seen)
  return { name, notes: near.length === 0 ? [] : [t.newName(name, near)] }
}
