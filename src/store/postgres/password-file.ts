import { readFileSync, statSync } from 'node:fs'
import { codeOf } from '../driver-faults.ts'
import type { ServerTarget } from '../../kernel/server-target.ts'

/** Others of this machine may read it: then libpq does not take it either. */
const OPEN_TO_OTHERS = 0o077

/** The password that libpq's own file has for this server; absent where it has none. */
export function filedPassword(target: ServerTarget): string | undefined {
  const text = target.passwordFile === undefined ? undefined : secretText(target.passwordFile)
  if (text === undefined) return undefined
  const wanted = [hostName(target.host), String(target.port), target.database, target.user]
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue
    const fields = fieldsOf(line)
    if (fields.length === 5 && wanted.every((word, i) => fields[i] === '*' || fields[i] === word)) return fields[4]
  }
  return undefined
}

/** A socket in its usual folder stands in the file as `localhost`. */
function hostName(host: string): string {
  return host === '/var/run/postgresql' || host === '/tmp' ? 'localhost' : host
}

function secretText(file: string): string | undefined {
  try {
    const found = statSync(file)
    // Windows has no such modes.
    const isSecret = file.includes('\\') || (found.mode & OPEN_TO_OTHERS) === 0
    return found.isFile() && isSecret ? readFileSync(file, 'utf8') : undefined
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return undefined
  }
}

/** Fields parted by `:`; a backslash keeps the character after it. */
function fieldsOf(line: string): string[] {
  const fields = ['']
  for (const [piece] of line.matchAll(/\\.|./gs)) {
    if (piece === ':') fields.push('')
    else fields[fields.length - 1] += piece.length > 1 ? piece.slice(1) : piece
  }
  return fields
}
