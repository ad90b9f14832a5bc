/** What a column of a table wants. Widths in columns of the terminal. */
export interface Wish {
  /** As wide as its widest cell or its heading. */
  readonly widest: number
  /** Narrower it would break what must stay in one piece. */
  readonly least: number
  /** 1 is left out first where there is no room, then 2 …; absent: never. */
  readonly spare: number | undefined
}

/** How a table is drawn: which columns, how wide, how far apart. */
export interface TablePlan {
  /** Positions of the columns that are shown. */
  readonly shown: readonly number[]
  readonly widths: readonly number[]
  readonly gap: number
}

/** Fits columns into `room`: the widest give way, then the spare ones are left out; absent where even that is too wide. */
export function planTable(wishes: readonly Wish[], room: number): TablePlan | undefined {
  let shown = wishes.map((_, index) => index)
  for (;;) {
    const chosen = shown.map((index) => wishes[index]).filter((wish) => wish !== undefined)
    const gap = [2, 1].find((gap) => total(chosen, 'least', gap) <= room)
    if (gap !== undefined) return { shown, widths: fitted(chosen, room - gap * (chosen.length - 1)), gap }
    const spare = nextSpare(shown, wishes)
    if (spare === undefined) return undefined
    shown = shown.filter((index) => index !== spare)
  }
}

function total(wishes: readonly Wish[], width: 'least' | 'widest', gap: number): number {
  return wishes.reduce((sum, wish) => sum + wish[width] + gap, -gap)
}

function nextSpare(shown: readonly number[], wishes: readonly Wish[]): number | undefined {
  const order = (index: number): number => wishes[index]?.spare ?? Infinity
  const first = shown.toSorted((a, b) => order(a) - order(b))[0]
  return first === undefined || order(first) === Infinity ? undefined : first
}

/** The widest column gives way until all have room; none becomes narrower than its least. */
function fitted(wishes: readonly Wish[], room: number): number[] {
  const widths = wishes.map(({ widest }) => widest)
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  while (over > 0) {
    const slack = widths.map((width, index) => (width > (wishes[index]?.least ?? 0) ? width : 0))
    const most = Math.max(...slack)
    if (most === 0) return widths
    widths[slack.indexOf(most)] = most - 1
    over -= 1
  }
  return widths
}
