/**
 * The first office. Tables hold what happened; deadline, late, status and findings are computed.
 * Times are whole seconds since 1970 UTC, money whole fen, days and months text of the office's calendar.
 */
export const SCHEMA_1 = `
create table counter (
  name text primary key,
  last integer not null
) strict;

create table setting (
  key text primary key,
  value text not null
) strict;

-- A dated rule: hours, days or fen in force from an instant on (art. 2.2, 2.3, 3.1 to 3.3).
create table rule (
  key text not null,
  from_at integer not null,
  value integer not null,
  primary key (key, from_at)
) strict;

create table branch (
  code text primary key,
  name text not null unique,
  area text not null check (area in ('urban', 'township')),
  phone text
) strict;

create table staff (
  branch text not null references branch (code),
  name text not null,
  retired_at integer,
  primary key (branch, name)
) strict;

create table import (
  import_id text primary key,
  kind text not null,
  book text not null,
  file_hash text not null,
  imported_at integer not null,
  imported_by text not null,
  rows_read integer not null,
  imported integer not null,
  duplicates integer not null,
  rejected integer not null,
  report text not null,
  undone_at integer
) strict;

create table ticket (
  ticket_no text primary key,
  fault_class text not null check (fault_class in ('line', 'network', 'severe')),
  service text,
  account_no text,
  customer_name text not null,
  address text not null,
  phone text not null,
  symptom text not null,
  intake text not null check (intake in ('desk', 'branch')),
  branch text not null references branch (code),
  reported_at integer not null,
  entered_at integer not null,
  taken_by text not null,
  note text,
  source text,
  -- what a phone or a place is compared by (art. 3.2: the same customer)
  phone_key text,
  place_key integer,
  -- the approval that counts (2.4), the current batch (1.4), maintainer (2.1), hold (2.6)
  approved_deadline integer,
  approved_by text,
  handover_no text,
  handed_over_at integer,
  assigned_to text,
  assigned_at integer,
  handover_channel text,
  chases integer not null default 0,
  hold_reason text,
  appointment_at integer,
  -- the repair that counts and the slip that came back (2.5)
  repaired_at integer,
  repaired_by text,
  resolution text,
  customer_signed_by text,
  maintainer_signed_by text,
  returned_at integer,
  no_slip_reason text,
  closed_at integer,
  filed integer not null default 0 check (filed in (0, 1)),
  void_at integer,
  void_reason text,
  duplicate_of text,
  import_id text references import (import_id),
  import_key text,
  import_hash text,
  extra text,
  revision integer not null default 1,
  -- the revision that the last month close looked at: while they differ, a change may concern a closed month
  settled_revision integer not null default 0
) strict;
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
  digits text not null,
  ticket_no text not null references ticket (ticket_no),
  primary key (digits, ticket_no)
) strict;
create index ticket_phone_ticket on ticket_phone (ticket_no);

create table chase (
  ticket_no text not null references ticket (ticket_no),
  chase integer not null,
  at integer not null,
  taken_by text,
  note text,
  primary key (ticket_no, chase)
) strict;

create table hold (
  ticket_no text not null references ticket (ticket_no),
  hold integer not null,
  reason text not null,
  appointment_at integer not null,
  called_at integer not null,
  maintainer text,
  note text,
  primary key (ticket_no, hold)
) strict;

create table approval (
  ticket_no text not null references ticket (ticket_no),
  approval integer not null,
  deadline integer not null,
  approved_by text not null,
  approved_at integer not null,
  note text,
  primary key (ticket_no, approval)
) strict;

create table handover (
  handover_no text primary key,
  channel text not null check (channel in ('paper', 'phone')),
  branch text not null references branch (code),
  date text not null,
  slot text not null check (slot in ('morning', 'afternoon', 'notice')),
  cut_off integer not null,
  printed_at integer not null,
  reprints integer not null default 0,
  ticket_count integer not null,
  collected_by text,
  signed_at integer
) strict;
create unique index handover_once on handover (branch, date, slot) where slot <> 'notice';
create index handover_unsigned on handover (printed_at) where signed_at is null;

create table handover_slip (
  handover_no text not null references handover (handover_no),
  ticket_no text not null references ticket (ticket_no),
  place integer not null,
  primary key (handover_no, ticket_no)
) strict;
create index handover_slip_ticket on handover_slip (ticket_no);

create table complaint (
  complaint_no text primary key,
  channel text not null check (channel in ('telecom-10000', 'mayor-hotline', 'bureau-leader', 'company-leader')),
  -- with a ticket, its branch and maintainer answer, as the ticket says them now
  ticket_no text references ticket (ticket_no),
  branch text references branch (code),
  maintainer text,
  content text not null,
  complainant text,
  received_at integer not null,
  entered_at integer not null,
  void_at integer,
  void_reason text,
  revision integer not null default 1,
  settled_revision integer not null default 0,
  check ((ticket_no is null) <> (branch is null)),
  check (ticket_no is null or maintainer is null)
) strict;
create index complaint_received on complaint (received_at, complaint_no);
create index complaint_unsettled on complaint (received_at, complaint_no) where settled_revision <> revision;
create index complaint_ticket on complaint (ticket_no) where ticket_no is not null;

-- Every decision about a finding, in order; the last one counts (art. 3.0).
create table decision (
  decision integer primary key,
  fine_id text not null,
  verdict text not null check (verdict in ('confirm', 'dismiss', 'correct')),
  ground text,
  reason text,
  branch text,
  maintainer text,
  decided_at integer not null,
  decided_by text not null
) strict;
create index decision_fine on decision (fine_id, decision);

create table ledger_line (
  line integer primary key,
  booked_month text not null,
  month text not null,
  fine_id text not null,
  kind text not null,
  channel text,
  ticket_no text,
  occurred_at integer not null,
  amount integer not null,
  branch text not null,
  maintainer text,
  entry text not null check (entry in ('confirm', 'reverse', 'correct')),
  decided_at integer not null,
  decided_by text not null,
  reason text
) strict;
create index ledger_fine on ledger_line (fine_id, line);
create index ledger_booked on ledger_line (booked_month, line);
create index ledger_month on ledger_line (month, line);

create table month_close (
  month text primary key,
  closed_at integer not null,
  closed_by text not null,
  summary text not null,
  list text not null,
  hash text not null
) strict;

-- Who sat at the desk from when to when (art. 1.1): on_at <= moment < off_at; off_at is null while on duty.
create table shift (
  shift_no integer primary key,
  name text not null,
  on_at integer not null,
  off_at integer check (off_at > on_at),
  entered_at integer not null,
  source text,
  import_id text references import (import_id),
  void_at integer,
  void_reason text
) strict;
create index shift_name on shift (name, on_at);
create index shift_on_at on shift (on_at, shift_no);
create unique index shift_still_on on shift (name) where off_at is null and void_at is null;

-- A check of the conduct code (art. 4.x), and each item that was not kept.
create table inspection (
  inspection_no text primary key,
  staff text not null,
  inspected_by text not null,
  inspected_at integer not null,
  entered_at integer not null,
  note text,
  void_at integer,
  void_reason text
) strict;
create index inspection_at on inspection (inspected_at, inspection_no);

create table inspection_failure (
  inspection_no text not null references inspection (inspection_no),
  item text not null,
  note text,
  primary key (inspection_no, item)
) strict;

create table journal (
  entry integer primary key,
  at integer not null,
  actor text not null,
  verb text not null,
  subject text not null,
  tbl text not null,
  before text,
  after text not null,
  reason text
) strict;
create index journal_subject on journal (subject, entry);

create trigger journal_append_only_update before update on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_append_only_delete before delete on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger ledger_append_only_update before update on ledger_line begin select raise(abort, 'the ledger is append-only'); end;
create trigger ledger_append_only_delete before delete on ledger_line begin select raise(abort, 'the ledger is append-only'); end;
create trigger decision_append_only_update before update on decision begin select raise(abort, 'decisions are append-only'); end;
create trigger decision_append_only_delete before delete on decision begin select raise(abort, 'decisions are append-only'); end;
create trigger month_close_append_only_update before update on month_close begin select raise(abort, 'a closed month never changes'); end;
create trigger month_close_append_only_delete before delete on month_close begin select raise(abort, 'a closed month never changes'); end;
`
