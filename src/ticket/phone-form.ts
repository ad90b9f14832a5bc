import { foldWidth } from '../kernel/width-folding.ts'

/** A mobile number, a landline with or without its area code, a 400 or 800 number. */
const USUAL = [/^1\d{10}$/, /^(?:010|02\d|0[3-9]\d\d)?[2-9]\d{6,7}$/, /^[48]00\d{7}$/]

/** The phones of a field that are no whole number: a digit was not heard, or one too many. */
export function oddPhones(phones: string): string[] {
  return foldWidth(phones)
    .split(/[/、,;|]/)
    .map((phone) => phone.trim())
    .filter((phone) => phone !== '' && !USUAL.some((form) => form.test(dialled(phone))))
}

/** Its digits without +86 and extension. */
function dialled(phone: string): string {
  const withoutExtension = phone.replace(/(?:转|ext\.?|(?<=\d{7})-).*$/i, '')
  const digits = withoutExtension.replace(/\D/g, '')
  const isAbroad = /^\s*(?:\+|00)\s*86/.test(phone)
  const national = isAbroad ? digits.replace(/^(?:00)?86/, '') : digits.replace(/^86(?=1\d{10}$)/, '')
  return isAbroad && /^[2-9]\d{8,}$/.test(national) ? `0${national}` : national
}
