import { Cancelled } from '../kernel/asker.ts'
import { faults } from '../kernel/fault-table.ts'
import { Fault } from '../kernel/faults.ts'
import { jsonText, visible, wrap } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { asIs, joined, say } from '../kernel/text.ts'
import type { OfficePlace } from '../kernel/server-target.ts'
import type { Language, Text } from '../kernel/text.ts'
import { asFault } from '../store/driver-faults.ts'
import { Interrupted } from '../store/interrupted.ts'
import { ReaderGone } from './reader-gone.ts'
import type { World } from './world.ts'

/** How a fault is told. */
export interface Manner {
  readonly language: Language
  readonly oneLine: boolean
  /** The command, once it is known. */
  readonly path: string | undefined
  /** Where the office is, once it is known. */
  readonly place: OfficePlace | undefined
}

/**
 * Says what went wrong on stderr and answers the exit status. A user's mistake never shows a stack. `saved`: the change
 * is in the database already, and only what came after it went wrong.
 */
export async function report(
  error: unknown,
  argv: readonly string[],
  { language, oneLine, path, place }: Manner,
  world: World,
  saved: boolean,
): Promise<number> {
  if (error instanceof ReaderGone) return world.signal.aborted ? 130 : 0
  if (error instanceof Cancelled) {
    const said = [t.cancelled, ...error.kept].map((text) => visible(say(text, language)))
    await quietly(world, `baoxiu: ${said.join('\n  ')}\n`)
    return 130
  }
  const found = knownFault(error, language) ?? (await damageIn(place, world)) ?? bugOf(error, argv.includes('--debug'))
  const known = saved ? new Fault(found.code, found.what, t.savedAlready) : withOwnHelp(found, path)
  const fault = withoutLongWords(known, argv)
  await quietly(
    world,
    argv.includes('--json') ? asJson(fault, language) : fitted(asLines(fault, language, oneLine), world),
  )
  return fault.status
}

/** A call that makes no sense is explained by the help of its own command. */
function withOwnHelp(fault: Fault, path: string | undefined): Fault {
  const isGeneral = fault.code === 'USAGE' && fault.next === faults.USAGE.next
  return isGeneral && path !== undefined ? new Fault(fault.code, fault.what, t.seeHelp(path)) : fault
}

function asLines(fault: Fault, language: Language, oneLine: boolean): string {
  if (oneLine) return `baoxiu: ${fault.code}: ${visible(say(joined([fault.what, fault.next], t.clauses), language))}\n`
  return `baoxiu: ${fault.code}: ${visible(say(fault.what, language), true)}\n  ${say(fault.next, language)}\n`
}

/** Sentences fit the window; JSON, and a command to be copied, stay in one piece. */
function fitted(text: string, { err }: World): string {
  return err.columns === undefined ? text : `${wrap(text.trimEnd(), err.columns).join('\n')}\n`
}

function asJson(fault: Fault, language: Language): string {
  const error = { code: fault.code, message: say(fault.what, language), hint: say(fault.next, language) }
  return `${jsonText({ error })}\n`
}

const LONGEST_WORD = 500
const LONGEST_MESSAGE = 4000

/** What was typed too long is not repeated whole: its beginning tells which it was. */
function withoutLongWords(fault: Fault, argv: readonly string[]): Fault {
  const words = argv.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)])
  const long = words.filter((word) => word.length > LONGEST_WORD)
  const shortened = (text: string): string => {
    const said = long.reduce((rest, word) => rest.replaceAll(word, `${word.slice(0, LONGEST_WORD / 2)}…`), text)
    return said.length > LONGEST_MESSAGE ? `${said.slice(0, LONGEST_MESSAGE)}…` : said
  }
  const short = ({ en, zh }: Text): Text => ({ en: shortened(en), zh: shortened(zh) })
  return new Fault(fault.code, short(fault.what), short(fault.next))
}

function knownFault(error: unknown, language: Language): Fault | undefined {
  if (error instanceof Interrupted || (error instanceof Error && error.name === 'AbortError')) {
    return new Fault('INTERRUPTED', t.interrupted)
  }
  const isNamed = error instanceof Error && 'path' in error && typeof error.path === 'string'
  const mapped = asFault(error, isNamed ? String(error.path) : say(t.standardOutput, language))
  return mapped instanceof Fault ? mapped : undefined
}

/** A damaged file hands out what no program wrote: where nobody thought of that, it is not our mistake. */
async function damageIn(place: OfficePlace | undefined, world: World): Promise<Fault | undefined> {
  if (place === undefined || place.server !== undefined) return undefined
  const { damageOf } = await import('../store/damage.ts')
  return await damageOf(place.file, world.signal)
}

function bugOf(error: unknown, debug: boolean): Fault {
  const known = error instanceof Error ? error : new Error(String(error))
  return new Fault('BUG', asIs(debug ? (known.stack ?? known.message) : known.message))
}

/** A stderr that cannot be written to is no reason to lose the exit status. */
async function quietly(world: World, text: string): Promise<void> {
  try {
    await world.err.write(text)
  } catch {
    // Nobody is listening.
  }
}
