import type { Parts } from './workbook-parts.ts'

/** What the library does not tell of one sheet. */
export interface SheetScan {
  /** Rows that do not show, by their number. */
  readonly hidden: readonly number[]
  /** Cells (`B5`) whose formula was never worked out: the library gives them 0. */
  readonly uncomputed: ReadonlySet<string>
}

const NOTHING: SheetScan = { hidden: [], uncomputed: new Set() }

/** Looks through the XML of the sheets of a workbook, by the name of the sheet. */
export function scanSheets(parts: Parts): ReadonlyMap<string, SheetScan> {
  const book = text(parts, 'xl/workbook.xml')
  const targets = targetsOf(text(parts, 'xl/_rels/workbook.xml.rels'))
  const found = new Map<string, SheetScan>()
  for (const [tag] of book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const [name, id] = [attribute(tag, 'name'), attribute(tag, '\\w+:id')]
    const target = targets.get(id ?? '')
    if (name !== undefined && target !== undefined)
      found.set(plain(name), scan(parts.get(target)?.toString('latin1') ?? ''))
  }
  return found
}

function targetsOf(relations: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')]
    if (id !== undefined && target !== undefined)
      found.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
  }
  return found
}

function scan(sheet: string): SheetScan {
  if (sheet === '') return NOTHING
  return { hidden: hiddenRows(sheet), uncomputed: uncomputedCells(sheet) }
}

function hiddenRows(sheet: string): number[] {
  if (!sheet.includes('hidden=')) return []
  const hidden: number[] = []
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?row(?=\s)[^>]*\shidden=["'](?:1|true)["'][^>]*>/g)) {
    const row = Number(attribute(tag, 'r'))
    if (row > 0) hidden.push(row)
  }
  return hidden
}

const FORMULA = /<(?:\w+:)?f[\s>/]/g

function uncomputedCells(sheet: string): Set<string> {
  const cells = new Set<string>()
  for (const { index } of sheet.matchAll(FORMULA)) {
    const start = Math.max(sheet.lastIndexOf('<c ', index), sheet.lastIndexOf(':c ', index))
    const end = sheet.slice(index, index + LONGEST_FORMULA).search(/<\/(?:\w+:)?c>/)
    const cell = sheet.slice(start, end < 0 ? index + LONGEST_FORMULA : index + end)
    const place = attribute(cell.slice(0, cell.indexOf('>') + 1), 'r')
    if (place !== undefined && !/<(?:\w+:)?v(?:\s[^>]*)?>[^<]/.test(cell) && !/\st=["']str["']/.test(cell))
      cells.add(place)
  }
  return cells
}

const LONGEST_FORMULA = 70_000

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
}

function plain(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function text(parts: Parts, name: string): string {
  return (parts.get(name) ?? Buffer.alloc(0)).toString('utf8')
}
