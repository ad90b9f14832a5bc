import { Chalk } from 'chalk'
import type { Tone } from '../kernel/view.ts'

/** Paints text for a terminal; without colour it leaves text as it is. */
export interface Paint {
  tone(tone: Tone | undefined, text: string): string
  head(text: string): string
}

/** chalk itself decides by the environment; here the sink has decided already. */
export function paintFor(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    bad: chalk.red.bold,
    soon: chalk.yellow,
    past: chalk.dim,
  }
  return {
    tone: (tone, text) => (tone === undefined ? text : tones[tone](text)),
    head: chalk.bold,
  }
}
