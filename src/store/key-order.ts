import type { Value } from '../kernel/db.ts'

/** Whether a key comes after another, in the order of both engines: numbers by size, texts by their bytes. */
export function isAfter(next: Value, last: Value): boolean {
  if (typeof next === 'number' && typeof last === 'number') return next > last
  return Buffer.compare(Buffer.from(String(next)), Buffer.from(String(last))) > 0
}
