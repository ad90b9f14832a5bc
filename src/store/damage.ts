import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { askIntegrity } from './ask-integrity.ts'
import { asFault } from './driver-faults.ts'
import type { Integrity } from './integrity.ts'

/** What the engine finds wrong with a file; absent where that is nothing, or where it cannot be told. */
export async function damageOf(file: string, signal: AbortSignal): Promise<Fault | undefined> {
  try {
    requireSound(await askIntegrity(file, false, signal), file)
    return undefined
  } catch (error) {
    const fault = asFault(error, file)
    return fault instanceof Fault && fault.code === 'DB_DAMAGED' ? fault : undefined
  }
}

/** Refuses what the engine finds anything wrong with; `named` is what the message calls it. */
export function requireSound({ structure, orphans }: Integrity, named: string): void {
  // The engine says many things in one row, under a heading of its own.
  const found = structure.flatMap((finding) => finding.split('\n'))
  const [first, ...more] = found.filter((line) => line !== '' && !line.startsWith('***'))
  if (first !== undefined) throw new Fault('DB_DAMAGED', t.damagedBy(named, first, more.length))
  const [orphan, ...others] = orphans
  if (orphan !== undefined)
    throw new Fault('DB_DAMAGED', t.damagedBy(named, `${orphan.table} → ${orphan.parent}`, others.length))
}
