import { escaped } from '../../kernel/html.ts'
import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { say } from '../../kernel/text.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { percentOf } from '../period/figure-rows.ts'
import type { Figures } from '../period/figures.ts'
import type { PeriodReport } from '../period/period-report.ts'

interface Tile {
  readonly head: Text
  told(figures: Figures): Text | undefined
  readonly bad?: (figures: Figures) => boolean
}

const count = (n: number): Text => ({ en: String(n), zh: String(n) })

const TILES: readonly Tile[] = [
  { head: t.calls, told: ({ calls }) => count(calls) },
  { head: t.onTime, told: onTime },
  { head: t.overdue, told: ({ overdue }) => count(overdue), bad: ({ overdue }) => overdue > 0 },
  { head: t.complaints, told: ({ complaints }) => count(complaints), bad: ({ complaints }) => complaints > 0 },
  { head: t.median, told: ({ median }) => (median === undefined ? undefined : t.shortMinutes(median)) },
]

function onTime({ on_time, late }: Figures): Text | undefined {
  const all = on_time + late
  if (all === 0) return undefined
  const percent = percentOf(on_time, all)
  return percent === undefined ? t.share(on_time, all, undefined) : { en: `${percent}%`, zh: `${percent}%` }
}

/** The five figures that everybody asks for first, each with those of the other periods. */
export function tiles({ figures, previous, lastYear, period }: PeriodReport, language: Language): string {
  const told = (tile: Tile, of: Figures | undefined): string => {
    const text = of === undefined ? undefined : tile.told(of)
    return escaped(say(text ?? t.unknown, language))
  }
  const items = TILES.map((tile) => {
    const kind = tile.bad?.(figures) === true ? ' class="bad"' : ''
    const before = [
      `${escaped(say(t.previous[period.kind], language))} ${told(tile, previous.figures)}`,
      `${escaped(say(t.lastYear[period.kind], language))} ${told(tile, lastYear.figures)}`,
    ]
    return `<li${kind}><span>${escaped(say(tile.head, language))}</span><b>${told(tile, figures)}</b><small>${before.join('<br>')}</small></li>`
  })
  return `<ul class="tiles">${items.join('')}</ul>`
}
