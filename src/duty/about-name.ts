import type { ReadDb } from '../kernel/db.ts'
import type { Text } from '../kernel/text.ts'
import { knownSpelling, nearMisses } from './people.ts'
import { namesSeen } from './queries.ts'

/** A word about whoever is named beside the matter itself (`--taken-by`, `--by`), where the name may be meant for another. */
export async function aboutName(db: ReadDb, typed: string | null): Promise<readonly Text[]> {
  if (typed === null) return []
  const seen = await namesSeen(db)
  if (nearMisses(knownSpelling(typed, seen), seen).length === 0) return []
  const { personNamed } = await import('./find-person.ts')
  return personNamed(typed, seen).notes
}
