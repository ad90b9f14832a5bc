import type { ReadDb, WriteDb } from '../kernel/db.ts'

const NEXT = `
  insert into counter (name, last) values ($1, 1)
  on conflict (name) do update set last = counter.last + 1
  returning last`
const RAISE = `
  insert into counter (name, last) values ($1, $2)
  on conflict (name) do update set last = $2 where counter.last < $2`
const LOWER = `update counter set last = $2 where name = $1 and last > $2`
const LAST = `select last from counter where name = $1`
const GIVEN = `select name, last from counter where name >= $1 and name < $2 order by name`
const ANY = `select name from counter where name >= $1 and name < $2 limit 1`

/** The next number of a series, gap-free: it is taken in the transaction that uses it. */
export async function nextNumber(db: WriteDb, series: string): Promise<number> {
  return Number((await db.get(NEXT, [series]))?.last)
}

/** The last number that was given; 0: none. */
export async function lastNumber(db: ReadDb, series: string): Promise<number> {
  return Number((await db.get(LAST, [series]))?.last ?? 0)
}

/** A number that came from elsewhere (an old book): the series goes on after the highest. */
export async function raiseNumber(db: WriteDb, series: string, taken: number): Promise<void> {
  await db.run(RAISE, [series, taken])
}

/** The numbers after `highest` were taken back: the series goes on after it. */
export async function lowerNumber(db: WriteDb, series: string, highest: number): Promise<void> {
  await db.run(LOWER, [series, highest])
}

/** The last number of each series of a kind. */
export async function numbersGiven(db: ReadDb, kind: string): Promise<Map<string, number>> {
  const rows = await db.all(GIVEN, [`${kind}:`, `${kind};`])
  return new Map(rows.map((row) => [String(row.name), Number(row.last)]))
}

/** Was any number of these series given? `kind` is the part before the colon. */
export async function hasNumbers(db: ReadDb, kind: string): Promise<boolean> {
  return (await db.get(ANY, [`${kind}:`, `${kind};`])) !== undefined
}
