import type { Value } from '../../kernel/db.ts'
import type { Statement } from './statement.ts'
import { checkedValue, typeOf } from './statement.ts'

/** How many rows go with one statement. */
const ROWS = 2000

/** Statements that make new rows, some thousands with each. */
export function* appendStatements(
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Generator<Statement> {
  for (const block of blocksOf(rows)) {
    const { names, source, values } = columnArrays(block, columns.length)
    yield { text: `insert into ${table} (${columns.join(', ')}) select ${names.join(', ')} from ${source}`, values }
  }
}

/** Statements that give one column a value in the rows which are named by their key. */
export function* setStatements(
  table: string,
  column: string,
  key: string,
  pairs: Iterable<readonly [value: Value, key: Value]>,
): Generator<Statement> {
  for (const block of blocksOf(pairs)) {
    const { names, source, values } = columnArrays(block, 2)
    const [valueName = '', keyName = ''] = names
    yield {
      text: `update ${table} set ${column} = ${valueName} from ${source} where ${table}.${key} = ${keyName}`,
      values,
    }
  }
}

interface Arrays {
  /** What stands for each column: its name in `source`, or `null` where it is empty in all rows. */
  readonly names: readonly string[]
  readonly source: string
  readonly values: readonly string[]
}

/** One array for each column, which the server takes apart into rows again. */
function columnArrays(rows: readonly (readonly Value[])[], width: number): Arrays {
  const places = Array.from({ length: rows.length }, (_, i) => i + 1)
  const values = [arrayText(places)]
  const arrays = ['$1::bigint[]']
  const fields = ['place']
  const names = Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => checkedValue(row[column], column + 1))
    const sample = cells.find((cell) => cell !== null)
    if (sample === undefined || sample === null) return 'null'
    values.push(arrayText(cells))
    arrays.push(`$${values.length}::${typeOf(sample)}[]`)
    fields.push(`c${column}`)
    return `given.c${column}`
  })
  return { names, source: `unnest(${arrays.join(', ')}) as given (${fields.join(', ')})`, values }
}

function arrayText(cells: readonly Value[]): string {
  return `{${cells.map(cellText).join(',')}}`
}

function cellText(cell: Value): string {
  if (cell === null) return 'null'
  return typeof cell === 'number' ? String(cell) : `"${cell.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

function* blocksOf<T>(rows: Iterable<T>): Generator<T[]> {
  let block: T[] = []
  for (const row of rows) {
    block.push(row)
    if (block.length < ROWS) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}
