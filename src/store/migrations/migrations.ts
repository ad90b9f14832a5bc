import { SCHEMA_1 } from './schema-1.ts'
import { SCHEMA_2 } from './schema-2.ts'
import { SCHEMA_DESK } from './schema-desk.ts'
import { SCHEMA_MERGE } from './schema-merge.ts'

/**
 * Append-only: number n is index n−1. Each runs in one transaction with the version that it reaches. A column that is
 * added may be null, and is null in every row that was there: the journal's older images do not tell of it.
 */
export const migrations: readonly string[] = [SCHEMA_1, SCHEMA_2, SCHEMA_DESK, SCHEMA_MERGE]
