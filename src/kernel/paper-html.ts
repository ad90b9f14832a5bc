import { escaped, page } from './html.ts'
import type { Blank, Box, Entries, Field, Part, Sheet, Tick } from './sheet.ts'
import type { Language } from './text.ts'

/** The sheets as one page for any browser's printer: self-contained, A4, each sheet on a page of its own. */
export function htmlPaper(sheets: readonly Sheet[], title: string, language: Language): string {
  const body = sheets.map((sheet) => `<section>\n${sheet.parts.map(part).join('\n')}\n</section>`)
  return page(title, language, STYLE, body.join('\n'))
}

function part(part: Part): string {
  switch (part.kind) {
    case 'title':
      return titleOf(part)
    case 'lines':
      return part.lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
    case 'fields':
      return `<table class="fields">${part.fields.map(fieldRow).join('')}</table>`
    case 'entries':
      return entriesTable(part.entries)
    case 'box':
      return boxOf(part.box)
    case 'signatures':
      return part.signatures.map((line) => `<p class="sign">${line.map(blank).join('')}</p>`).join('\n')
    case 'tear':
      return `<p class="tear"><span>${escaped(part.text)}</span></p>`
  }
}

function titleOf(title: Extract<Part, { kind: 'title' }>): string {
  const mark = title.mark === '' ? '' : ` <strong>${escaped(title.mark)}</strong>`
  return `<header><div>${escaped(title.office)}</div><h1>${escaped(title.title)}${mark}</h1><div>${escaped(title.number)}</div></header>`
}

function fieldRow({ head, value, ticks = [] }: Field): string {
  return `<tr><th>${escaped(head)}</th><td>${ticks.length > 0 ? ticked(ticks) : lines(value)}</td></tr>`
}

function entriesTable({ heads, shares, rows, tick }: Entries): string {
  const ticks = tick === undefined ? '' : `<th class="tick">${escaped(tick)}</th>`
  const head = `<tr><th class="n"></th>${ticks}${heads.map((word) => `<th>${escaped(word)}</th>`).join('')}</tr>`
  const box = tick === undefined ? '' : '<td class="tick"><i></i></td>'
  const body = rows.map((row, index) => {
    const cells = row.map((pieces) => `<td>${pieces.map((piece) => `<div>${unbroken(piece)}</div>`).join('')}</td>`)
    return `<tr><td class="n">${index + 1}</td>${box}${cells.join('')}</tr>`
  })
  const columns = shares === undefined ? '' : columnsOf(shares, tick !== undefined)
  return `<table class="entries">${columns}<thead>${head}</thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

/** Widths of the number, the box to tick and the columns, in percent. */
function columnsOf(shares: readonly number[], hasTick: boolean): string {
  const fixed = [4.4, ...(hasTick ? [5.6] : [])]
  const left = 100 - fixed.reduce((sum, width) => sum + width, 0)
  const widths = [...fixed, ...shares.map((share) => (share * left) / 100)]
  return `<colgroup>${widths.map((width) => `<col style="width:${width.toFixed(2)}%">`).join('')}</colgroup>`
}

function boxOf({ head, text, room, choice, blanks }: Box): string {
  const written = text === '' ? `<div style="height:${room * 6}mm"></div>` : `<div>${lines(text)}</div>`
  const below =
    choice === undefined
      ? ''
      : `<div class="ticks"><span class="t">${escaped(choice.head)}</span>${ticked(choice.ticks)}</div>`
  const lined = blanks.length === 0 ? '' : `<p class="sign">${blanks.map(blank).join('')}</p>`
  return `<fieldset><legend>${escaped(head)}</legend>${written}${below}${lined}</fieldset>`
}

const ticked = (ticks: readonly Tick[]): string =>
  ticks.map(({ word, ticked }) => `<span class="t"><i>${ticked ? '&#10003;' : ''}</i>${escaped(word)}</span>`).join('')

function blank({ head, value }: Blank): string {
  return `<span>${escaped(head)}<b>${value === null ? '' : escaped(value)}</b></span>`
}

const WORD = /([\w:+-]{4,17}(?: \d\d:\d\d)?)/

/** Numbers, phones and times stay in one line, so that nobody dials half of one. */
const unbroken = (text: string): string =>
  text
    .split(WORD)
    .map((piece, index) => (index % 2 === 1 ? `<span class="w">${escaped(piece)}</span>` : lines(piece)))
    .join('')

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')

const STYLE = `
@page { size: A4; margin: 12mm 13mm }
* { box-sizing: border-box }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.35 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", SimSun, sans-serif }
section { break-after: page; max-width: 184mm; margin: 0 auto }
section:last-child { break-after: auto }
header { display: grid; grid-template-columns: 1fr auto 1fr; align-items: baseline; margin-bottom: 2mm; border-bottom: .4mm solid #000 }
header div:last-child { text-align: right; font-variant-numeric: tabular-nums }
h1 { font-size: 15pt; margin: 0 4mm }
h1 strong { border: .4mm solid #000; padding: 0 2mm; margin-left: 3mm }
p { margin: .6mm 0 }
table { border-collapse: collapse; width: 100% }
th, td { border: .25mm solid #000; padding: .5mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { font-weight: 600 }
.fields th { width: 28mm; white-space: nowrap }
.entries { margin: 2mm 0; font-size: 9.5pt }
.entries:has(col) { table-layout: fixed }
.entries thead { display: table-header-group }
.entries tr { break-inside: avoid }
.entries .w { white-space: nowrap }
.entries .n { width: 8mm; text-align: right }
.entries .tick { width: 10mm; text-align: center }
i { display: inline-block; width: 3.6mm; height: 3.6mm; border: .3mm solid #000; margin-right: 1mm; font: 9pt/3.2mm sans-serif; text-align: center; vertical-align: -.4mm }
.tick i { margin: 0 }
.t { display: inline-block; margin-right: 4mm; white-space: nowrap }
fieldset { border: .25mm solid #000; margin: 1.5mm 0 0; padding: 0 2mm 1mm; break-inside: avoid }
legend { font-weight: 600; padding: 0 1mm }
.ticks { margin-top: 1mm }
.sign { display: flex; gap: 6mm; margin-top: 3mm; break-inside: avoid }
.sign span { flex: 1; display: flex; gap: 2mm }
.sign b { flex: 1; font-weight: 400; border-bottom: .25mm solid #000; min-width: 20mm }
.tear { margin: 5mm 0 3mm; border-top: .4mm dashed #000; text-align: center; height: 0 }
.tear span { position: relative; top: -3.2mm; background: #fff; padding: 0 3mm; font-size: 9pt }
@media screen { body { background: #eee } section { background: #fff; padding: 12mm 13mm; max-width: 210mm; margin: 6mm auto; box-shadow: 0 0 3mm #0003 } }
`.trim()
