/**
 * The books on PostgreSQL, as the migrations of a file make them; `test/store/postgres/columns.test.ts` holds them to each
 * other. Times are whole seconds since 1970 UTC, money whole fen; texts are compared by their bytes.
 */
export const TABLES = `
create table baoxiu_version (
  version bigint not null
);

create table counter (
  name text collate "C" primary key,
  last bigint not null
);

create table setting (
  key text collate "C" primary key,
  value text collate "C" not null
);

-- A dated rule: hours, days or fen in force from an instant on (art. 2.2, 2.3, 3.1 to 3.3).
create table rule (
  key text collate "C" not null,
  from_at bigint not null,
  value bigint not null,
  primary key (key, from_at)
);

create table branch (
  code text collate "C" primary key,
  name text collate "C" not null unique,
  area text collate "C" not null check (area in ('urban', 'township')),
  phone text collate "C"
);

create table staff (
  branch text collate "C" not null references branch (code),
  name text collate "C" not null,
  retired_at bigint,
  primary key (branch, name)
);

create table import (
  import_id text collate "C" primary key,
  kind text collate "C" not null,
  book text collate "C" not null,
  file_hash text collate "C" not null,
  imported_at bigint not null,
  imported_by text collate "C" not null,
  rows_read bigint not null,
  imported bigint not null,
  duplicates bigint not null,
  rejected bigint not null,
  report text collate "C" not null,
  undone_at bigint
);

create table ticket (
  ticket_no text collate "C" primary key,
  fault_class text collate "C" not null check (fault_class in ('line', 'network', 'severe')),
  service text collate "C",
  account_no text collate "C",
  customer_name text collate "C" not null,
  address text collate "C" not null,
  phone text collate "C" not null,
  symptom text collate "C" not null,
  intake text collate "C" not null check (intake in ('desk', 'branch')),
  branch text collate "C" not null references branch (code),
  reported_at bigint not null,
  entered_at bigint not null,
  taken_by text collate "C" not null,
  note text collate "C",
  source text collate "C",
  -- what a phone or a place is compared by (art. 3.2: the same customer)
  phone_key text collate "C",
  place_key bigint,
  -- the approval that counts (2.4), the current batch (1.4), maintainer (2.1), hold (2.6)
  approved_deadline bigint,
  approved_by text collate "C",
  handover_no text collate "C",
  handed_over_at bigint,
  assigned_to text collate "C",
  assigned_at bigint,
  handover_channel text collate "C",
  chases bigint not null default 0,
  hold_reason text collate "C",
  appointment_at bigint,
  -- the repair that counts and the slip that came back (2.5)
  repaired_at bigint,
  repaired_by text collate "C",
  resolution text collate "C",
  customer_signed_by text collate "C",
  maintainer_signed_by text collate "C",
  returned_at bigint,
  no_slip_reason text collate "C",
  closed_at bigint,
  filed bigint not null default 0 check (filed in (0, 1)),
  void_at bigint,
  void_reason text collate "C",
  duplicate_of text collate "C",
  import_id text collate "C" references import (import_id),
  import_key text collate "C",
  import_hash text collate "C",
  extra text collate "C",
  revision bigint not null default 1,
  -- the revision that the last month close looked at: while they differ, a change may concern a closed month
  settled_revision bigint not null default 0
);
create index ticket_reported on ticket (reported_at, ticket_no);
create index ticket_phone_key on ticket (phone_key, reported_at) where phone_key is not null;
create index ticket_account on ticket (account_no, reported_at) where account_no is not null;
create index ticket_place on ticket (place_key, reported_at) where place_key is not null;
create index ticket_open on ticket (reported_at, ticket_no) where repaired_at is null and closed_at is null and void_at is null;
create index ticket_slip_out on ticket (repaired_at, ticket_no) where repaired_at is not null and closed_at is null and void_at is null;
create index ticket_approved on ticket (approved_deadline, ticket_no) where approved_deadline is not null;
create index ticket_repaired on ticket (repaired_at, ticket_no) where repaired_at is not null;
create index ticket_unsettled on ticket (reported_at, ticket_no) where settled_revision <> revision;
create index ticket_unsettled_repair on ticket (repaired_at, ticket_no) where settled_revision <> revision and repaired_at is not null;
create index ticket_unsettled_approval on ticket (approved_deadline, ticket_no) where settled_revision <> revision and approved_deadline is not null;
create unique index ticket_import_key on ticket (import_key) where import_key is not null;

-- Further phones of a ticket; the first is ticket.phone_key.
create table ticket_phone (
  digits text collate "C" not null,
  ticket_no text collate "C" not null references ticket (ticket_no),
  primary key (digits, ticket_no)
);
create index ticket_phone_ticket on ticket_phone (ticket_no);

create table chase (
  ticket_no text collate "C" not null references ticket (ticket_no),
  chase bigint not null,
  at bigint not null,
  taken_by text collate "C",
  note text collate "C",
  primary key (ticket_no, chase)
);

create table hold (
  ticket_no text collate "C" not null references ticket (ticket_no),
  hold bigint not null,
  reason text collate "C" not null,
  appointment_at bigint not null,
  called_at bigint not null,
  maintainer text collate "C",
  note text collate "C",
  primary key (ticket_no, hold)
);

create table approval (
  ticket_no text collate "C" not null references ticket (ticket_no),
  approval bigint not null,
  deadline bigint not null,
  approved_by text collate "C" not null,
  approved_at bigint not null,
  note text collate "C",
  primary key (ticket_no, approval)
);

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

const guarded: readonly (readonly [table: string, sentence: string])[] = [
  ['journal', 'the journal is append-only'],
  ['ledger_line', 'the ledger is append-only'],
  ['decision', 'decisions are append-only'],
  ['month_close', 'a closed month never changes'],
]

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
