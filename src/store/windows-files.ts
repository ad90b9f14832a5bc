import { realpathSync } from 'node:fs'
import { rename as renameFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { win32 } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './driver-faults.ts'

/** What is asked of the machine; tests hand in one with Windows on it. */
export interface Machine {
  readonly platform: string
  /** With links and mapped drives followed: `Z:\\` of a network drive is `\\\\server\\share`. */
  realPathOf(path: string): string
  rename(from: string, to: string): Promise<void>
  wait(milliseconds: number): Promise<void>
}

export const THIS_MACHINE: Machine = {
  platform: platform(),
  realPathOf: (path) => realpathSync.native(path),
  rename: renameFile,
  wait: (milliseconds) => sleep(milliseconds),
}

const SHARE = /^[\\/]{2}(?:(?![?.][\\/])|\?[\\/]UNC[\\/])/i

/** Does it lie on another computer: under `\\\\server\\share`, or on a drive letter that stands for such a place? */
export function isOnShare(path: string, machine: Machine = THIS_MACHINE): boolean {
  if (machine.platform !== 'win32') return false
  const whole = win32.resolve(path)
  if (SHARE.test(whole)) return true
  try {
    return SHARE.test(machine.realPathOf(win32.dirname(whole)))
  } catch {
    // A folder that is not there is told of when it is opened.
    return false
  }
}

const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])(?:\..*|\s*)$/i
const FORBIDDEN = /[<>"|?*:]|\p{Cc}|[. ]$/u

/** Why Windows would write somewhere else than to a file of that name. */
export function windowsNameFlaw(path: string, machine: Machine = THIS_MACHINE): 'device' | 'forbidden' | undefined {
  if (machine.platform !== 'win32') return undefined
  const name = win32.basename(win32.normalize(path))
  if (DEVICE.test(name)) return 'device'
  return FORBIDDEN.test(name) ? 'forbidden' : undefined
}

// A virus scanner, an indexer or an open spreadsheet holds a file for a moment.
const HELD = new Set(['EPERM', 'EBUSY', 'EACCES'])
const PATIENCE_MS = 2000
const PAUSE_MS = 50

/** Renames; on Windows it tries for two seconds where somebody holds the file. */
export async function renameWhenFree(from: string, to: string, machine: Machine = THIS_MACHINE): Promise<void> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await machine.rename(from, to)
    } catch (error) {
      const isHeld = machine.platform === 'win32' && HELD.has(codeOf(error) ?? '')
      if (!isHeld || waited >= PATIENCE_MS) throw error
      await machine.wait(PAUSE_MS)
    }
  }
}
