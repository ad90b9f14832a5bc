import { escaped } from '../../kernel/html.ts'

/** Wide enough for half an A4 page at its natural size, and for a phone. */
export const CHART_WIDTH = 340

type Attributes = Readonly<Record<string, string | number>>

function attributes(given: Attributes): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`)
    .join('')
}

const rounded = (n: number): string => String(Math.round(n * 100) / 100)

/** A drawing that scales with its column; `label` is read out in its place. */
export function drawing(height: number, label: string, body: readonly string[]): string {
  const box = `0 0 ${CHART_WIDTH} ${rounded(height)}`
  return `<svg viewBox="${box}" role="img" aria-label="${escaped(label)}">${body.join('')}</svg>`
}

export function rectangle(x: number, y: number, width: number, height: number, more: Attributes = {}): string {
  return `<rect${attributes({ x, y, width, height, ...more })}/>`
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): string {
  return `<line${attributes({ x1, y1, x2, y2, class: kind })}/>`
}

export function words(x: number, y: number, text: string, kind = ''): string {
  return `<text${attributes({ x, y, ...(kind === '' ? {} : { class: kind }) })}>${escaped(text)}</text>`
}
