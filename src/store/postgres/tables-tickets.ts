/**
 * The books on PostgreSQL, as the migrations of a file make them; `test/store/postgres/columns.test.ts` holds them to each
 * other. Times are whole seconds since 1970 UTC, money whole fen; texts are compared by their bytes.
 */
export const FIRST_TABLES = `
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
`
