import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { integrityOf } from './integrity.ts'
import type { Integrity } from './integrity.ts'
import { driverError } from './driver.ts'

export interface Question {
  readonly file: string
  readonly full: boolean
}

/** Errors lose their code on the way between threads. */
export type Answer = { readonly integrity: Integrity } | { readonly code: string; readonly message: string }

// Built into a file of its own.
const THREAD = createRequire(import.meta.url).resolve('#integrity-thread')

/** Of a smaller file all is read before a thread is there. */
const SMALL_BYTES = 8_388_608

/**
 * `integrityOf` in a thread beside, because the engine cannot be stopped while it looks: Ctrl-C is heard meanwhile, and
 * others may read the same database. Whoever stops waiting leaves the thread to the end of the process.
 */
export async function askIntegrity(file: string, full: boolean, signal: AbortSignal): Promise<Integrity> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < SMALL_BYTES) return integrityOf(file, full)
  const thread = new Worker(THREAD, { workerData: { file, full } satisfies Question })
  // Heard below while the answer is waited for; afterwards the file may be gone.
  thread.on('error', () => undefined)
  const [answer] = (await once(thread, 'message', { signal })) as [Answer]
  if ('code' in answer) throw driverError(answer.message, answer.code)
  return answer.integrity
}
