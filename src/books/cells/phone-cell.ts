import { foldWidth } from '../../kernel/width-folding.ts'

/** One number as people write it: a mobile one, a landline with or without its area code, and groups of digits. */
const NUMBER =
  /(?<!\d)(?:(?:(?:\+|00)?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}|(?:(?:\+|00)86[- ]?)?\(?0\d{2,3}\)?[- ]?(?:\d{7,8}|\d{3,4}[- ]\d{4})|\d{7,8}|\d{3,4}[- ]\d{4})(?!\d)/g
/** `13,800,006,234`: a number with the marks of thousands. */
const THOUSANDS = /^\d{1,3}(?:,\d{3}){2,3}$/
const PARTED = /[/、,;|]/

/** The phones of a cell, width folded; two numbers between which nothing that parts them stands are parted by `/`. */
export function phonesIn(cell: string): string {
  // Most cells hold one number.
  if (/^\d{7,12}$/.test(cell)) return /^0+$/.test(cell) ? '' : cell
  const folded = foldWidth(cell).replace(/(?<!\d)(\d{7,12})\.0+(?!\d)/g, '$1')
  if (THOUSANDS.test(folded)) return folded.replaceAll(',', '')
  if (/^[0\s-]+$/.test(folded)) return ''
  return folded.length < 14 && !/[\n\r]/.test(folded) ? folded : parted(folded)
}

function parted(text: string): string {
  const found = [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({ from: index, to: index + number.length }))
  let given = ''
  let at = 0
  for (const [place, { from, to }] of found.entries()) {
    const gap = text.slice(at, from)
    const before = place === 0 || PARTED.test(gap) ? gap : partingGap(gap)
    given += before + text.slice(from, to)
    at = to
  }
  return (given + text.slice(at)).replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** What stands between two numbers, with a mark where the second begins: `(家)` belongs to the first. */
function partingGap(gap: string): string {
  const belongs = /^\s*(?:\([^()]*\)|（[^（）]*）)/.exec(gap)?.[0] ?? ''
  const between = gap.slice(belongs.length).trim()
  const isWord = /^(?:或者?|和|及|与|or|and|&|\+)$/i.test(between)
  return `${belongs.trim()}/${isWord ? '' : between}`
}
