import type { Ctx } from '../kernel/ctx.ts'
import { visible } from '../kernel/display.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { paper } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { completeWords } from './complete-words.ts'
import type { Look } from './complete-words.ts'
import type { Candidate } from './completion-candidates.ts'
import { SCRIPTS } from './completion-scripts.ts'

const candidateView: View<Candidate> = [v.text('word', h.value, (c) => c.word), v.text('about', h.note, (c) => c.about)]

/** Completes commands, options, their words, and branches, maintainers and tickets of the office. */
export const completion = verb({
  path: 'completion',
  summary: t.completion,
  notes: t.completionNotes,
  examples: [
    'baoxiu completion bash >> ~/.bashrc',
    'baoxiu completion fish | source',
    'baoxiu completion powershell | Out-String | Invoke-Expression',
  ],
  operands: {
    shell: f.required(f.choice(['bash', 'zsh', 'fish', 'powershell', 'words'], t.completionShell)),
    // Typed half: anything goes, even nothing.
    words: f.several(f.optional('WORD', t.completionWords, (typed) => typed)),
  },
  flags: {},
  faults: [],
  withoutOffice: true,
  async run(ctx, { shell, words }) {
    if (shell !== 'words') return paper(SCRIPTS[shell], candidateView, [])
    const { words: found, paths } = await completeWords(words, lookIn(ctx), ctx, ctx.language)
    // A name with a line end or an escape in it is none that a shell could be handed.
    const whole = found.filter(({ word }) => visible(word) === word)
    const lines = whole.map(({ word, about }) => `${word}${about === '' ? '' : `\t${visible(about)}`}\n`)
    return paper(lines.join('') + (paths === undefined ? '' : `\t${paths}\n`), candidateView, whole)
  },
})

/** Where there is no office yet, or none that can be read, commands are completed all the same. */
function lookIn(ctx: Ctx): Look {
  return async (work) => {
    try {
      return await ctx.reading(work)
    } catch (error) {
      if (error instanceof Fault) return []
      throw error
    }
  }
}
