import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { AS_OTHER, openTo } from './needs.ts'
import type { Seat } from './seat.ts'

/** Whoever may write the folder: each temporary file is taken away as soon as it is there, and a link put in its place. */
const NEIGHBOUR = `
const fs = require('node:fs')
const [folder, victim] = process.argv.slice(2)
let swaps = 0
const swap = () => {
  for (const name of fs.readdirSync(folder)) {
    if (!/\\.tmp(-journal)?$/.test(name)) continue
    try {
      if (fs.lstatSync(folder + '/' + name).isSymbolicLink()) continue
      fs.renameSync(folder + '/' + name, folder + '/' + name + '.' + swaps)
      fs.symlinkSync(victim, folder + '/' + name)
      swaps += 1
    } catch {}
  }
}
fs.watch(folder, swap)
setInterval(swap, 1)
process.on('SIGTERM', () => { fs.writeSync(1, String(swaps)); process.exit() })
process.stdout.write('ready\\n')
`

/** Exports and nights beside such a neighbour; what he points at must stay as it is. Answers how often he was in time. */
export async function besideNeighbour(seat: Seat, times: number): Promise<number> {
  const top = mkdtempSync(join(tmpdir(), 'shared-'))
  const [folder, victim, script] = [join(top, 'shared'), join(top, 'victim'), join(top, 'neighbour.cjs')]
  mkdirSync(folder)
  openTo(top)
  chmodSync(folder, 0o777)
  // Somebody else's file that the program could write, and the neighbour could not.
  copyFileSync(seat.file, victim)
  chmodSync(victim, 0o600)
  const before = readFileSync(victim)
  writeFileSync(script, NEIGHBOUR)
  chmodSync(script, 0o644)
  const [command, ...words] = [...AS_OTHER, process.execPath, script, folder, victim]
  const neighbour = spawn(command ?? '', words, { cwd: '/' })
  onTestFinished(() => void neighbour.kill('SIGKILL'))
  let said = ''
  neighbour.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  await new Promise((resolve, reject) => {
    neighbour.stdout.once('data', resolve)
    neighbour.once('close', () => reject(new Error('the neighbour did not come')))
  })
  for (let index = 0; index < times; index += 1) {
    const calls = [
      ['export', 'tickets', '-o', join(folder, `tickets-${index}.csv`)],
      ['nightly', '--out-dir', folder, '--backup-dir', folder],
    ]
    const { status, stderr } = await seat.run(calls[index % 2] ?? [])
    expect([0, 1]).toContain(status)
    if (status === 1) expect(stderr).toMatch(/CANNOT_WRITE/)
    expect(readFileSync(victim).equals(before)).toBe(true)
  }
  const over = new Promise((resolve) => neighbour.once('close', resolve))
  neighbour.kill('SIGTERM')
  await over
  return Number(said.replace('ready', ''))
}
