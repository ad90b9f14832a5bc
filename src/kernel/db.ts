/** What a cell of the database holds. `undefined` never reaches it: the adapter refuses it. */
export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** Reading one consistent state. SQL is portable, parameters are `$1, $2 …`; another engine can stand behind it. */
export interface ReadDb {
  all(sql: string, values?: readonly Value[]): Promise<Row[]>
  get(sql: string, values?: readonly Value[]): Promise<Row | undefined>
  /**
   * Streams a result in blocks paged by key: `sql` takes the last key as its last-but-one parameter and the block size
   * as its last one, and orders by `key`, which is unique.
   */
  each(sql: string, values: readonly Value[], key: string, first: Value): AsyncIterable<Row[]>
}

/** Temporary tables of this call's own: nobody else sees them, and nobody waits for them. */
export interface StageDb extends ReadDb {
  /** Answers how many rows changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>
  /** The same statement for many rows; gives way to interrupts between blocks. */
  many(sql: string, rows: Iterable<readonly Value[]>): Promise<void>
  /** New rows of a table: a few statements for however many, where the engine has such. */
  append(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void>
  /** Gives one column a value in each of the rows that are named by their key. */
  set(table: string, column: string, key: string, pairs: Iterable<readonly [value: Value, key: Value]>): Promise<void>
}

/** Changing it: one transaction, committed when the work ends, rolled back when it throws. */
export interface WriteDb extends StageDb {
  /**
   * Copies what a query finds into columns of a table; after a conflict nothing but rolling back is left, which spares
   * the engine from remembering how to take back the statement alone. Answers how many rows.
   */
  copy(into: string, columns: readonly string[], query: string, values: readonly Value[]): Promise<number>
  /** One line in the append-only journal, in the same transaction as the change it tells of. */
  record(change: Change): Promise<void>
}

/** One changed row: the state before (absent: it is new) and after. Actor, time and verb come from the transaction. */
export interface Change {
  readonly subject: string
  readonly table: string
  readonly before?: object
  readonly after: object
  /** Why, where the command asks for it. */
  readonly reason?: string
}
