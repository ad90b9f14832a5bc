import { SCHEMA } from './schema.ts'

/** Append-only: number n is index n−1. Each runs in one transaction with the version that it reaches. */
export const serverMigrations: readonly string[] = [SCHEMA]
