import { Chalk } from 'chalk'
import type { Tone } from '../kernel/view.ts'
import type { Paint } from './paint.ts'

// chalk itself would decide by the environment; here the sink has decided already.
const chalk = new Chalk({ level: 1 })

const TONES: Readonly<Record<Tone, (text: string) => string>> = {
  bad: chalk.red.bold,
  soon: chalk.yellow,
  past: chalk.dim,
}

/** The colours of a terminal. */
export const COLOURS: Paint = {
  tone: (tone, text) => (tone === undefined ? text : TONES[tone](text)),
  head: chalk.bold,
}
