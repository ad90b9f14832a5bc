import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { visible } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { yuanText } from '../kernel/money.ts'
import { say } from '../kernel/text.ts'
import type { Cell } from '../kernel/view.ts'

/** A cell as people read it: words translated, controls visible. In a `short` one a time of this year lacks the year. */
export function cellText(cell: Cell, ctx: Ctx, short = false): string {
  if (cell.kind === 'list' || cell.value === undefined) return ''
  switch (cell.kind) {
    case 'moment':
      return short ? withoutThisYear(readableTime(ctx.zone, cell.value), ctx) : readableTime(ctx.zone, cell.value)
    case 'yuan':
      return yuanText(cell.value)
    case 'count':
      return String(cell.value)
    case 'flag':
      return say(cell.value ? t.yesWord : t.noWord, ctx.language)
    case 'words':
      return visible(cell.value.join(say(t.clauses, ctx.language)))
    case 'fields': {
      const pairs = Object.entries(cell.value).map(([heading, value]) => say(t.pair(heading, value), ctx.language))
      return visible(pairs.join(say(t.clauses, ctx.language)))
    }
    case 'text':
      return visible(cell.told === undefined ? cell.value : say(cell.told, ctx.language))
    case 'code':
      return cell.word === undefined ? visible(cell.value) : say(cell.word, ctx.language)
  }
}

function withoutThisYear(time: string, { now, zone }: Ctx): string {
  const year = readableTime(zone, now).slice(0, 5)
  return time.startsWith(year) ? time.slice(5) : time
}
