import { createHash } from 'node:crypto'
import { lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Everything in a folder to the byte: names, kinds and sha256. */
export function fingerprint(folder: string): Record<string, string> {
  const entries = readdirSync(folder).toSorted()
  return Object.fromEntries(entries.map((name) => [name, fingerprintOf(join(folder, name))]))
}

function fingerprintOf(path: string): string {
  const found = lstatSync(path)
  if (found.isDirectory()) return JSON.stringify(fingerprint(path))
  if (found.isSymbolicLink()) return 'link'
  return found.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'special'
}
