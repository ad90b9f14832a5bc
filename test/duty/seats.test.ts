import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapping } from '../../src/duty/coverage.ts'
import { Seats } from '../../src/duty/seats.ts'

test('a seat is free, known or taken; one may follow another at once', () => {
  const seats = new Seats([
    { from: 300, to: Infinity },
    { from: 100, to: 200 },
  ])
  expect(seats.verdictOn({ from: 200, to: 300 })).toBe('free')
  expect(seats.verdictOn({ from: 100, to: 200 })).toBe('known')
  expect(seats.verdictOn({ from: 150, to: 160 })).toEqual({ from: 100, to: 200 })
  expect(seats.verdictOn({ from: 50, to: 101 })).toEqual({ from: 100, to: 200 })
  expect(seats.verdictOn({ from: 900, to: 901 })).toEqual({ from: 300, to: Infinity })
  seats.take({ from: 200, to: 300 })
  expect(seats.verdictOn({ from: 200, to: 300 })).toBe('known')
})

test('the search by halves finds what a look at every shift finds', () => {
  const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 60 })
  const property = fc.property(spans, (found) => {
    const seats = new Seats([])
    const own: { on_at: number; off_at: number }[] = []
    for (const [from, length] of found) {
      const span = { from, to: from + length }
      const verdict = seats.verdictOn(span)
      const isKnown = own.some((shift) => shift.on_at === from && shift.off_at === span.to)
      const isFree = overlapping(span, own) === undefined
      expect(typeof verdict === 'object' ? 'taken' : verdict).toBe(isKnown ? 'known' : isFree ? 'free' : 'taken')
      if (verdict !== 'free') continue
      seats.take(span)
      own.push({ on_at: from, off_at: span.to })
    }
  })
  fc.assert(property)
})
