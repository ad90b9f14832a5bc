import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test } from 'vitest'
import { clockText, isoText } from '../../src/kernel/calendar.ts'
import { SHANGHAI, instantAt, isWall, wallAt, zoneNamed } from '../../src/kernel/zone.ts'
import type { Instant, Wall, Zone } from '../../src/kernel/zone.ts'

const DAY = 86_400
const END_OF_2100 = Date.UTC(2101, 0, 1) / 1000
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'Europe/London', 'Asia/Kathmandu'] as const

function zone(name: string): Zone {
  const found = zoneNamed(name)
  if (found === undefined) throw new Error(`no zone ${name}`)
  return found
}

const oracleAt = (name: string, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(name)

const oracleOffset = (name: string, at: Instant): number => oracleAt(name, at).offsetNanoseconds / 1e9

/** Every change of the oracle's offset, to the second. */
function changesOf(name: string, from: Instant, to: Instant): Instant[] {
  const found: Instant[] = []
  let next = oracleAt(name, from).getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < to * 1000) {
    found.push(next.epochMilliseconds / 1000)
    next = next.getTimeZoneTransition('next')
  }
  return found
}

describe('Asia/Shanghai', () => {
  test('is exact on every day from 1970 to 2100', () => {
    const wrong: Instant[] = []
    for (let at = 0; at < END_OF_2100; at += DAY)
      if (SHANGHAI.offsetAt(at) !== oracleOffset('Asia/Shanghai', at)) wrong.push(at)
    expect(wrong).toEqual([])
  })

  test('changes in six summers and never again', () => {
    const changes = changesOf('Asia/Shanghai', 0, END_OF_2100)
    expect(changes).toHaveLength(12)
    expect(changes.map((at) => clockText(SHANGHAI, at).slice(0, 10))).toEqual([
      '1986-05-04',
      '1986-09-14',
      '1987-04-12',
      '1987-09-13',
      '1988-04-17',
      '1988-09-11',
      '1989-04-16',
      '1989-09-17',
      '1990-04-15',
      '1990-09-16',
      '1991-04-14',
      '1991-09-15',
    ])
  })

  test('is exact to the second around each change', () => {
    for (const change of changesOf('Asia/Shanghai', 0, END_OF_2100)) {
      for (const at of [change - 3601, change - 1, change, change + 1, change + 3601]) {
        expect([at, SHANGHAI.offsetAt(at)]).toEqual([at, oracleOffset('Asia/Shanghai', at)])
      }
    }
  })

  test('by table and by Intl are the same', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const instant = fc.integer({ min: 0, max: END_OF_2100 })
    fc.assert(fc.property(instant, (at) => clockText(SHANGHAI, at) === format.format(at * 1000)))
  })
})

describe.each(ZONES)('%s', (name) => {
  const here = zone(name)
  const anywhere = fc.integer({ min: 0, max: END_OF_2100 })
  // Random moments hardly ever meet a change of the clock: half of them are taken beside one.
  const changes = changesOf(name, 0, END_OF_2100)
  const beside = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -8000, max: 8000 })).map(([at, by]) => at + by)
  const instants = fc.oneof(anywhere, beside)

  test('an instant shows on the wall what the oracle says', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const { year, month, day, hour, minute, second, offset } = oracleAt(name, at)
        expect(wallAt(here, at)).toEqual({ year, month, day, hour, minute, second })
        expect(isoText(here, at).slice(-6)).toBe(offset)
      }),
      { numRuns: 500 },
    )
  })

  test('a wall time is the instant that the oracle says: shown twice the earlier, never shown later by the gap', () => {
    fc.assert(
      fc.property(instants, (at) => {
        // Read as if it were UTC: so walls inside the gaps and the doubled hours come too.
        const wall = wallAt({ name: 'UTC', offsetAt: () => here.offsetAt(at) }, at)
        for (const hour of [wall.hour, (wall.hour + 1) % 24, (wall.hour + 23) % 24]) {
          const typed: Wall = { ...wall, hour }
          const oracle = Temporal.ZonedDateTime.from({ ...typed, timeZone: name }, { disambiguation: 'compatible' })
          expect(instantAt(here, typed)).toBe(oracle.epochMilliseconds / 1000)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('wall and back is the same instant, save in an hour that the clock shows twice', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const back = instantAt(here, wallAt(here, at))
        expect(wallAt(here, back)).toEqual(wallAt(here, at))
        const again = here.offsetAt(at - 2 * 3600) - here.offsetAt(at)
        expect([at, at - Math.max(0, again)]).toContain(back)
      }),
    )
  })
})

describe('the machine’s own zone', () => {
  const before = process.env['TZ']
  afterEach(() => {
    process.env['TZ'] = before
    if (before === undefined) delete process.env['TZ']
  })

  test('changes no answer', () => {
    const moments = [
      0,
      515_527_200 - 1,
      515_527_200,
      684_867_599,
      684_867_600,
      1_795_000_000,
      Date.UTC(2028, 1, 29) / 1000,
    ]
    const answers = (): string[] =>
      ZONES.flatMap((name) =>
        moments.map((at) => `${isoText(zone(name), at)} ${instantAt(zone(name), wallAt(zone(name), at))}`),
      )
    const perZone = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Asia/Shanghai'].map((tz) => {
      process.env['TZ'] = tz
      // The machine must really have moved, or this test shows nothing.
      return { moved: new Date(0).getHours(), answers: answers() }
    })
    expect(new Set(perZone.map(({ moved }) => moved)).size).toBe(4)
    for (const { answers: same } of perZone) expect(same).toEqual(perZone[0]?.answers)
  })
})

describe('zoneNamed', () => {
  test.each(['', 'Shanghai', 'Asia/Nowhere', 'toString', 'Asia/Shanghai\0', '北京'])('knows no %j', (name) => {
    expect(zoneNamed(name)).toBeUndefined()
  })

  test.each(['Asia/Shanghai', 'asia/shanghai', 'PRC', 'Asia/Chongqing'])('%s is Asia/Shanghai, by table', (name) => {
    expect(zoneNamed(name)).toBe(SHANGHAI)
  })

  test.each([
    ['America/New_York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    // Intl still calls it Katmandu; an office in Kathmandu keeps the name that it typed.
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
  ])('%s is called %s', (typed, name) => {
    expect(zoneNamed(typed)?.name).toBe(name)
  })
})

describe('isWall', () => {
  const wall = (text: string): Wall => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[- :]/).map(Number)
    return { year, month, day, hour, minute, second }
  }

  test.each([
    ['1970-01-01 00:00:00', true],
    ['2199-12-31 23:59:59', true],
    ['1969-12-31 23:59:59', false],
    ['2200-01-01 00:00:00', false],
    ['2028-02-29 12:00:00', true],
    ['2026-02-29 12:00:00', false],
    ['2100-02-29 12:00:00', false],
    ['2026-04-31 12:00:00', false],
    ['2026-00-10 12:00:00', false],
    ['2026-13-10 12:00:00', false],
    ['2026-11-00 12:00:00', false],
    ['2026-11-22 24:00:00', false],
    ['2026-11-22 23:60:00', false],
    ['2026-11-22 23:59:60', false],
  ])('%s: %s', (text, expected) => {
    expect(isWall(wall(text))).toBe(expected)
  })
})
