import { displayWidth, wrap } from '../kernel/display.ts'
import type { Paint } from './paint.ts'

const INDENT = '  '

/** For a window too narrow for a table: a record as a few lines, heading beside value; nothing is left out. */
export function asStacked(
  heads: readonly string[],
  cells: readonly string[],
  columns: number,
  paint: Paint,
  toned: (text: string, column: number) => string,
): string {
  const [first = '', ...rest] = cells
  const lines = wrap(first, columns).map((line) => paint.head(line))
  let line = ''
  let width = 0
  const end = (): void => {
    if (width > 0) lines.push(INDENT + line)
    line = ''
    width = 0
  }
  for (const [index, text] of rest.entries()) {
    if (text === '') continue
    const piece = `${heads[index + 1] ?? ''} ${text}`
    const room = columns - INDENT.length
    if (width > 0 && width + 2 + displayWidth(piece) > room) end()
    const parts = wrap(piece, room - (width === 0 ? 0 : width + 2))
    for (const [number, part] of parts.entries()) {
      if (number > 0) end()
      line += `${width === 0 ? '' : '  '}${toned(part, index + 1)}`
      width += (width === 0 ? 0 : 2) + displayWidth(part)
    }
  }
  end()
  return `${lines.join('\n')}\n\n`
}
