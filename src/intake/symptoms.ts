import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { readSettings } from '../office/queries.ts'

const USUAL = `
  select symptom, count(*) as calls from ticket
  where reported_at >= $1 and void_at is null and length(symptom) <= 12
  group by symptom order by calls desc, symptom limit $2`
const DAYS = 90
const OFFERED = 9

/** The office's usual symptoms: as it set them, else those that it wrote most often in the last 90 days. */
export async function usualSymptoms(db: ReadDb, now: Instant): Promise<string[]> {
  const set = symptomsIn((await readSettings(db)).get('symptoms') ?? '')
  if (set.length > 0) return set.slice(0, OFFERED)
  const rows = await db.all(USUAL, [now - DAYS * 86_400, OFFERED])
  return rows.map((row) => String(row.symptom))
}

/** `无信号;雪花;断网` */
export function symptomsIn(typed: string): string[] {
  return typed
    .split(/[;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
