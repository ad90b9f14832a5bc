import { Fault } from '../kernel/faults.ts'
import { askIntegrity } from './ask-integrity.ts'
import { requireSound } from './copy-database.ts'
import { asFault } from './driver-faults.ts'

/** What is wrong with the structure of a file; absent where nothing is, or where it cannot be told. */
export async function damageOf(file: string, signal: AbortSignal): Promise<Fault | undefined> {
  try {
    requireSound(await askIntegrity(file, false, signal), file)
    return undefined
  } catch (error) {
    const fault = asFault(error, file)
    return fault instanceof Fault && fault.code === 'DB_DAMAGED' ? fault : undefined
  }
}
