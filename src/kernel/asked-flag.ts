import type { Ctx } from './ctx.ts'
import type { Text } from './text.ts'

/** What was typed or answered so far, by name. */
type Answers = ReadonlyMap<string, readonly string[]>

/** When a form asks for what the command can do without. */
export interface Asked {
  /** In place of the flag's help. */
  readonly question?: Text
  /** Enter leaves it out; such a question alone opens no form. */
  readonly blank?: boolean
  /** By what was answered so far; absent: always. */
  when?(answers: Answers): boolean
  /** What to know before answering. */
  before?(ctx: Ctx, answers: Answers): Promise<readonly Text[]>
}

/** The same flag, asked for in a form although it may be left out. */
export function askedAlong<F extends object>(flag: F, asked: Asked): F & { readonly asked: Asked } {
  return { ...flag, asked }
}
