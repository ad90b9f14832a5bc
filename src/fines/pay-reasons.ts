import type { ReadDb } from '../kernel/db.ts'
import { readableTime } from '../kernel/calendar.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { paySheetWords as t } from '../kernel/messages/pay-sheet.ts'
import { joined } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { AsOf } from './booking.ts'
import { readDecided, readEvidence } from './evidence.ts'
import type { NamedFine } from './fine.ts'
import { readFineFiles } from './read-fines.ts'
import { groundText } from './why.ts'

/** Why each of these fines is one, in a sentence with its article; by fine. */
export async function readReasons(
  db: ReadDb,
  asOf: AsOf,
  fines: readonly NamedFine[],
): Promise<ReadonlyMap<string, Text>> {
  const reasons = new Map<string, Text>()
  for (const file of await readFineFiles(db, asOf, [...new Set(fines.map(({ fine_id }) => fine_id))])) {
    const decided = file.history.lines.length === 0 ? undefined : await readDecided(db, asOf, file)
    const evidence = decided?.finding === undefined ? await readEvidence(db, asOf, file.fineId) : decided
    const ground = evidence.finding === undefined ? [] : groundText(evidence, decided === undefined)
    if (ground.length > 0) reasons.set(file.fineId, joined(ground, { en: '; ', zh: '；' }))
  }
  return reasons
}

/** What a row says of itself: its ground, or on what ground it was taken back. */
export function reasonOf(fine: NamedFine, reasons: ReadonlyMap<string, Text>, { office }: AsOf): Text {
  if (fine.status === 'reversed') {
    const at = fine.decided_at === null ? '' : readableTime(office.zone, fine.decided_at)
    const ground = fine.ground === null ? t.movedAway : codeWords.ground[fine.ground]
    return t.takenBack(ground, fine.decided_by ?? '', at, fine.reason ?? '')
  }
  const occurred = readableTime(office.zone, fine.occurred_at)
  return reasons.get(fine.fine_id) ?? t.occurred(codeWords.kind[fine.kind], occurred)
}
