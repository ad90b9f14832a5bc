import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { importView } from './import-view.ts'
import { readImports } from './queries.ts'

export const listImports = verb({
  path: 'import list',
  summary: t.importList,
  examples: ['baoxiu import list', 'baoxiu import list --json'],
  operands: {},
  flags: {},
  faults: [],
  run: async (ctx) => records(importView, (await ctx.reading(readImports)).toReversed(), t.noImports),
})
