import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { driverPackage } from '../../src/store/driver.ts'

const PROGRAM = `
const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve(driverPackage))})
const db = new Database(process.argv.at(-1))
db.exec('begin immediate')
process.stdout.write('holds')
process.stdin.on('data', () => { db.exec('rollback'); db.close(); process.exit() })
`

interface Holder {
  readonly child: ChildProcessWithoutNullStreams
  letGo(): void
}

/** A program of this name that holds the writing place of an office until it shall let go. */
export async function lockHolder(office: string, name: string, ...words: string[]): Promise<Holder> {
  const script = join(mkdtempSync(join(tmpdir(), 'holder-')), name)
  writeFileSync(script, PROGRAM)
  const child = spawn(process.execPath, [script, ...words, office])
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return { child, letGo: () => void child.stdin.write('go') }
}
