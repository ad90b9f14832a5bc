/**
 * The digest of the schema that each version has (`schema-guard.ts`), number n at index n−1. A version that is not in it
 * yet is compared with its model; `test/store/schema-guard.test.ts` holds each to the migrations, and names the digest
 * of a new one.
 */
export const knownSchemas: readonly string[] = [
  '82e7b158dc51ed9033f2c21f6db080fa7a9af286be9557798e770671dfd1d88b',
  '863aeca0eb03b8b8d3aafd0b44ed79025106a27e49800226c17de559be2ff9a0',
]
