import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { storeWords } from '../kernel/messages/store.ts'
import { asIs } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { connectToRead } from './copy-database.ts'
import { asFault } from './driver-faults.ts'
import { inspectFile, requireOurs } from './file-header.ts'
import { orphans, structuralFindings } from './integrity.ts'
import { migrations } from './migrations/migrations.ts'
import { foreignObjects } from './schema-guard.ts'

/** What is wrong with the file itself, whatever the books in it say. */
export interface FileFinding {
  readonly kind: 'file-structure' | 'file-schema' | 'file-references'
  readonly subject: string
  readonly what: Text
}

interface Inspection {
  readonly findings: readonly FileFinding[]
  /** Its version, where it is older than this program's: whoever opens it upgrades it. */
  readonly older: number | undefined
}

/** Reads the file as the engine sees it. Another program's file, a newer version and a missing one are faults. */
export function inspectDatabase(file: string, full: boolean): Inspection {
  try {
    inspectFile(file, migrations.length)
    return findingsIn(file, full)
  } catch (error) {
    const fault = asFault(error, file)
    if (!(fault instanceof Fault && fault.code === 'DB_DAMAGED')) throw fault
    return { findings: [structure(file, fault.what)], older: undefined }
  }
}

function findingsIn(file: string, full: boolean): Inspection {
  const driver = connectToRead(file)
  try {
    driver.exec('begin')
    const version = Number(driver.pragma('user_version', { simple: true }))
    requireOurs(file, Number(driver.pragma('application_id', { simple: true })), version, migrations.length)
    const foreign = foreignObjects(driver, migrations.slice(0, version))
    const findings = [
      ...structuralFindings(driver, full).map((finding) => structure(file, asIs(finding))),
      ...(foreign.length === 0 ? [] : [schema(file, storeWords.altered(file, foreign))]),
      ...orphans(driver).map(({ table, parent, rows }) => references(table, t.orphans(rows, table, parent))),
    ]
    return { findings, older: version < migrations.length ? version : undefined }
  } finally {
    driver.close()
  }
}

const structure = (subject: string, what: Text): FileFinding => ({ kind: 'file-structure', subject, what })
const schema = (subject: string, what: Text): FileFinding => ({ kind: 'file-schema', subject, what })
const references = (subject: string, what: Text): FileFinding => ({ kind: 'file-references', subject, what })
