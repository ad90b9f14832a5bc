import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  gapsIn,
  minutesOf,
  overlapping,
  percentCovered,
  secondsOf,
  spanOfDays,
  spanOfShift,
} from '../../src/duty/coverage.ts'
import type { Span } from '../../src/duty/coverage.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'

const span = (from: number, to: number): Span => ({ from, to })

describe('gaps (art. 1.1)', () => {
  const period = span(100, 200)
  test.each<[string, Span[], Span[]]>([
    ['nobody at all', [], [span(100, 200)]],
    ['one for the whole of it', [span(100, 200)], []],
    ['from before to after', [span(0, 900)], []],
    ['signed off as the other signs on', [span(100, 150), span(150, 200)], []],
    ['a second between two', [span(100, 150), span(151, 200)], [span(150, 151)]],
    ['overlapping', [span(100, 160), span(140, 200)], []],
    ['a short shift inside a long one', [span(100, 190), span(120, 130)], [span(190, 200)]],
    ['in any order', [span(180, 200), span(100, 120)], [span(120, 180)]],
    ['before and after it only', [span(0, 100), span(200, 300)], [span(100, 200)]],
    ['late and early', [span(110, 190)], [span(100, 110), span(190, 200)]],
    ['not signed off', [spanOfShift({ on_at: 150, off_at: null })], [span(100, 150)]],
  ])('%s', (_, shifts, gaps) => {
    expect(gapsIn(period, shifts)).toEqual(gaps)
  })

  test('an empty period has none', () => {
    expect(gapsIn(span(100, 100), [])).toEqual([])
  })
})

test.each([
  [0, 100],
  [1, 99.99],
  [86_400 / 3, 66.66],
  [86_400, 0],
])('%d seconds missing of a day: %d %%, rounded down, so that 100 means no gap', (missing, percent) => {
  expect(percentCovered(span(0, 86_400), missing === 0 ? [] : [span(0, missing)])).toBe(percent)
})

test('minutes to the hundredth', () => {
  expect([span(0, 60), span(0, 90), span(0, 20)].map(minutesOf)).toEqual([1, 1.5, 0.33])
})

test('nobody sits at the desk twice; one shift may follow another at once', () => {
  const own = [
    { on_at: 100, off_at: 200 },
    { on_at: 300, off_at: null },
  ]
  expect(overlapping(span(200, 300), own)).toBeUndefined()
  expect(overlapping(span(199, 201), own)).toBe(own[0])
  expect(overlapping(span(250, Infinity), own)).toBe(own[1])
  expect(overlapping(span(900, 901), own)).toBe(own[1])
})

/** Days from 1986 to 1991, when China had summer time, and of this decade. */
const days = fc
  .oneof(
    fc.tuple(fc.integer({ min: 1986, max: 1991 }), fc.integer({ min: 90, max: 270 })),
    fc.tuple(fc.constant(2026), fc.integer({ min: 0, max: 364 })),
  )
  .map(([year, day]) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }))

const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'] as const

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('on a machine in %s', (machine) => {
  let before: string | undefined
  beforeEach(() => {
    before = process.env['TZ']
    process.env['TZ'] = machine
  })
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test('coverage of a period is its length less the gaps, to the second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        days,
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.tuple(fc.integer({ min: -90_000, max: 900_000 }), fc.integer({ min: 1, max: 60_000 })), {
          maxLength: 24,
        }),
        (name, first, more, shifts) => {
          const zone = zoneNamed(name) ?? SHANGHAI
          const last = first.add({ days: more })
          const midnight = (day: Temporal.PlainDate): number => day.toZonedDateTime(name).epochMilliseconds / 1000
          const period = spanOfDays(zone, first.toString(), last.toString())
          expect(period).toEqual({ from: midnight(first), to: midnight(last.add({ days: 1 })) })
          const spans = shifts.map(([start, length]) => span(period.from + start, period.from + start + length))
          const gaps = gapsIn(period, spans)
          expect(secondsCovered(period, spans)).toBe(period.to - period.from - secondsOf(gaps))
          for (const [index, gap] of gaps.entries()) {
            expect(gap.from).toBeGreaterThanOrEqual(index === 0 ? period.from : (gaps[index - 1]?.to ?? 0) + 1)
            expect(gap.to).toBeGreaterThan(gap.from)
            expect(gap.to).toBeLessThanOrEqual(period.to)
            expect(spans.some((shift) => shift.from < gap.to && gap.from < shift.to)).toBe(false)
          }
        },
      ),
    )
  })
})

/** The oracle: between any two edges somebody is there all the time, or nobody is. */
function secondsCovered(period: Span, spans: readonly Span[]): number {
  const edges = [period.from, period.to, ...spans.flatMap(({ from, to }) => [from, to])]
    .filter((edge) => edge >= period.from && edge <= period.to)
    .sort((a, b) => a - b)
  let seconds = 0
  for (const [index, edge] of edges.entries()) {
    const next = edges[index + 1] ?? edge
    if (spans.some(({ from, to }) => from <= edge && edge < to)) seconds += next - edge
  }
  return seconds
}
