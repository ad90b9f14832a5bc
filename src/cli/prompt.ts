import { BACK, Cancelled } from '../kernel/asker.ts'
import type { Back, Choice, CommandLine, CommandOptions, LineOptions } from '../kernel/asker.ts'
import { displayWidth, visible, wrap } from '../kernel/display.ts'
import { promptWords as t } from '../kernel/messages/prompt.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { ClosingAsker } from './asker-on-demand.ts'
import { CommandEditor } from './command-editor.ts'
import { Field } from './field.ts'
import { KeyQueue, keysOf } from './keys.ts'
import type { Key } from './keys.ts'
import { EMPTY, edited, lineOf, textOf } from './line-editor.ts'
import type { Line } from './line-editor.ts'
import type { Terminal } from './terminal.ts'

/** What a stroke does to a question: it is answered, or goes on with this line, after a word on the stroke where one is due. */
type Stroke<T> = { readonly answer: T; readonly shown: Line } | { readonly hint: string; readonly line: Line } | Line

/** Asks on a terminal, stroke by stroke. `interrupt` hears of Ctrl-C while nobody is asked; `gone` ends every question. */
export function askerOn(terminal: Terminal, interrupt: () => void, gone?: AbortSignal): ClosingAsker {
  return new TerminalAsker(terminal, interrupt, gone)
}

class TerminalAsker implements ClosingAsker {
  private readonly terminal: Terminal
  private readonly keys: KeyQueue
  private asked: Field | undefined
  private language: Language = 'en'

  constructor(terminal: Terminal, interrupt: () => void, gone?: AbortSignal) {
    this.terminal = terminal
    this.keys = new KeyQueue((key) => {
      if (isNamed(key, 'interrupt')) interrupt()
      if (isNamed(key, 'suspend')) terminal.suspend()
      return isNamed(key, 'suspend')
    })
    terminal.open({
      sent: (text) => this.keys.push(keysOf(text)),
      gone: () => this.keys.end(),
      resized: () => this.asked?.resized(),
    })
    if (gone?.aborted === true) this.keys.end()
    gone?.addEventListener('abort', () => this.keys.end())
  }

  async close(): Promise<void> {
    this.terminal.close()
  }

  speak(language: Language): void {
    this.language = language
  }

  async tell(lines: readonly string[]): Promise<void> {
    const shown = lines.flatMap((line) => hanging(visible(line), this.terminal.columns - 1))
    this.terminal.write(shown.map((line) => `${line}\r\n`).join(''))
  }

  async line(
    question: string,
    { suggestion, blank = false, complete, left }: LineOptions = {},
  ): Promise<string | Back> {
    return this.ask(question, suggestion ?? '', (line, key) => {
      const typed = textOf(line)
      const gone = leaving(line, key)
      if (gone !== undefined) {
        if (typed.trim() !== '') left?.(typed)
        return gone
      }
      if (isNamed(key, 'enter')) {
        const answer = typed.trim() !== '' ? typed : (suggestion ?? (blank ? '' : undefined))
        return answer === undefined ? line : { answer, shown: lineOf(answer) }
      }
      if (typed === '' && (isNamed(key, 'tab') || isNamed(key, 'right'))) return lineOf(suggestion ?? '')
      const next = edited(line, key)
      const whole = 'sign' in key && complete?.(textOf(next)) === true
      return whole ? { answer: textOf(next), shown: next } : next
    })
  }

  async key<T>(question: string, choices: readonly Choice<T>[]): Promise<T | Back> {
    const words = choices.filter(({ word }) => word !== '').map(({ key, word }) => `${key} ${word}`)
    const inOneLine = [question, ...words].join('   ')
    const fits = displayWidth(visible(inOneLine)) < this.terminal.columns - 2
    if (!fits) await this.tell(words.map((word) => `  ${word}`))
    const keys = choices.map((choice) => choice.key.trim()).filter((key) => key !== '')
    return this.ask(fits ? inOneLine : `${question} [${keys.join('/')}]`, '', (line, key) => {
      const gone = leaving(line, key)
      if (gone !== undefined) return gone
      const chosen = choices.find((choice) => isKeyOf(choice, key))
      if (chosen !== undefined) return { answer: chosen.value, shown: lineOf(chosen.key) }
      return 'sign' in key && key.sign.trim() !== ''
        ? { hint: say(t.noSuchKey(key.sign, keys), this.language), line }
        : line
    })
  }

  async command(question: string, options: CommandOptions): Promise<CommandLine> {
    const editor = new CommandEditor(options)
    const given = await this.ask<CommandLine>(question, '', (line, key) => editor.stroke(line, key))
    return given === BACK ? { kind: 'end' } : given
  }

  async pressed(sign: string): Promise<void> {
    for (;;) {
      const key = await this.keys.next()
      if (isKeyOf({ key: sign }, key) || ['interrupt', 'gone', 'end-of-input'].some((name) => isNamed(key, name)))
        return
    }
  }

  private async ask<T>(
    question: string,
    suggestion: string,
    stroke: (line: Line, key: Key) => Stroke<T | Back | Cancelled> | Promise<Stroke<T | Back | Cancelled>>,
  ): Promise<T | Back> {
    try {
      for (let [line, field] = [EMPTY, this.fieldFor(question, suggestion)]; ;) {
        field.draw(line)
        const key = await this.keys.next()
        if (isNamed(key, 'suspend') || isNamed(key, 'redraw')) {
          if (isNamed(key, 'suspend')) this.terminal.suspend()
          field = this.fieldFor(question, suggestion)
          continue
        }
        const next = await stroke(line, key)
        if ('hint' in next) {
          field.answered(line)
          await this.tell([next.hint])
          field = this.fieldFor(question, suggestion)
          line = next.line
          continue
        }
        if (!('answer' in next)) {
          line = next
          continue
        }
        field.answered(next.shown)
        if (next.answer instanceof Cancelled) throw next.answer
        return next.answer
      }
    } finally {
      this.asked = undefined
    }
  }

  private fieldFor(question: string, suggestion: string): Field {
    this.asked = new Field(this.terminal, `${question} `, suggestion)
    return this.asked
  }
}

/** Lines of which all but the first stand a little to the right of where it begins. */
function hanging(line: string, columns: number): string[] {
  if (displayWidth(line) <= columns) return [line]
  const begin = /^\d?\s*/.exec(line)?.[0] ?? ''
  const indent = ' '.repeat(begin.length + 2)
  return wrap(line.slice(begin.length), columns - indent.length).map((part, n) => (n === 0 ? begin : indent) + part)
}

/** Back one question, or out of all of them. */
function leaving(line: Line, key: Key): { answer: Back | Cancelled; shown: Line } | undefined {
  const isBack = ['up', 'backtab', 'escape'].some((name) => isNamed(key, name))
  const isOut =
    isNamed(key, 'interrupt') || isNamed(key, 'gone') || (isNamed(key, 'end-of-input') && textOf(line) === '')
  if (!isBack && !isOut) return undefined
  return { answer: isBack ? BACK : new Cancelled(), shown: line }
}

const isNamed = (key: Key, name: string): boolean => 'name' in key && key.name === name

function isKeyOf({ key }: Pick<Choice<unknown>, 'key'>, stroke: Key): boolean {
  if ('name' in stroke) return stroke.name === key.toLowerCase()
  return foldWidth(stroke.sign).toLowerCase() === key.toLowerCase()
}
