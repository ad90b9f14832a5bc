import { BACK, Cancelled } from '../../kernel/asker.ts'
import type { CommandLine, Completion } from '../../kernel/asker.ts'
import { displayWidth } from '../../kernel/display.ts'
import { deskWords as t } from '../../kernel/messages/desk.ts'
import { say } from '../../kernel/text.ts'
import type { Language } from '../../kernel/text.ts'
import type { ClosingAsker } from '../asker-on-demand.ts'
import type { World } from '../world.ts'
import { Calls } from './calls.ts'
import type { Run } from './calls.ts'
import { menuOf } from './menus.ts'
import { quoted, wordsOf } from './words-of.ts'

/** More lines than this are read before the board comes back. */
const SHORT = 6
const LEAVE = ['q', 'exit', 'quit', '退出', '离开']
const REDRAW = ['', 'board', 'desk']

/** What the desk stands in. */
export interface DeskOptions {
  readonly world: World
  readonly asker: ClosingAsker
  readonly language: Language
  /** The general options it was opened with; every command in it gets them. */
  readonly general: readonly string[]
  readonly run: Run
}

/** The desk: the board, a line of keys, a prompt; one thing after the other until somebody leaves. Answers the exit status. */
export async function keepDesk({ world, asker, language, general, run }: DeskOptions): Promise<number> {
  const desk = new Desk(new Calls(world, asker, general, run), asker, language, world)
  const former = world.ctrlC.handle
  // At the board Ctrl-C is a stroke like any other.
  world.ctrlC.handle = () => undefined
  try {
    return await desk.keep()
  } finally {
    world.ctrlC.handle = former
  }
}

class Desk {
  private readonly calls: Calls
  private readonly asker: ClosingAsker
  private readonly language: Language
  private readonly world: World
  private readonly history: string[] = []

  constructor(calls: Calls, asker: ClosingAsker, language: Language, world: World) {
    this.calls = calls
    this.asker = asker
    this.language = language
    this.world = world
    asker.speak(language)
  }

  async keep(): Promise<number> {
    const first = await this.draw()
    if (first !== 0) return first
    for (let warned = false; !this.world.signal.aborted;) {
      const given = await this.ask()
      if (given.kind === 'end') break
      if (given.kind === 'interrupt') {
        if (warned) return 130
        warned = true
        await this.asker.tell([say(t.again, this.language)])
        continue
      }
      warned = false
      if (await this.act(given)) break
    }
    return this.world.signal.aborted ? 130 : 0
  }

  /** Does one thing and comes back to the board; true where somebody leaves. */
  private async act(given: Extract<CommandLine, { kind: 'line' | 'key' }>): Promise<boolean> {
    let next: typeof given | undefined = given
    while (next !== undefined) {
      const argv = next.kind === 'key' ? await this.byKey(next.key) : this.typed(next.line)
      if (argv === 'leave') return true
      this.calls.startCounting()
      if (argv !== undefined && !REDRAW.includes(argv.join(' '))) await this.calls.call(argv)
      next = this.calls.lines > SHORT ? await this.whenRead() : undefined
    }
    await this.draw()
    return false
  }

  /** The board in what room the latest answer left. */
  private async draw(): Promise<number> {
    const below = this.keyLines().length + 1
    const status = await this.calls.board(below)
    return status
  }

  private async ask(): Promise<CommandLine> {
    await this.asker.tell(this.keyLines())
    return await this.asker.command(say(t.prompt, this.language), {
      keys: Object.keys(t.keys),
      history: this.history,
      complete: (typed) => this.complete(typed),
    })
  }

  /** The keys and what they do, in as few lines as the window allows. */
  private keyLines(): string[] {
    const lines: string[] = []
    const room = (this.world.out.columns ?? 80) - 1
    for (const [key, word] of Object.entries(t.keys)) {
      const piece = `${key} ${say(word, this.language)}`
      const longer = `${lines.at(-1) ?? ''}  ${piece}`
      if (lines.length > 0 && displayWidth(longer) <= room) lines[lines.length - 1] = longer
      else lines.push(piece)
    }
    return lines
  }

  private async byKey(key: string): Promise<readonly string[] | 'leave' | undefined> {
    if (key === 'q') return 'leave'
    const found = menuOf(key)
    if (found === undefined || !('items' in found)) return found
    const choices = found.items.map(({ word, argv }, index) => ({
      key: String(index + 1),
      word: say(word, this.language),
      value: argv,
    }))
    return await this.askOrLeave(() => this.asker.key(say(found.title, this.language), choices))
  }

  /** Esc and Ctrl-C lead back to the board. */
  private async askOrLeave<T>(ask: () => Promise<T | typeof BACK>): Promise<T | undefined> {
    try {
      const answer = await ask()
      return answer === BACK ? undefined : answer
    } catch (error) {
      if (error instanceof Cancelled) return undefined
      throw error
    }
  }

  private typed(line: string): readonly string[] | 'leave' | undefined {
    const words = wordsOf(line) ?? [line]
    if (words[0] === 'baoxiu') words.shift()
    if (line.trim() !== '' && this.history.at(-1) !== line) this.history.push(line)
    return LEAVE.includes(words.join(' ')) ? 'leave' : words
  }

  /** A long answer stays until it was read; a key of the desk acts at once. */
  private async whenRead(): Promise<Extract<CommandLine, { kind: 'line' | 'key' }> | undefined> {
    const keys = ['Enter', ...Object.keys(t.keys)].map((key) => ({ key, word: '', value: key }))
    const back = { key: 'Enter', word: '', value: 'Enter' }
    const pressed = await this.askOrLeave(() => this.asker.key(say(t.back, this.language), [back, ...keys.slice(1)]))
    return pressed === undefined || pressed === 'Enter' ? undefined : { kind: 'key', key: pressed }
  }

  /** The shell's completion, for the line typed so far. */
  private async complete(typed: string): Promise<Completion> {
    const words = wordsOf(typed) ?? []
    const open = typed === '' || /\s$/u.test(typed) ? [...words, ''] : words
    const found = (await this.calls.captured(['completion', 'words', '--', ...open]))
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
      .filter((word) => word !== '')
    const common = found.reduce((shared, word) => sharedBegin(shared, word), found[0] ?? '')
    const last = open.at(-1) ?? ''
    const word = found.length === 1 ? `${quoted(common)} ` : common.length > last.length ? common : last
    return { line: [...open.slice(0, -1).map(quoted), word].join(' '), choices: found }
  }
}

function sharedBegin(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return a.slice(0, length)
}
