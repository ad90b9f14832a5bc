/** Calls and people: what a desk needs to remember of slips, branches, maintainers, half-days and shifts. */
export const SCHEMA_DESK = `
-- Parts and weather have no appointment yet (art. 2.6).
create table hold_again (
  ticket_no text not null references ticket (ticket_no),
  hold integer not null,
  reason text not null,
  appointment_at integer,
  called_at integer not null,
  maintainer text,
  note text,
  primary key (ticket_no, hold)
) strict;
insert into hold_again (ticket_no, hold, reason, appointment_at, called_at, maintainer, note)
  select ticket_no, hold, reason, appointment_at, called_at, maintainer, note from hold;
drop table hold;
alter table hold_again rename to hold;
create index ticket_appointment on ticket (appointment_at, ticket_no) where repaired_at is null and closed_at is null and void_at is null and appointment_at is not null;

create index ticket_duplicate on ticket (duplicate_of) where duplicate_of is not null;

-- Each time a batch went to the printer.
create table handover_paper (
  handover_no text not null references handover (handover_no),
  copy integer not null,
  sent_at integer not null,
  primary key (handover_no, copy)
) strict;

-- The slip had come back when its ticket was opened again: the branch holds no paper until it is printed anew.
create table missing_slip (
  ticket_no text not null references ticket (ticket_no),
  missing integer not null,
  since integer not null,
  printed_at integer,
  primary key (ticket_no, missing)
) strict;
create index missing_slip_out on missing_slip (ticket_no) where printed_at is null;

-- A branch that takes no more tickets, and the one that took its work over.
create table branch_end (
  branch text primary key references branch (code),
  ended_at integer not null,
  merged_into text references branch (code)
) strict;

-- The same person went on in another branch; what was before stays with the first one.
create table staff_move (
  name text not null,
  from_branch text not null references branch (code),
  to_branch text not null references branch (code),
  moved_at integer not null,
  primary key (name, from_branch, to_branch, moved_at)
) strict;

-- The hour of a half-day from a day on (art. 1.4); before the first one, the setting of that name.
create table cut_off (
  slot text not null check (slot in ('morning', 'afternoon')),
  from_day text not null,
  hour text not null,
  primary key (slot, from_day)
) strict;

-- A line for the next shift, on the board until somebody who signs on has seen it.
create table desk_note (
  note integer primary key,
  text text not null,
  written_at integer not null,
  written_by text not null,
  seen_at integer,
  seen_by text,
  done_at integer,
  done_by text
) strict;
create index desk_note_open on desk_note (note) where seen_at is null and done_at is null;
`
