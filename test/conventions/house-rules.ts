import { bans } from './bans.ts'
import { orderRules } from './order-of-rooms.ts'
import type { Rule } from './rule.ts'
import type { Source } from './source.ts'

export const houseRules: readonly Rule[] = [...orderRules, ...bans]

/** Every breach, as `path:line: what (rule: why)`. */
export function breaches(sources: readonly Source[], rules: readonly Rule[] = houseRules): string[] {
  const all = new Map(sources.map((source) => [source.path, source]))
  return rules.flatMap((rule) =>
    sources
      .flatMap((source) => rule.find(source, all))
      .map(({ path, line, what }) => `${path}:${line}: ${what} (${rule.name}: ${rule.why})`),
  )
}
