import { join } from 'node:path'
import type { Ctx } from '../kernel/ctx.ts'
import { checkedText } from '../kernel/flags.ts'
import type { Language } from '../kernel/text.ts'
import { clockOf } from './clock.ts'
import { languageOf, nonEmpty } from './environment.ts'
import { Session } from './session.ts'
import { parse } from './parse.ts'
import type { Globals, Parsed } from './parse.ts'
import { readGiven, requireAll } from './read-given.ts'
import { render, requirePrintable } from './render.ts'
import { report } from './report-fault.ts'
import type { World } from './world.ts'

/** One call of the program: arguments in, exit status out. Never throws, never ends the process. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const seen: { language: Language } = { language: languageOf(undefined, undefined, world) }
  const session = { current: undefined as Session | undefined }
  try {
    const parsed = await parse(argv, world)
    if (parsed.kind === 'said') return parsed.status
    seen.language = languageOf(parsed.globals.lang, undefined, world)
    return await perform(parsed, world, (opened) => (session.current = opened), seen)
  } catch (error) {
    return await report(error, argv, seen.language, world)
  } finally {
    session.current?.close()
  }
}

type Call = Extract<Parsed, { kind: 'call' }>

async function perform(
  call: Call,
  world: World,
  opened: (s: Session) => void,
  seen: { language: Language },
): Promise<number> {
  const { verb, globals } = call
  await requirePrintable(globals)
  const actor = checkedText(globals.actor ?? nonEmpty(world.env['BAOXIU_ACTOR']) ?? world.loginName(), '--actor')
  const session = new Session(dbFileOf(globals, world), verb.path, actor, world.signal)
  opened(session)
  const interactive = world.asker !== undefined && globals.input && nonEmpty(world.env['CI']) === undefined
  if (!interactive) requireAll(verb, call.typed)
  const basics = await session.basics(verb, call.typed)
  seen.language = languageOf(globals.lang, basics.language, world)
  const clock = clockOf(basics.zone, world)
  session.at = clock.now
  const ctx: Ctx = {
    ...clock,
    actor,
    language: seen.language,
    dbFile: session.file,
    out: world.out,
    err: world.err,
    input: world.input,
    asker: interactive ? world.asker : undefined,
    yes: globals.yes,
    signal: world.signal,
    reading: (work) => session.reading(work),
    staging: (work) => session.staging(work),
    writing: (work) => session.writing(work),
    creating: (work) => session.creating(work),
  }
  const outcome = await verb.run(ctx, readGiven(verb, call.typed, clock) as never)
  await render(outcome, ctx, globals)
  return outcome.status
}

function dbFileOf(globals: Globals, world: World): string {
  return nonEmpty(globals.db) ?? nonEmpty(world.env['BAOXIU_DB']) ?? join(world.dataFolder, 'office.db')
}
