import * as f from '../kernel/flags.ts'
import { noteWords as t } from '../kernel/messages/notes.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { noteView, readNotes } from './desk-notes.ts'

export const listNotes = verb({
  path: 'note list',
  summary: t.list,
  examples: ['baoxiu note list', 'baoxiu note list --all --csv'],
  operands: {},
  flags: { all: f.toggle(t.all) },
  faults: [],
  run: (ctx, { all }) => ctx.reading(async (db) => records(noteView, await readNotes(db, all), t.none)),
})
