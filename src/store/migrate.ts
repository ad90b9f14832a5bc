import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { pragmaNumber, rollBack } from './connection.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import type { Driver } from './driver.ts'

/** One transaction with the version that it reaches; a backup is taken inside it, when nobody else can write. */
export async function migrate(driver: Driver, file: string, signal: AbortSignal): Promise<void> {
  await patiently(file, signal, () => driver.exec('begin immediate'))
  try {
    // Read again inside the transaction: another seat may have been first.
    const version = pragmaNumber(driver, 'user_version')
    if (version > 0 && version < migrations.length) await keepVersion(file, version, signal)
    for (const sql of migrations.slice(version)) driver.exec(sql)
    driver.pragma(`user_version = ${migrations.length}`)
    driver.exec('commit')
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

/** `office.v1.db` beside `office.db`. */
async function keepVersion(file: string, version: number, signal: AbortSignal): Promise<void> {
  const { backUp, baseOf } = await import('./backup.ts')
  const kept = join(dirname(file), `${baseOf(file)}.v${version}.db`)
  try {
    await backUp(file, kept, signal)
  } catch (error) {
    const isInTheWay = error instanceof Fault && error.code === 'CANNOT_WRITE' && existsSync(kept)
    throw isInTheWay ? new Fault(error.code, error.what, t.moveKept) : error
  }
}
