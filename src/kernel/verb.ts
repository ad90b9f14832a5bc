import type { Ctx } from './ctx.ts'
import type { FaultCode } from './faults.ts'
import type { Flag } from './flags.ts'
import type { Outcome } from './outcome.ts'
import type { Text } from './text.ts'

export type Flags = Readonly<Record<string, Flag<unknown>>>

/** What the run gets: each flag under its snake_case name, read and checked. */
export type Given<F extends Flags> = { readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never }

/** One command: options, help and run, in one file whose path tells the command. */
export interface Verb {
  /** As typed: `handover print`. */
  readonly path: string
  readonly summary: Text
  /** What the help says beyond the summary. */
  readonly notes?: Text
  /** Two or three real ones; the help starts with them. */
  readonly examples: readonly string[]
  readonly operands: Flags
  readonly flags: Flags
  /** The faults that are special to this verb; the help ends with their exit statuses. */
  readonly faults: readonly FaultCode[]
  /** Verbs that work without an office's database. */
  readonly withoutOffice?: boolean
  /** Verbs that look at a database as it is: also one which no other verb may use any more, and without upgrading it. */
  readonly evenIfDamaged?: boolean
  /** Verbs that run from cron: a fault is one line, for its mail. */
  readonly unattended?: boolean
  run(ctx: Ctx, given: never): Promise<Outcome>
}

interface Spec<O extends Flags, F extends Flags> extends Omit<Verb, 'operands' | 'flags' | 'run'> {
  readonly operands: O
  readonly flags: F
  run(ctx: Ctx, given: Given<O & F>): Promise<Outcome>
}

/** Declares a verb; the types of what `run` gets follow from the flags. */
export function verb<O extends Flags, F extends Flags>(spec: Spec<O, F>): Verb {
  return spec
}

/** `reported_at` → `--reported-at`. */
export function flagName(key: string): string {
  return `--${key.replaceAll('_', '-')}`
}
