/** What other programs may not do either, and a board that stays quick beside a million old repairs. */
export const SCHEMA_2 = `
-- Made anew: of two indexes that serve alike, SQLite takes the one made last.
drop index ticket_slip_out;
create index ticket_slip_out on ticket (repaired_at, ticket_no) where repaired_at is not null and closed_at is null and void_at is null;

-- REPLACE takes a row away without asking the triggers on delete, unless the connection wants that asked.
create trigger journal_append_only_replace before insert on journal when exists (select 1 from journal where entry = new.entry) begin select raise(abort, 'the journal is append-only'); end;
create trigger ledger_append_only_replace before insert on ledger_line when exists (select 1 from ledger_line where line = new.line) begin select raise(abort, 'the ledger is append-only'); end;
create trigger decision_append_only_replace before insert on decision when exists (select 1 from decision where decision = new.decision) begin select raise(abort, 'decisions are append-only'); end;
create trigger month_close_append_only_replace before insert on month_close when exists (select 1 from month_close where month = new.month) begin select raise(abort, 'a closed month never changes'); end;
`
