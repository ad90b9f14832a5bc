import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DraftPlace } from '../kernel/draft.ts'
import type { World } from './world.ts'

type Seat = Pick<World, 'stateFolder' | 'machine' | 'loginName'>

/** The draft of one form for this seat and office, as a file that only its owner reads. */
export function draftPlace({ stateFolder, machine, loginName }: Seat, office: string, form: string): DraftPlace {
  const file = stateFolder === undefined ? undefined : join(stateFolder, nameOf(machine, loginName(), office, form))
  return {
    async read() {
      if (file === undefined) return undefined
      try {
        return JSON.parse(await readFile(file, 'utf8')) as unknown
      } catch {
        // There is none, or it is damaged: then the form begins anew.
        return undefined
      }
    },
    async write(draft) {
      if (file === undefined || stateFolder === undefined) return false
      try {
        await mkdir(stateFolder, { recursive: true, mode: 0o700 })
        const part = `${file}.part`
        await writeFile(part, JSON.stringify(draft), { mode: 0o600 })
        await rename(part, file)
        return true
      } catch {
        // A call is taken all the same where nothing can be kept.
        return false
      }
    },
    async clear() {
      if (file !== undefined) await rm(file, { force: true }).catch(() => undefined)
    },
  }
}

/** Names of people and offices do not belong into the name of a file. */
function nameOf(machine: string, login: string, office: string, form: string): string {
  const seat = createHash('sha256')
    .update([machine, login, resolve(office)].join('\n'))
    .digest('hex')
    .slice(0, 16)
  return `draft-${form.replaceAll(' ', '-')}-${seat}.json`
}
