import { parentPort, workerData } from 'node:worker_threads'
import { codeOf } from './driver-faults.ts'
import { integrityOf } from './integrity.ts'
import type { Answer, Question } from './ask-integrity.ts'

// What runs in the thread: one question, one answer.
const { file, full } = workerData as Question
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- takes the thread for a window
parentPort?.postMessage(answer())

function answer(): Answer {
  try {
    return { integrity: integrityOf(file, full) }
  } catch (error) {
    const code = codeOf(error)
    if (!(error instanceof Error) || code === undefined) throw error
    return { code, message: error.message }
  }
}
