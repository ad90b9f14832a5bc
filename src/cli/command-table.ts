import { padEnd, displayWidth, wrap } from '../kernel/display.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { verbs } from './verbs.ts'

/** Every command in the order of the contract, one line each where there is room. */
export async function commandTable(language: Language, columns: number): Promise<string> {
  const all = await Promise.all(Object.values(verbs).map(async (load) => await load()))
  const room = Math.max(...all.map(({ path }) => displayWidth(path))) + 2
  const lines = all.flatMap(({ path, summary }) =>
    wrap(say(summary, language), columns - room).map((line, index) => padEnd(index === 0 ? path : '', room) + line),
  )
  return [...lines, ''].join('\n')
}
