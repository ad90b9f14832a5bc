import { LATER_TABLES } from './tables-fines.ts'
import { FIRST_TABLES } from './tables-tickets.ts'

/** The tables, those that others name first. */
export const TABLES = `${FIRST_TABLES}${LATER_TABLES}`

const guarded: readonly (readonly [table: string, sentence: string])[] = [
  ['journal', 'the journal is append-only'],
  ['ledger_line', 'the ledger is append-only'],
  ['decision', 'decisions are append-only'],
  ['month_close', 'a closed month never changes'],
]

/** The port's numbers are `bigint`, for which the server's own `substr` has no form. */
export const FUNCTIONS = `
create function substr(text, bigint) returns text language sql immutable strict parallel safe
  as 'select pg_catalog.substr($1, $2::integer)';
create function substr(text, bigint, bigint) returns text language sql immutable strict parallel safe
  as 'select pg_catalog.substr($1, $2::integer, $3::integer)';
`

/** What nobody may do, whatever his role: rows of these tables are never changed and never taken away. */
export const GUARDS = [
  `create function baoxiu_append_only() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end
$$;`,
  ...guarded.flatMap(([table, sentence]) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function baoxiu_append_only('${sentence}');`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function baoxiu_append_only('${sentence}');`,
  ]),
].join('\n')

/** An office as it is made on a server. */
export const SCHEMA = `${TABLES}${FUNCTIONS}${GUARDS}`
