/** The same as `schema-merge` of a file: tables and columns stand in the same order. */
export const TABLES_MERGE = `
alter table ticket add column former_branches text collate "C";
`
