import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText } from '../../src/kernel/calendar.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'
import type { Zone } from '../../src/kernel/zone.ts'
import { cutOffOf, latestCutOff, nextCutOff } from '../../src/handover/rules.ts'

const zone = (name: string): Zone => zoneNamed(name) ?? SHANGHAI

describe('cut-offs (1.4)', () => {
  const office = { zone: SHANGHAI, morning: '08:00', afternoon: '14:00' }
  const cases: [string, string, string][] = [
    ['2026-11-22 07:59:59', '2026-11-21 14:00:00', '2026-11-22 08:00:00'],
    ['2026-11-22 08:00:00', '2026-11-22 08:00:00', '2026-11-22 14:00:00'],
    ['2026-11-22 13:59:59', '2026-11-22 08:00:00', '2026-11-22 14:00:00'],
    ['2026-11-22 14:00:00', '2026-11-22 14:00:00', '2026-11-23 08:00:00'],
    ['2026-12-31 23:59:59', '2026-12-31 14:00:00', '2027-01-01 08:00:00'],
    ['2028-02-29 00:00:00', '2028-02-28 14:00:00', '2028-02-29 08:00:00'],
  ]
  it.each(cases)('at %s', (now, latest, next) => {
    const at = Date.parse(`${now.replace(' ', 'T')}+08:00`) / 1000
    expect(clockText(SHANGHAI, latestCutOff(office, at).at)).toBe(latest)
    expect(clockText(SHANGHAI, nextCutOff(office, at).at)).toBe(next)
  })

  it('every moment lies between its latest and its next cut-off, also where summer time begins and ends', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'].map(zone)
    const moments = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (place, now) => {
        const desk = { zone: place, morning: '08:00', afternoon: '14:00' }
        const [latest, next] = [latestCutOff(desk, now), nextCutOff(desk, now)]
        expect(latest.at).toBeLessThanOrEqual(now)
        expect(next.at).toBeGreaterThan(now)
        expect(next.at - latest.at).toBeLessThanOrEqual(19 * 3600)
        expect(cutOffOf(desk, next.date, next.slot).at).toBe(next.at)
      }),
    )
  })
})
