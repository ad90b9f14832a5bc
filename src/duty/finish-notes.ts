import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { noteWords as t } from '../kernel/messages/notes.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { markDone, noteView, readNote } from './desk-notes.ts'
import type { DeskNote } from './desk-notes.ts'
import type { Text } from '../kernel/text.ts'

export const finishNotes = verb({
  path: 'note done',
  summary: t.done,
  examples: ['baoxiu note done 3', 'baoxiu note done 3 4'],
  operands: { notes: f.required(f.several({ ...f.whole(t.theNumbers), placeholder: 'N' })) },
  flags: {},
  faults: ['NOTE_UNKNOWN'],
  async run(ctx, { notes }) {
    return ctx.writing(async (db) => {
      const [done, said]: [DeskNote[], Text[]] = [[], []]
      for (const number of new Set(notes)) {
        const before = await readNote(db, number)
        if (before === undefined) throw new Fault('NOTE_UNKNOWN', t.unknown(number))
        if (before.done_at !== null) said.push(t.alreadyDone(number))
        done.push(before.done_at === null ? await markDone(db, before, ctx.actor, ctx.now) : before)
      }
      return records(noteView, done, t.none, { notes: said })
    })
  },
})
