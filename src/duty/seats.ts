import type { Span } from './coverage.ts'

/** The shifts of one person, none over another, by their beginning. */
export class Seats {
  private readonly spans: Span[]

  constructor(spans: readonly Span[]) {
    this.spans = [...spans].sort((a, b) => a.from - b.from)
  }

  /** Is it there already, is it free, or which one does it overlap? */
  verdictOn(span: Span): 'known' | 'free' | Span {
    const next = this.placeOf(span)
    const [before, after] = [this.spans[next - 1], this.spans[next]]
    const taken = [before, after].find((other) => other !== undefined && other.from < span.to && span.from < other.to)
    if (taken === undefined) return 'free'
    return taken.from === span.from && taken.to === span.to ? 'known' : taken
  }

  take(span: Span): void {
    this.spans.splice(this.placeOf(span), 0, span)
  }

  /** How many begin before it; the order makes a search by halves. */
  private placeOf({ from }: Span): number {
    let [low, high] = [0, this.spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.spans[middle]?.from ?? 0) < from) low = middle + 1
      else high = middle
    }
    return low
  }
}
