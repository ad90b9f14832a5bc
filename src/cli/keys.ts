/** One stroke: a sign to write, or a key with a name. */
export type Key = { readonly sign: string } | { readonly name: KeyName }

export type KeyName =
  | 'enter'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'tab'
  | 'backtab'
  | 'escape'
  | 'kill-line'
  | 'kill-word'
  | 'kill-end'
  | 'interrupt'
  | 'end-of-input'
  | 'redraw'
  | 'suspend'
  /** The terminal itself. */
  | 'gone'

const CONTROLS: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x01': 'home',
  '\x02': 'left',
  '\x03': 'interrupt',
  '\x04': 'end-of-input',
  '\x05': 'end',
  '\x06': 'right',
  '\x08': 'backspace',
  '\x0b': 'kill-end',
  '\x0c': 'redraw',
  '\x15': 'kill-line',
  '\x17': 'kill-word',
  '\x1a': 'suspend',
  '\x7f': 'backspace',
}

const SEQUENCES: Readonly<Record<string, KeyName>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'backtab',
  '1~': 'home',
  '7~': 'home',
  '3~': 'delete',
  '4~': 'end',
  '8~': 'end',
}

// oxlint-disable-next-line no-control-regex -- terminals speak in control characters
const STROKE = /\x1b[[O]([0-9;]*[A-Za-z~])|\x1b|\r\n|[\s\S]/gu

/** What a terminal sent, stroke by stroke (ECMA-48, xterm's control sequences). Sequences that we do not know are passed over. */
export function keysOf(sent: string): Key[] {
  return [...sent.matchAll(STROKE)].flatMap(([stroke, sequence]): Key[] => {
    if (sequence !== undefined) return named(SEQUENCES[sequence])
    if (stroke === '\x1b') return [{ name: 'escape' }]
    if (stroke === '\r\n') return [{ name: 'enter' }]
    const control = CONTROLS[stroke]
    if (control !== undefined) return [{ name: control }]
    return stroke < ' ' ? [] : [{ sign: stroke }]
  })
}

const named = (name: KeyName | undefined): Key[] => (name === undefined ? [] : [{ name }])

/** Strokes in the order they came, whether or not somebody waits for them: what is typed ahead is never lost. */
export class KeyQueue {
  private readonly waiting: Key[] = []
  private wanted: ((key: Key) => void) | undefined
  private readonly early: (key: Key) => boolean
  private ended = false

  /** `early` hears of a stroke that comes while nobody asks; unless that did it, the next question gets it. */
  constructor(early: (key: Key) => boolean) {
    this.early = early
  }

  push(keys: readonly Key[]): void {
    for (const key of keys) {
      const take = this.wanted
      this.wanted = undefined
      if (take !== undefined) take(key)
      else if (!this.early(key)) this.waiting.push(key)
    }
  }

  /** The terminal has gone: every further question is answered so. */
  end(): void {
    this.ended = true
    this.wanted?.({ name: 'gone' })
    this.wanted = undefined
  }

  async next(): Promise<Key> {
    const key = this.waiting.shift()
    if (key !== undefined) return key
    if (this.ended) return { name: 'gone' }
    return new Promise((resolve) => (this.wanted = resolve))
  }
}
