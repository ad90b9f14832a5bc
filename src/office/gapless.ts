import type { ReadDb } from '../kernel/db.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import { invariantWords as t } from '../kernel/messages/invariants.ts'

interface Numbered {
  readonly name: string
  /** The counters that gave the numbers: `complaint` alone, or `complaint:2026-11-22` for each day. */
  readonly kind: string
  /** Selects `no` of every record. */
  readonly sql: string
  /** The counter that gave a number, and which of its numbers it is; absent for what no counter gave. */
  read(no: string): readonly [counter: string, number: number] | undefined
  write(officeCode: string, counter: string, number: number): string
}

const CODE = `select value from setting where key = 'office_code'`
const COUNTERS = `select name, last from counter where name = $1 or (name >= $2 and name < $3) order by name`

/** Records are never taken out: every number that a counter gave is there, and none that it did not give. */
export function gapless({ name, kind, sql, read, write }: Numbered): Invariant {
  return {
    name,
    remedy: t.restoreOrAsk,
    async *breaches(db) {
      const code = (await db.get(CODE))?.value
      // That it is missing is told by `settings-readable`.
      if (typeof code !== 'string') return
      const counters = await db.all(COUNTERS, [kind, `${kind}:`, `${kind};`])
      const last = new Map(counters.map((row) => [String(row.name), Number(row.last)]))
      const taken = await takenOf(db, sql, read)
      for (const counter of new Set([...last.keys(), ...taken.keys()])) {
        const numbers = taken.get(counter) ?? new Set()
        yield* compared(last.get(counter) ?? 0, numbers, (number) => write(code, counter, number))
      }
    },
  }
}

async function takenOf(db: ReadDb, sql: string, read: Numbered['read']): Promise<Map<string, Set<number>>> {
  const taken = new Map<string, Set<number>>()
  for (const { no } of await db.all(sql)) {
    const [counter, number] = read(String(no)) ?? []
    if (counter === undefined || number === undefined) continue
    taken.set(counter, (taken.get(counter) ?? new Set()).add(number))
  }
  return taken
}

function* compared(last: number, taken: ReadonlySet<number>, written: (number: number) => string): Iterable<Breach> {
  for (let number = 1; number <= last; number += 1) {
    if (!taken.has(number)) yield { subject: written(number), what: t.givenAndGone(written(number)) }
  }
  const highest = [...taken].reduce((most, number) => Math.max(most, number), 0)
  if (highest > last) yield { subject: written(highest), what: t.counterBehind(written(highest), last) }
}

/** `KF-C-20261122-01` is the first number of `complaint:2026-11-22`. */
export function gaplessByDay(
  name: string,
  kind: string,
  sql: string,
  write: (officeCode: string, day: string, number: number) => string,
): Invariant {
  return gapless({
    name,
    kind,
    sql,
    read(no) {
      const [, year, month, day, number] = /-(\d{4})(\d\d)(\d\d)-(\d+)$/.exec(no) ?? []
      return number === undefined ? undefined : [`${kind}:${year}-${month}-${day}`, Number(number)]
    },
    write: (code, counter, number) => write(code, counter.slice(kind.length + 1), number),
  })
}

/** One counter gave the numbers of all records: 1, 2, 3. */
export function gaplessFromOne(name: string, kind: string, sql: string): Invariant {
  return gapless({ name, kind, sql, read: (no) => [kind, Number(no)], write: (_code, _counter, no) => `${kind} ${no}` })
}
