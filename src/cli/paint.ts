import type { Tone } from '../kernel/view.ts'

/** Paints text for a terminal. */
export interface Paint {
  tone(tone: Tone | undefined, text: string): string
  head(text: string): string
}

/** Leaves text as it is. */
export const PLAIN: Paint = { tone: (_, text) => text, head: (text) => text }

/** A pipe needs no colours, and a call being logged should not wait for them to be loaded. */
export async function paintFor(colour: boolean): Promise<Paint> {
  return colour ? (await import('./colours.ts')).COLOURS : PLAIN
}
