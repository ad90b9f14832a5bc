import { asFault } from './driver-faults.ts'
import { hasContent } from './file-header.ts'
import { openDatabase } from './driver.ts'
import type { Driver } from './driver.ts'

/**
 * For reading only. A database with a log beside it is opened read-only, because closing it would fold the log into the
 * file; one without is not, because closing it read-only would leave an empty log behind.
 */
export function openToRead(file: string): Driver {
  const readonly = hasContent(`${file}-wal`)
  const driver = openDatabase(file, { readonly, fileMustExist: true })
  driver.pragma('trusted_schema = off')
  return driver
}

/** The same, with what the driver throws as a fault. */
export function connectToRead(file: string): Driver {
  try {
    return openToRead(file)
  } catch (error) {
    throw asFault(error, file)
  }
}
