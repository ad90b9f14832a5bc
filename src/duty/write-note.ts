import * as f from '../kernel/flags.ts'
import { noteWords as t } from '../kernel/messages/notes.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { addNote, noteView } from './desk-notes.ts'

/** Art. 1.1: no gap between shifts: what one knows, the next one reads. */
export const writeNote = verb({
  path: 'note',
  summary: t.write,
  notes: t.writeNotes,
  examples: ['baoxiu note "西郊放大器下午三点换，来电先告知"', 'baoxiu note 王师傅明天请假'],
  operands: { text: f.required(f.several(f.text('TEXT', t.theText))) },
  flags: {},
  faults: [],
  run: (ctx, { text }) =>
    ctx.writing(async (db) => record(noteView, await addNote(db, text.join(' '), ctx.actor, ctx.now))),
})
