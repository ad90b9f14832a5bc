import type { CommandLine, CommandOptions } from '../kernel/asker.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { Key } from './keys.ts'
import { EMPTY, edited, lineOf, textOf } from './line-editor.ts'
import type { Line } from './line-editor.ts'

/** What a stroke at the desk's prompt does. */
type Effect =
  | Line
  | { readonly answer: CommandLine; readonly shown: Line }
  | { readonly hint: string; readonly line: Line }

/** A command line being typed: keys that act at once, earlier lines with the arrows, Tab. */
export class CommandEditor {
  private readonly keys: readonly string[]
  private readonly history: readonly string[]
  private readonly complete: CommandOptions['complete']
  private place: number
  /** The new line, while earlier ones are looked at. */
  private begun: Line = EMPTY

  constructor({ keys, history, complete }: CommandOptions) {
    this.complete = complete
    this.keys = keys
    this.history = history
    this.place = history.length
  }

  async stroke(line: Line, key: Key): Promise<Effect> {
    const text = textOf(line)
    if ('sign' in key) return this.sign(line, key)
    const { name } = key
    const isEmpty = text === ''
    if (name === 'interrupt' && isEmpty) return { answer: { kind: 'interrupt' }, shown: line }
    if (name === 'gone' || (name === 'end-of-input' && isEmpty)) return { answer: { kind: 'end' }, shown: line }
    if (name === 'interrupt' || name === 'escape') return EMPTY
    if (name === 'enter') return { answer: { kind: 'line', line: text }, shown: line }
    if (name === 'up' || name === 'down') return this.earlier(line, name === 'up' ? -1 : 1)
    if (name === 'tab') return await this.completed(text)
    return edited(line, name === 'end-of-input' ? { name: 'delete' } : key)
  }

  private sign(line: Line, key: { readonly sign: string }): Effect {
    const sign = foldWidth(key.sign).toLowerCase()
    if (textOf(line) !== '' || !this.keys.includes(sign)) return edited(line, key)
    return { answer: { kind: 'key', key: sign }, shown: lineOf(sign) }
  }

  private async completed(typed: string): Promise<Effect> {
    const { line, choices } = await this.complete(typed)
    return choices.length > 1 ? { hint: choices.join('  '), line: lineOf(line) } : lineOf(line)
  }

  private earlier(line: Line, step: number): Line {
    const place = this.place + step
    if (place < 0 || place > this.history.length) return line
    if (this.place === this.history.length) this.begun = line
    this.place = place
    return place === this.history.length ? this.begun : lineOf(this.history[place] ?? '')
  }
}
