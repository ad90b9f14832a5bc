/** Where a form keeps what was typed until it is done: one draft for each seat, office and form. */
export interface DraftPlace {
  /** What was kept; it came from outside and must be checked. Absent where there is none, or none that can be read. */
  read(): Promise<unknown>
  /** False where it cannot be kept. */
  write(draft: unknown): Promise<boolean>
  clear(): Promise<void>
}
