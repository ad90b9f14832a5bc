import type { Change, ReadDb, Row, Value, WriteDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { isAfter } from '../key-order.ts'
import type { Deed } from '../sqlite-db.ts'
import { appendStatements, setStatements } from './bulk.ts'
import type { Link } from './link.ts'
import { statementOf, temporaryTable } from './statement.ts'

/** Rows of one page: large enough that the way to the server does not count. */
const PAGE = 2000
/** Statements on the way at the same time. */
const TOGETHER = 256

/** The number after the last: nobody else appends meanwhile, and a sequence would leave gaps. */
const APPEND_TO_JOURNAL = `
  insert into journal (entry, at, actor, verb, subject, tbl, before, after, reason)
  select coalesce(max(entry), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 from journal`

/** The port over PostgreSQL: the same SQL text. What answers nothing is sent without waiting. */
export function pgDb(link: Link, deed: Deed, server: string): WriteDb {
  return {
    ...reading(link, server),
    run: async (sql, values = []) => (await link.query(statementOf(ownTypes(sql), values))).rowCount ?? 0,
    async many(sql, rows) {
      let sent: Promise<unknown>[] = []
      for (const row of rows) {
        sent.push(link.query(statementOf(sql, row)))
        if (sent.length < TOGETHER) continue
        await Promise.all(sent)
        link.giveWay()
        sent = []
      }
      await Promise.all(sent)
    },
    async append(table, columns, rows) {
      await sendOneByOne(link, appendStatements(table, columns, rows))
    },
    async set(table, column, key, pairs) {
      await sendOneByOne(link, setStatements(table, column, key, pairs))
    },
    async copy(into, columns, query, values) {
      const text = `insert into ${into} (${columns.join(', ')}) ${query}`
      return (await link.query(statementOf(text, values))).rowCount ?? 0
    },
    async record(change) {
      link.send(statementOf(APPEND_TO_JOURNAL, entryOf(change, deed)))
    },
  }
}

/** A large block is waited for, so that no more than one stands in memory; the last goes along with what follows. */
async function sendOneByOne(link: Link, statements: Iterable<ReturnType<typeof statementOf>>): Promise<void> {
  let before: ReturnType<typeof statementOf> | undefined
  for (const statement of statements) {
    if (before !== undefined) await link.query(before)
    link.giveWay()
    before = statement
  }
  if (before !== undefined) link.send(before)
}

function ownTypes(sql: string): string {
  return /^\s*create temporary table /.test(sql) ? temporaryTable(sql) : sql
}

function reading(link: Link, server: string): ReadDb {
  const all = async (sql: string, values: readonly Value[]): Promise<Row[]> => {
    link.giveWay()
    return (await link.query(statementOf(sql, values))).rows
  }
  return {
    get: async (sql, values = []) => (await all(sql, values))[0],
    all: (sql, values = []) => all(sql, values),
    async *each(sql, values, key, first) {
      let last: Value = first
      for (;;) {
        const page = await all(sql, [...values, last, PAGE])
        if (page.length > 0) yield page
        if (page.length < PAGE) return
        const next = page.at(-1)?.[key] ?? first
        if (!isAfter(next, last)) throw new Fault('DB_DAMAGED', t.damaged(server, key), t.damagedNext)
        last = next
        link.giveWay()
      }
    },
  }
}

function entryOf({ subject, table, before, after, reason }: Change, { at, actor, verb }: Deed): Value[] {
  const from = before === undefined ? null : JSON.stringify(before)
  return [at, actor, verb, subject, table, from, JSON.stringify(after), reason ?? null]
}
