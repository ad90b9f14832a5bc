/** What the desk remembers of calls and people, as `schema-desk.ts` has it for a file. */
export const TABLES_DESK = `
-- Parts and weather have no appointment yet (art. 2.6).
alter table hold alter column appointment_at drop not null;
create index ticket_appointment on ticket (appointment_at, ticket_no) where repaired_at is null and closed_at is null and void_at is null and appointment_at is not null;

create index ticket_duplicate on ticket (duplicate_of) where duplicate_of is not null;

-- Each time a batch went to the printer.
create table handover_paper (
  handover_no text collate "C" not null references handover (handover_no),
  copy bigint not null,
  sent_at bigint not null,
  primary key (handover_no, copy)
);

-- The slip had come back when its ticket was opened again: the branch holds no paper until it is printed anew.
create table missing_slip (
  ticket_no text collate "C" not null references ticket (ticket_no),
  missing bigint not null,
  since bigint not null,
  printed_at bigint,
  primary key (ticket_no, missing)
);
create index missing_slip_out on missing_slip (ticket_no) where printed_at is null;

-- A branch that takes no more tickets, and the one that took its work over.
create table branch_end (
  branch text collate "C" primary key references branch (code),
  ended_at bigint not null,
  merged_into text collate "C" references branch (code)
);

-- The same person went on in another branch; what was before stays with the first one.
create table staff_move (
  name text collate "C" not null,
  from_branch text collate "C" not null references branch (code),
  to_branch text collate "C" not null references branch (code),
  moved_at bigint not null,
  primary key (name, from_branch, to_branch, moved_at)
);

-- The hour of a half-day from a day on (art. 1.4); before the first one, the setting of that name.
create table cut_off (
  slot text collate "C" not null check (slot in ('morning', 'afternoon')),
  from_day text collate "C" not null,
  hour text collate "C" not null,
  primary key (slot, from_day)
);

-- A line for the next shift, on the board until somebody who signs on has seen it.
create table desk_note (
  note bigint primary key,
  text text collate "C" not null,
  written_at bigint not null,
  written_by text collate "C" not null,
  seen_at bigint,
  seen_by text collate "C",
  done_at bigint,
  done_by text collate "C"
);
create index desk_note_open on desk_note (note) where seen_at is null and done_at is null;
`
