import type { ReadDb } from '../kernel/db.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { nearest } from '../kernel/nearest.ts'
import { readStaff } from '../office/queries.ts'
import type { Warning } from '../kernel/warning.ts'
import { readCollectors } from './queries.ts'

/** A signature is any text; one that this branch never had before is worth a word. */
export async function signerWarnings(db: ReadDb, name: string, branch: string): Promise<Warning[]> {
  const staff = (await readStaff(db)).filter((s) => s.retired_at === null)
  const known = [...staff.filter((s) => s.branch === branch).map((s) => s.name), ...(await readCollectors(db, branch))]
  if (known.includes(name)) return []
  const other = staff.find((s) => s.name === name)
  if (other !== undefined)
    return [{ code: 'OTHER_BRANCH', message: t.signerElsewhere(name, other.branch, branch), ticket_no: undefined }]
  return [{ code: 'NAME_UNKNOWN', message: t.signerUnknown(name, branch, nearest(name, known)), ticket_no: undefined }]
}
