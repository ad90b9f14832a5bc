import { nearest } from '../kernel/nearest.ts'
import { foldWidth } from '../kernel/width-folding.ts'

/** What names are compared by: desk people are free text, and 李 敏 is 李敏. */
export function nameKey(name: string): string {
  return foldWidth(name).replace(/\s+/g, '').toLowerCase()
}

/** A name as it was written before, where it was; else as typed, without blanks around it. */
export function knownSpelling(typed: string, seen: readonly string[]): string {
  const known = seen.find((name) => name === typed) ?? seen.find((name) => nameKey(name) === nameKey(typed))
  return (known ?? typed).trim()
}

/** For a name that was never seen before: the names that it may be meant for. */
export function nearMisses(name: string, seen: readonly string[]): string[] {
  return seen.includes(name) ? [] : nearest(name, seen)
}
