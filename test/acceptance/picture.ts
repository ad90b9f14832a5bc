import { displayWidth, graphemesOf } from '../../src/kernel/display.ts'
import { escaped } from '../../src/kernel/html.ts'

const COLUMN = 8.4
const LINE = 21
const MARGIN = 16

interface Run {
  readonly text: string
  readonly column: number
  readonly style: string
}

/** What a terminal shows, as a picture that any browser draws: each run of signs stands at its column. */
export function pictureOf(screen: string, columns: number, ink: 'screen' | 'paper' = 'screen'): string {
  const lines = screen.trimEnd().split('\n')
  const [width, height] = [columns * COLUMN + 2 * MARGIN, lines.length * LINE + 2 * MARGIN]
  const body = lines.flatMap((line, row) =>
    runsOf(line).map(({ text, column, style }) => {
      const place = `x="${round(MARGIN + column * COLUMN)}" y="${round(MARGIN + row * LINE + 14)}"`
      const length = `textLength="${round(displayWidth(text) * COLUMN)}"`
      return `<text ${place} ${length}${style === '' ? '' : ` class="${style}"`}>${escaped(text)}</text>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${height}" width="${round(width)}" height="${height}">
<style>text { font: 14px "DejaVu Sans Mono", "Noto Sans Mono CJK SC", Consolas, Menlo, NSimSun, monospace; white-space: pre; fill: ${ink === 'paper' ? '#111' : '#e6e9ec'} } .wide { font-size: ${2 * COLUMN}px } .bold { font-weight: 700 } .red { fill: #ff8a7a } .yellow { fill: #f5cf6b } .dim { fill: #9aa7b3 }</style>
<rect width="100%" height="100%" rx="6" fill="${ink === 'paper' ? '#fdfdfb' : '#1d2328'}"${ink === 'paper' ? ' stroke="#9aa7b3"' : ''}/>
${body.join('\n')}
</svg>
`
}

const round = (n: number): number => Math.round(n * 10) / 10

const STYLES: Readonly<Record<string, string>> = { 1: 'bold', 2: 'dim', 31: 'red', 33: 'yellow' }

/** Pieces of one style and one width of signs; a gap of blanks parts them too. */
function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let column = 0
  let style = new Set<string>()
  // oxlint-disable-next-line no-control-regex -- terminals speak in control characters
  for (const piece of line.split(/(\x1b\[[\d;]*m)/)) {
    const codes = /^.\[([\d;]*)m$/.exec(piece)?.[1]
    if (codes !== undefined) {
      style = styleAfter(style, codes)
      continue
    }
    for (const [text] of piece.matchAll(/[^ ]+(?: [^ ]+)*| +/g)) {
      for (const run of text.startsWith(' ') ? [] : byWidth(text)) {
        runs.push({ ...run, column: column + run.column, style: [...style, ...(run.wide ? ['wide'] : [])].join(' ') })
      }
      column += displayWidth(text)
    }
  }
  return runs
}

function styleAfter(style: ReadonlySet<string>, codes: string): Set<string> {
  const known = codes.split(';').flatMap((code) => STYLES[code] ?? [])
  return known.length === 0 ? new Set() : new Set([...style, ...known])
}

/** Wide signs and narrow ones apart: their widths differ from font to font. */
function byWidth(text: string): { text: string; column: number; wide: boolean }[] {
  const runs: ReturnType<typeof byWidth> = []
  let column = 0
  for (const sign of graphemesOf(text)) {
    const wide = displayWidth(sign) > 1
    const last = runs.at(-1)
    if (last?.wide === wide) last.text += sign
    else runs.push({ text: sign, column, wide })
    column += displayWidth(sign)
  }
  return runs
}
