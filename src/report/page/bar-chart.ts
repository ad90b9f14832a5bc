import { cut, displayWidth } from '../../kernel/display.ts'
import { CHART_WIDTH, drawing, rectangle, words } from './svg.ts'

/** One bar: what it is and what it comes to stand above it, so that no name is too long and no legend is needed. */
export interface Bar {
  readonly name: string
  readonly label: string
  readonly solid: number
  /** Goes on after the solid part, striped: it is told apart on a grey printer too. */
  readonly striped?: number
}

/** One of one fills no line. */
const LEAST_SCALE = 5
const ROW = 27
const TEXT = 11
const BAR = 8
/** Columns of text that stand side by side above a bar. */
const COLUMNS = 58

/** Bars on one scale, each with its number beside its name. */
export function barChart(bars: readonly Bar[], label: string): string {
  const most = Math.max(LEAST_SCALE, ...bars.map(({ solid, striped = 0 }) => solid + striped))
  const length = (n: number): number => (n / most) * CHART_WIDTH
  const body = bars.flatMap(({ name, label: told, solid, striped = 0 }, row) => {
    const top = row * ROW
    const y = top + TEXT + 4
    return [
      words(0, top + TEXT, cut(name, COLUMNS - displayWidth(told)), 'name'),
      words(CHART_WIDTH, top + TEXT, told, 'end'),
      rectangle(0, y, CHART_WIDTH, BAR, { class: 'room' }),
      ...(solid > 0 ? [rectangle(0, y, length(solid), BAR, { class: 'bar' })] : []),
      ...(striped > 0 ? [rectangle(length(solid), y, length(striped), BAR, { class: 'striped' })] : []),
    ]
  })
  return drawing(bars.length * ROW - 3, `${label}: ${bars.map((bar) => `${bar.name} ${bar.label}`).join('; ')}`, body)
}
