/** Which of some columns hold anything in any row: a sheet may be thousands of columns wide, and a book full of lines never filled in. */
export class UsedColumns {
  private unseen: number[]
  private readonly seen = new Set<number>()

  constructor(columns: readonly number[]) {
    this.unseen = [...columns].sort((a, b) => a - b)
  }

  note(cells: readonly string[]): void {
    if (this.unseen.length === 0) return
    let found = false
    for (const column of this.unseen) {
      if (column >= cells.length) break
      if ((cells[column] ?? '').trim() === '') continue
      this.seen.add(column)
      found = true
    }
    if (found) this.unseen = this.unseen.filter((column) => !this.seen.has(column))
  }

  /** Of columns and what they are called, those that hold something. */
  named(columns: readonly number[], names: readonly string[]): string[] {
    return names.filter((_, index) => this.seen.has(columns[index] ?? -1))
  }
}
