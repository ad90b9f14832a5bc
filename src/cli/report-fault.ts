import { Fault } from '../kernel/faults.ts'
import { jsonText, visible } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { asIs, say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { asFault } from '../store/driver-faults.ts'
import { Interrupted } from '../store/interrupted.ts'
import { ReaderGone } from './reader-gone.ts'
import type { World } from './world.ts'

/** Says what went wrong on stderr and answers the exit status. A user's mistake never shows a stack. */
export async function report(
  error: unknown,
  argv: readonly string[],
  language: Language,
  world: World,
): Promise<number> {
  if (error instanceof ReaderGone) return 0
  if (error instanceof Interrupted) {
    await quietly(world, `baoxiu: ${say(t.interrupted, language)}\n`)
    return 130
  }
  const mapped = asFault(error, say(t.standardOutput, language))
  const fault = mapped instanceof Fault ? mapped : bugOf(mapped, argv.includes('--debug'))
  await quietly(world, argv.includes('--json') ? asJson(fault, language) : asLines(fault, language))
  return fault.status
}

function asLines(fault: Fault, language: Language): string {
  return `baoxiu: ${fault.code}: ${visible(say(fault.what, language), true)}\n  ${say(fault.next, language)}\n`
}

function asJson(fault: Fault, language: Language): string {
  const error = { code: fault.code, message: say(fault.what, language), hint: say(fault.next, language) }
  return `${jsonText({ error })}\n`
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
