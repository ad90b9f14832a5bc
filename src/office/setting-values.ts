import { Fault } from '../kernel/faults.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { foldWidth } from '../kernel/width-folding.ts'

/** Codes stand inside ticket and batch numbers: letters and digits only, upper case. */
export function readCode(typed: string, label: string): string {
  const code = foldWidth(typed).trim().toUpperCase()
  if (!/^[A-Z0-9]{1,8}$/.test(code)) throw new Fault('INVALID_VALUE', t.badCode(label, typed))
  return code
}

/** A cut-off of the day (1.4): `8:00` → `08:00`. */
export function readCutOff(typed: string, label: string): string {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(foldWidth(typed).trim())
  if (match === null) throw new Fault('INVALID_VALUE', t.notACutOff(label, typed))
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`
}

export function requireCutOffOrder(morning: string, afternoon: string): void {
  if (morning >= afternoon) throw new Fault('INVALID_VALUE', t.cutOffOrder(morning, afternoon))
}
