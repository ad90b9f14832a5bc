import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asWriteFault, codeOf } from './driver-faults.ts'

/** Makes a folder and those above it, one by one: below /proc the `recursive` of Node never comes back. */
export function makeFolder(folder: string): void {
  try {
    makeFromAbove(folder)
  } catch (error) {
    throw NO_PLACE.has(codeOf(error) ?? '')
      ? new Fault('CANNOT_WRITE', t.noFolder(folder))
      : asWriteFault(error, folder)
  }
}

// What stands above it is a file, or is of a kind in which no folders can be made.
const NO_PLACE = new Set(['EEXIST', 'ENOTDIR', 'ENOENT'])

function makeFromAbove(folder: string): void {
  if (isFolder(folder)) return
  if (dirname(folder) !== folder) makeFromAbove(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another seat may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw asWriteFault(error, path)
  }
}
