/** The tables whose every change the journal tells, with what identifies a row. Counters and search keys follow from them. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  setting: ['key'],
  rule: ['key', 'from_at'],
  branch: ['code'],
  staff: ['branch', 'name'],
  import: ['import_id'],
  ticket: ['ticket_no'],
  chase: ['ticket_no', 'chase'],
  hold: ['ticket_no', 'hold'],
  approval: ['ticket_no', 'approval'],
  handover: ['handover_no'],
  handover_slip: ['handover_no', 'ticket_no'],
  complaint: ['complaint_no'],
  decision: ['decision'],
  ledger_line: ['line'],
  month_close: ['month'],
  shift: ['shift_no'],
  inspection: ['inspection_no'],
  inspection_failure: ['inspection_no', 'item'],
  handover_paper: ['handover_no', 'copy'],
  missing_slip: ['ticket_no', 'missing'],
  branch_end: ['branch'],
  staff_move: ['name', 'from_branch', 'to_branch', 'moved_at'],
  cut_off: ['slot', 'from_day'],
  desk_note: ['note'],
}

/** One import is one entry: its rows are where the journal of these tables starts from. */
const IMPORTED = ['ticket', 'shift']

/** Condition for the rows of a table that have an entry which made them. */
export const ownRows = (table: string): string => (IMPORTED.includes(table) ? 'import_id is null' : 'true')
