import type { Change, ReadDb } from '../kernel/db.ts'
import { findingWords as t } from '../kernel/messages/findings.ts'
import { yuanText } from '../kernel/money.ts'
import type { Warning } from '../kernel/warning.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import { readAffected } from './affected-fines.ts'
import { changedRecords, factsBeforeChanges } from './changed-facts.ts'
import { NO_HISTORY, standingLine } from './decision.ts'
import type { History, LedgerLine } from './decision.ts'
import { readFindingFrom } from './evidence.ts'
import { keptLiability, standingDismissal } from './fine.ts'
import { readNames } from './month-report.ts'
import { contradicted, differenceText, statedNow } from './moved.ts'
import { factsOfNow } from './past.ts'
import { readHistories } from './queries.ts'
import { readAsOf } from './read-fines.ts'
import type { Finding } from './rules.ts'

/**
 * Art. 3.0: which findings a change of tickets or complaints makes and unmakes, and which confirmed fines it contradicts. Asked
 * in the transaction of the change, by the same rules as every list.
 */
export async function findingChanges(db: ReadDb, now: Instant, changes: readonly Change[]): Promise<Warning[]> {
  const records = changedRecords(changes)
  const asOf = await readAsOf(db, now)
  const ids = await readAffected(db, asOf.office, records)
  if (ids.length === 0) return []
  const histories = await readHistories(db, ids)
  const [before, after] = [factsBeforeChanges(db, records), factsOfNow(db)]
  const names = await readNames(db)
  const warnings: Warning[] = []
  for (const id of ids) {
    const [was, is] = [await readFindingFrom(before, asOf, id), await readFindingFrom(after, asOf, id)]
    const told = { was, is, history: histories.get(id) ?? NO_HISTORY, names, zone: asOf.office.zone }
    warnings.push(...warningsOf(id, told))
  }
  return warnings
}

interface Told {
  readonly was: Finding | undefined
  readonly is: Finding | undefined
  readonly history: History
  readonly names: ReadonlyMap<string, string>
  readonly zone: Zone
}

function warningsOf(fine_id: string, told: Told): Warning[] {
  const { was, is, history, names, zone } = told
  const ticket_no = (is ?? was)?.ticket_no ?? undefined
  const line = standingLine(history)
  if (line !== undefined) {
    if (!contradicts(line, is, history) || contradicts(line, was, history)) return []
    const said = is === undefined ? t.noGround : differenceText(line, statedNow(is, history), zone)
    const message = t.contradicted(fine_id, yuanText(line.amount), whoIs(line, names), said)
    return [{ code: 'FINE_CONTRADICTED', message, ticket_no: line.ticket_no ?? ticket_no, fine_id }]
  }
  if ((was === undefined) === (is === undefined) || standingDismissal(history) !== undefined) return []
  const [code, sentence] = is === undefined ? (['FINDING_GONE', t.gone] as const) : (['FINDING_NEW', t.made] as const)
  const finding = is ?? was
  if (finding === undefined) return []
  const who = whoIs({ ...finding, ...keptLiability(history) }, names)
  return [{ code, message: sentence(fine_id, yuanText(finding.amount), who), ticket_no, fine_id }]
}

function contradicts(line: LedgerLine, finding: Finding | undefined, history: History): boolean {
  return finding === undefined || contradicted(line, finding, history)
}

function whoIs({ branch, maintainer }: Pick<Finding, 'branch' | 'maintainer'>, names: Told['names']): string {
  return `${names.get(branch) ?? branch} ${maintainer ?? ''}`.trim()
}
