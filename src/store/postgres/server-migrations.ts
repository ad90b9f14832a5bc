import { SCHEMA } from './schema.ts'
import { TABLES_DESK } from './tables-desk.ts'
import { TABLES_MERGE } from './tables-merge.ts'

/** Append-only: number n is index n−1. Each runs in one transaction with the version that it reaches. */
export const serverMigrations: readonly string[] = [SCHEMA, TABLES_DESK, TABLES_MERGE]
