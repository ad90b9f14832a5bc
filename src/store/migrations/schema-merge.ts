/** Branches that are merged: whose a ticket was before, so that what occurred until then stays with that branch. */
export const SCHEMA_MERGE = `
-- JSON: each former branch and until when, oldest first; null where the ticket was never given to another branch.
alter table ticket add column former_branches text;
`
