/** The batches, the fines, duty, conduct and the journal; the first half is in `tables-tickets.ts`. */
export const LATER_TABLES = `
create table handover (
  handover_no text collate "C" primary key,
  channel text collate "C" not null check (channel in ('paper', 'phone')),
  branch text collate "C" not null references branch (code),
  date text collate "C" not null,
  slot text collate "C" not null check (slot in ('morning', 'afternoon', 'notice')),
  cut_off bigint not null,
  printed_at bigint not null,
  reprints bigint not null default 0,
  ticket_count bigint not null,
  collected_by text collate "C",
  signed_at bigint
);
create unique index handover_once on handover (branch, date, slot) where slot <> 'notice';
create index handover_unsigned on handover (printed_at) where signed_at is null;

create table handover_slip (
  handover_no text collate "C" not null references handover (handover_no),
  ticket_no text collate "C" not null references ticket (ticket_no),
  place bigint not null,
  primary key (handover_no, ticket_no)
);
create index handover_slip_ticket on handover_slip (ticket_no);

create table complaint (
  complaint_no text collate "C" primary key,
  channel text collate "C" not null check (channel in ('telecom-10000', 'mayor-hotline', 'bureau-leader', 'company-leader')),
  -- with a ticket, its branch and maintainer answer, as the ticket says them now
  ticket_no text collate "C" references ticket (ticket_no),
  branch text collate "C" references branch (code),
  maintainer text collate "C",
  content text collate "C" not null,
  complainant text collate "C",
  received_at bigint not null,
  entered_at bigint not null,
  void_at bigint,
  void_reason text collate "C",
  revision bigint not null default 1,
  settled_revision bigint not null default 0,
  check ((ticket_no is null) <> (branch is null)),
  check (ticket_no is null or maintainer is null)
);
create index complaint_received on complaint (received_at, complaint_no);
create index complaint_unsettled on complaint (received_at, complaint_no) where settled_revision <> revision;
create index complaint_ticket on complaint (ticket_no) where ticket_no is not null;

-- Every decision about a finding, in order; the last one counts (art. 3.0).
create table decision (
  decision bigint primary key,
  fine_id text collate "C" not null,
  verdict text collate "C" not null check (verdict in ('confirm', 'dismiss', 'correct')),
  ground text collate "C",
  reason text collate "C",
  branch text collate "C",
  maintainer text collate "C",
  decided_at bigint not null,
  decided_by text collate "C" not null
);
create index decision_fine on decision (fine_id, decision);

create table ledger_line (
  line bigint primary key,
  booked_month text collate "C" not null,
  month text collate "C" not null,
  fine_id text collate "C" not null,
  kind text collate "C" not null,
  channel text collate "C",
  ticket_no text collate "C",
  occurred_at bigint not null,
  amount bigint not null,
  branch text collate "C" not null,
  maintainer text collate "C",
  entry text collate "C" not null check (entry in ('confirm', 'reverse', 'correct')),
  decided_at bigint not null,
  decided_by text collate "C" not null,
  reason text collate "C"
);
create index ledger_fine on ledger_line (fine_id, line);
create index ledger_booked on ledger_line (booked_month, line);
create index ledger_month on ledger_line (month, line);

create table month_close (
  month text collate "C" primary key,
  closed_at bigint not null,
  closed_by text collate "C" not null,
  summary text collate "C" not null,
  list text collate "C" not null,
  hash text collate "C" not null
);

-- Who sat at the desk from when to when (art. 1.1): on_at <= moment < off_at; off_at is null while on duty.
create table shift (
  shift_no bigint primary key,
  name text collate "C" not null,
  on_at bigint not null,
  off_at bigint check (off_at > on_at),
  entered_at bigint not null,
  source text collate "C",
  import_id text collate "C" references import (import_id),
  void_at bigint,
  void_reason text collate "C"
);
create index shift_name on shift (name, on_at);
create index shift_on_at on shift (on_at, shift_no);
create unique index shift_still_on on shift (name) where off_at is null and void_at is null;

-- A check of the conduct code (art. 4.x), and each item that was not kept.
create table inspection (
  inspection_no text collate "C" primary key,
  staff text collate "C" not null,
  inspected_by text collate "C" not null,
  inspected_at bigint not null,
  entered_at bigint not null,
  note text collate "C",
  void_at bigint,
  void_reason text collate "C"
);
create index inspection_at on inspection (inspected_at, inspection_no);

create table inspection_failure (
  inspection_no text collate "C" not null references inspection (inspection_no),
  item text collate "C" not null,
  note text collate "C",
  primary key (inspection_no, item)
);

create table journal (
  entry bigint primary key,
  at bigint not null,
  actor text collate "C" not null,
  verb text collate "C" not null,
  subject text collate "C" not null,
  tbl text collate "C" not null,
  before text collate "C",
  after text collate "C" not null,
  reason text collate "C"
);
create index journal_subject on journal (subject, entry);
`
