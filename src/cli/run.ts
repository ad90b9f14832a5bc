import { readableTime } from '../kernel/calendar.ts'
import type { Ctx, Sink } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { checkedName, checkedText } from '../kernel/flags.ts'
import { serverWords } from '../kernel/messages/server.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import type { OfficePlace } from '../kernel/server-target.ts'
import type { Language } from '../kernel/text.ts'
import type { Zone } from '../kernel/zone.ts'
import { clockOf } from './clock.ts'
import { isColoured } from './colour-choice.ts'
import { dbFileIn } from './db-file.ts'
import { languageOf, nonEmpty } from './environment.ts'
import { withFormatOfFile } from './format-of-file.ts'
import { inCodes } from './general-choices.ts'
import { languageBefore } from './office-language.ts'
import { Session } from './session.ts'
import { parse } from './parse.ts'
import { draftFor } from './draft-for.ts'
import type { Globals } from './globals.ts'
import type { Call } from './parse.ts'
import { requireAll } from './read-given.ts'
import { doRounds } from './rounds.ts'
import { requirePrintable, talk } from './render.ts'
import { report } from './report-fault.ts'
import type { World } from './world.ts'

/** One call of the program: arguments in, exit status out. Never throws, never ends the process. */
export async function run(typed: readonly string[], world: World): Promise<number> {
  const argv = inCodes(typed)
  const seen: Seen = { language: undefined, oneLine: false, path: undefined, place: undefined }
  const session = { current: undefined as Session | undefined }
  try {
    const parsed = await parse(argv, world)
    if (parsed.kind === 'said') return parsed.status
    seen.oneLine = parsed.verb.unattended === true
    seen.path = parsed.verb.path
    return await perform(withFormatOfFile(parsed), world, (opened) => (session.current = opened), seen)
  } catch (error) {
    const language = seen.language ?? (await languageBefore(argv, world))
    return await report(error, argv, { ...seen, language }, world, session.current?.saved === true)
  } finally {
    await world.asker?.close()
    session.current?.close()
  }
}

/** How to talk, as far as it is known yet. */
interface Seen {
  language: Language | undefined
  oneLine: boolean
  path: string | undefined
  place: OfficePlace | undefined
}

async function perform(call: Call, outer: World, opened: (s: Session) => void, seen: Seen): Promise<number> {
  const { verb, globals } = call
  const world = asWanted(outer, globals)
  const place = await placeOf(dbFileOf(globals, world), world)
  seen.place = place
  await requirePrintable(globals, place.file)
  const actor = actorOf(globals, world)
  const session = new Session(place, verb.path, actor, world.signal)
  opened(session)
  const interactive = world.asker !== undefined && globals.input && nonEmpty(world.env['CI']) === undefined
  const asker = interactive ? world.asker : undefined
  if (asker === undefined) requireAll(verb, call.typed)
  const basics = await session.basics(verb, call.typed)
  seen.language = languageOf(globals.lang, basics.language, world)
  world.asker?.speak(seen.language)
  if (asker !== undefined && verb.path === DESK && !globals.json && !globals.csv && globals.output === undefined) {
    const { keepDesk } = await import('./desk/desk.ts')
    session.close()
    return await keepDesk({ world, asker, language: seen.language, general: generalOf(globals), run })
  }
  const ctx = ctxOf({ world, session, zone: basics.zone, actor, asker, language: seen.language, yes: globals.yes })
  return await doRounds({ ...call, globals: await forPipe(globals, world) }, ctx, world, session)
}

/** JSON and files are UTF-8 everywhere, unless something else was asked for. */
async function forPipe(globals: Globals, { pipeEncoding }: World): Promise<Globals> {
  if (pipeEncoding === undefined || globals.encoding !== undefined || globals.json) return globals
  if (globals.output !== undefined) return globals
  const encoding = await pipeEncoding()
  return encoding === undefined ? globals : { ...globals, encoding }
}

/** The world with the colours and the silence that were asked for. */
function asWanted(world: World, { color, quiet, pager }: Globals): World {
  const { out, err, env } = world
  return {
    ...world,
    out: coloured(out, isColoured(color, env, out.colour)),
    err: quiet ? { ...err, columns: err.columns, rows: err.rows, write: async () => undefined } : err,
    openPager: pager ? world.openPager : undefined,
  }
}

/** The size of a terminal is asked for anew each time. */
function coloured(sink: Sink, colour: boolean): Sink {
  return {
    get columns() {
      return sink.columns
    },
    get rows() {
      return sink.rows
    },
    colour,
    write: (text) => sink.write(text),
  }
}

const DESK = 'desk'

/** The general options as they are typed. */
function generalOf({ db, actor, lang, color, pager, quiet, verbose }: Globals): string[] {
  const valued = Object.entries({ db, actor, lang, color })
  return [
    ...valued.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
    ...(pager ? [] : ['--no-pager']),
    ...(quiet ? ['--quiet'] : []),
    ...(verbose ? ['--verbose'] : []),
  ]
}

interface Surroundings extends Pick<Ctx, 'actor' | 'asker' | 'language' | 'yes'> {
  readonly world: World
  readonly session: Session
  readonly zone: Zone
}

/** The world as verbs see it, at this moment. */
function ctxOf(around: Surroundings): Ctx {
  const { world, session, actor, asker, language, yes } = around
  const clock = clockOf(around.zone, world)
  session.at = clock.now
  const heard = { err: world.err, language }
  session.waiting = {
    holder: ({ command, pid }) => void talk([t.waitsFor(command, pid)], heard),
    seat: ({ actor, verb, at }) =>
      void talk([serverWords.waitsForSeat(actor, verb, readableTime(clock.zone, at))], heard),
    attended: world.out.columns !== undefined || world.err.columns !== undefined,
  }
  return {
    ...clock,
    actor,
    asker,
    language,
    yes,
    dbFile: session.place.file,
    place: session.place,
    placeNamed: (target) => placeOf(target, world),
    env: world.env,
    out: world.out,
    err: world.err,
    input: world.input,
    signal: world.signal,
    draft: draftFor(world, session.place.file, session.verbPath),
    changed: () => {
      session.saved = true
    },
    later: () => ctxOf(around),
    async findingChanges(db, changes) {
      const { findingChanges } = await import('../fines/finding-changes.ts')
      return findingChanges(db, clock.now, changes)
    },
    reading: (work) => session.reading(work),
    staging: (work) => session.staging(work),
    writing: (work, isLong) => session.writing(work, isLong),
    creating: (work) => session.creating(work),
  }
}

/** Whoever is named; a login name that cannot be kept was typed by nobody, and is none. */
function actorOf({ actor }: Globals, { env, loginName }: World): string {
  if (actor !== undefined) return checkedName(actor, '--actor')
  const set = nonEmpty(env['BAOXIU_ACTOR'])
  return set === undefined ? loginName() : checkedName(set, 'BAOXIU_ACTOR')
}

/** What belongs to servers is loaded only where a server is named. */
async function placeOf(target: string, world: World): Promise<OfficePlace> {
  if (!/^postgres(?:ql)?:\/\//i.test(target)) return { file: target, server: undefined }
  const { serverTarget } = await import('../kernel/server-target.ts')
  const server = serverTarget(target, world.env, world.loginName())
  return { file: server.shown, server }
}

function dbFileOf(globals: Globals, world: World): string {
  const [flag, set] = [nonEmpty(globals.db), nonEmpty(world.env['BAOXIU_DB'])]
  if (flag !== undefined) return checkedText(flag, '--db')
  if (set !== undefined) return checkedText(set, 'BAOXIU_DB')
  const file = dbFileIn(undefined, world)
  if (file === undefined) throw new Fault('USAGE', t.noHome)
  return file
}
