import { conductWords as t } from '../kernel/messages/conduct.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { CONDUCT_ITEMS } from './conduct-items.ts'
import { itemView } from './conduct-views.ts'

export const listItems = verb({
  path: 'conduct items',
  summary: t.items,
  examples: ['baoxiu conduct items', 'baoxiu conduct items --json'],
  operands: {},
  flags: {},
  faults: [],
  run: async () => records(itemView, CONDUCT_ITEMS, t.none),
})
