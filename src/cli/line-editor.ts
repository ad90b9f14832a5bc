import { graphemesOf } from '../kernel/display.ts'
import type { Key, KeyName } from './keys.ts'

/** A line being typed: the signs before the cursor and those after it. A sign is what a reader sees as one. */
export interface Line {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export const EMPTY: Line = { before: [], after: [] }

export function lineOf(text: string): Line {
  return { before: graphemesOf(text), after: [] }
}

export function textOf({ before, after }: Line): string {
  return [...before, ...after].join('')
}

const EDITS: Partial<Readonly<Record<KeyName, (line: Line) => Line>>> = {
  backspace: ({ before, after }) => ({ before: before.slice(0, -1), after }),
  delete: ({ before, after }) => ({ before, after: after.slice(1) }),
  left: ({ before, after }) => ({ before: before.slice(0, -1), after: [...before.slice(-1), ...after] }),
  right: ({ before, after }) => ({ before: [...before, ...after.slice(0, 1)], after: after.slice(1) }),
  home: ({ before, after }) => ({ before: [], after: [...before, ...after] }),
  end: ({ before, after }) => ({ before: [...before, ...after], after: [] }),
  'kill-line': () => EMPTY,
  'kill-end': ({ before }) => ({ before, after: [] }),
  'kill-word': ({ before, after }) => ({ before: graphemesOf(before.join('').replace(/\S+\s*$/u, '')), after }),
}

/** The line after a stroke; strokes that do not edit leave it as it is. */
export function edited(line: Line, key: Key): Line {
  if ('sign' in key) return { before: graphemesOf(line.before.join('') + key.sign), after: line.after }
  return EDITS[key.name]?.(line) ?? line
}
