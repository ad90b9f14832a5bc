import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { storeWords } from '../kernel/messages/store.ts'
import { asIs } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { askIntegrity } from './ask-integrity.ts'
import { pragmaNumber } from './connection.ts'
import { asFault } from './driver-faults.ts'
import { inspectFile, requireOurs } from './file-header.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import { connectToRead } from './read-connection.ts'
import { foreignObjects } from './schema-guard.ts'

/** What is wrong with the file itself, whatever the books in it say. */
export interface FileFinding {
  readonly kind: 'file-structure' | 'file-schema' | 'file-references'
  readonly subject: string
  readonly what: Text
}

export interface Inspection {
  readonly findings: readonly FileFinding[]
  /** Its version, where it is older than this program's: whoever opens it upgrades it. */
  readonly older: number | undefined
}

/** Reads the file as the engine sees it. Another program's file, a newer version and a missing one are faults. */
export async function inspectDatabase(file: string, full: boolean, signal: AbortSignal): Promise<Inspection> {
  try {
    const { older, foreign } = await schemaOf(file, signal)
    const { structure, orphans } = await patiently(file, signal, () => askIntegrity(file, full, signal))
    const findings: FileFinding[] = [
      ...structure.map((finding) => ofStructure(file, asIs(finding))),
      ...(foreign.length === 0 ? [] : [ofSchema(file, storeWords.altered(file, foreign))]),
      ...orphans.map(({ table, parent, rows }) => ofReferences(table, t.orphans(rows, table, parent))),
    ]
    return { findings, older }
  } catch (error) {
    const fault = asFault(error, file)
    if (!(fault instanceof Fault && fault.code === 'DB_DAMAGED')) throw fault
    return { findings: [ofStructure(file, fault.what)], older: undefined }
  }
}

/**
 * Through the engine alone: the office may be open in this process, and closing a file of our own beside that would let
 * go of its locks (sqlite.org/howtocorrupt.html, 2.2). What the engine cannot open, nobody has open, and is told better.
 */
async function schemaOf(file: string, signal: AbortSignal): Promise<ReturnType<typeof inspectSchema>> {
  try {
    return await patiently(file, signal, () => inspectSchema(file))
  } catch (error) {
    const fault = asFault(error, file)
    if (fault instanceof Fault && fault.code !== 'DB_BUSY') inspectFile(file, migrations.length)
    throw fault
  }
}

function inspectSchema(file: string): { older: number | undefined; foreign: readonly string[] } {
  const driver = connectToRead(file)
  try {
    const version = pragmaNumber(driver, 'user_version')
    requireOurs(file, pragmaNumber(driver, 'application_id'), version, migrations.length)
    const foreign = foreignObjects(driver, migrations.slice(0, version))
    return { older: version < migrations.length ? version : undefined, foreign }
  } finally {
    driver.close()
  }
}

const ofStructure = (subject: string, what: Text): FileFinding => ({ kind: 'file-structure', subject, what })
const ofSchema = (subject: string, what: Text): FileFinding => ({ kind: 'file-schema', subject, what })
const ofReferences = (subject: string, what: Text): FileFinding => ({ kind: 'file-references', subject, what })
