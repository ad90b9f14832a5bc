/** Money is whole fen (1/100 yuan) inside. */
export type Fen = number

/** `1000` → `10.00`, as CSV and tables print it. */
export function yuanText(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  return `${sign}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** `10`, `10.5`, `10.50` → fen; absent where it is no such amount. */
export function fenOf(text: string): Fen | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
