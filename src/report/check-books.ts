import { setTimeout as sleep } from 'node:timers/promises'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { records } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { inspectOffice } from '../store/engine.ts'
import type { Inspection } from '../store/inspect.ts'
import { brokenIn } from './invariants.ts'

interface Finding {
  readonly invariant: string
  readonly subject: string
  readonly what: Text
  readonly remedy: Text
}

const findingView = (language: Language): View<Finding> => [
  v.text('invariant', h.invariant, (x) => x.invariant),
  v.text('subject', h.subject, (x) => x.subject),
  v.text('finding', h.finding, (x) => say(x.what, language)),
  v.text('remedy', h.remedy, (x) => say(x.remedy, language)),
]

/** A file that takes longer is large: its books are read at the same time, in a night that has other work to do. */
const LARGE_MS = 100

/** Reads only; repairs nothing behind anybody's back. */
export const checkBooks = verb({
  path: 'check',
  summary: t.check,
  notes: t.checkNotes,
  examples: ['baoxiu check', 'baoxiu check --full --json'],
  operands: {},
  flags: { full: f.toggle(t.full) },
  faults: ['DB_DAMAGED', 'DB_ALTERED'],
  evenIfDamaged: true,
  async run(ctx, { full }) {
    const inspecting = inspectOffice(ctx.place, full, ctx.signal)
    const reading = ctx.reading(async (db) => {
      const known = await Promise.race([inspecting, sleep(LARGE_MS, undefined, { ref: false })])
      return known !== undefined && whyUnread(known) !== undefined ? [] : brokenIn(db, ctx, full)
    })
    const [file, books] = await Promise.allSettled([inspecting, reading])
    if (file.status === 'rejected') throw file.reason
    const unread = whyUnread(file.value)
    if (unread === undefined && books.status === 'rejected') throw books.reason
    const findings = [
      ...file.value.findings.map(({ kind, ...found }): Finding => ({
        ...found,
        invariant: kind,
        remedy: t.restoreBackup,
      })),
      ...(unread === undefined && books.status === 'fulfilled' ? books.value : []).map(
        ({ invariant, ...breach }): Finding => ({ ...breach, invariant: invariant.name, remedy: invariant.remedy }),
      ),
    ]
    const notes = [...(unread === undefined ? [] : [unread]), full ? t.unseenByFull : t.unseen]
    return records(findingView(ctx.language), findings, t.nothingFound, {
      notes,
      status: findings.length === 0 ? 0 : 1,
    })
  },
})

/** Why nothing is said of the books; absent where they are judged. */
function whyUnread({ findings, older }: Inspection): Text | undefined {
  // What a damaged file says of the books is no evidence.
  if (findings.some(({ kind }) => kind !== 'file-references')) return t.booksUnread
  return older === undefined ? undefined : t.olderUnread(older)
}
