/** Eight heights. GB2312 has these signs too, and they stand at the end of a line, where their width moves nothing. */
const HEIGHTS = '▁▂▃▄▅▆▇█'

/** One sign for each number, the highest for the most; nothing at all is a dot. */
export function sparkline(numbers: readonly number[]): string {
  const most = Math.max(1, ...numbers)
  const height = (n: number): string => HEIGHTS[Math.max(0, Math.ceil((n / most) * HEIGHTS.length) - 1)] ?? ''
  return numbers.map((n) => (n === 0 ? '.' : height(n))).join('')
}

/** So many of one sign and so many of another, together no longer than the room when `most` fills it. */
export function bar(parts: readonly (readonly [sign: string, n: number])[], most: number, room: number): string {
  let sum = 0
  let drawn = 0
  return parts
    .map(([sign, n]) => {
      sum += n
      const upTo = most === 0 ? 0 : Math.round((sum / most) * room)
      // One is seen beside a thousand.
      const length = n === 0 ? 0 : Math.max(1, upTo - drawn)
      drawn += length
      return sign.repeat(length)
    })
    .join('')
}

/** Shades that read without colour, from little to much. */
export const SHADES = ['..', '::', '++', '##', '@@'] as const

/** The numbers that each shade stands for, at most five stretches from 1 to the most. */
export function shadeLimits(most: number): readonly { readonly from: number; readonly to: number }[] {
  const steps = Math.min(SHADES.length, most)
  return Array.from({ length: steps }, (_, index) => ({
    from: Math.floor((index * most) / steps) + 1,
    to: Math.floor(((index + 1) * most) / steps),
  }))
}

/** Which stretch a number lies in; absent for zero. */
export function shadeOf(n: number, most: number): number | undefined {
  const found = shadeLimits(most).findIndex(({ from, to }) => n >= from && n <= to)
  return found < 0 ? undefined : found
}
