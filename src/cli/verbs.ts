import type { Verb } from '../kernel/verb.ts'

/** Every command and the file that holds it; loaded when it is called, so that start-up stays short. */
export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  init: async () => (await import('../office/init-office.ts')).initOffice,
  'office show': async () => (await import('../office/show-office.ts')).showOffice,
  'office set': async () => (await import('../office/set-setting.ts')).setSetting,
  'office copy': async () => (await import('../report/copy-office.ts')).copyOffice,
  'branch add': async () => (await import('../office/add-branch.ts')).addBranch,
  'branch list': async () => (await import('../office/list-branches.ts')).listBranches,
  'branch edit': async () => (await import('../office/edit-branch.ts')).editBranch,
  'staff add': async () => (await import('../office/add-staff.ts')).addStaff,
  'staff list': async () => (await import('../office/list-staff.ts')).listStaff,
  'staff retire': async () => (await import('../office/retire-staff.ts')).retireStaff,
  log: async () => (await import('../intake/log-call.ts')).logCall,
  chase: async () => (await import('../intake/chase-ticket.ts')).chaseTicket,
  amend: async () => (await import('../intake/amend-ticket.ts')).amendTicket,
  reopen: async () => (await import('../intake/reopen-ticket.ts')).reopenTicket,
  void: async () => (await import('../intake/void-ticket.ts')).voidTicket,
  'handover print': async () => (await import('../handover/print-batches.ts')).printBatches,
  'handover sign': async () => (await import('../handover/sign-batch.ts')).signBatch,
  'handover list': async () => (await import('../handover/list-batches.ts')).listBatches,
  'handover show': async () => (await import('../handover/show-batch.ts')).showBatch,
  notify: async () => (await import('../handover/notify-branch.ts')).notifyBranch,
  assign: async () => (await import('../repair/assign-maintainer.ts')).assignMaintainer,
  hold: async () => (await import('../repair/hold-ticket.ts')).holdTicket,
  approve: async () => (await import('../repair/approve-deadline.ts')).approveDeadline,
  repair: async () => (await import('../repair/repair-tickets.ts')).repairTickets,
  close: async () => (await import('../repair/close-ticket.ts')).closeTicket,
  slip: async () => (await import('../repair/print-slips.ts')).printSlips,
  'complaint add': async () => (await import('../fines/add-complaint.ts')).addComplaint,
  'complaint list': async () => (await import('../fines/list-complaints.ts')).listComplaints,
  'complaint amend': async () => (await import('../fines/amend-complaint.ts')).amendComplaint,
  'complaint void': async () => (await import('../fines/void-complaint.ts')).voidComplaint,
  'fines list': async () => (await import('../fines/list-fines.ts')).listFines,
  'fines explain': async () => (await import('../fines/explain-fine.ts')).explainFine,
  'fines confirm': async () => (await import('../fines/confirm-fines.ts')).confirmFines,
  'fines dismiss': async () => (await import('../fines/dismiss-fine.ts')).dismissFine,
  'fines correct': async () => (await import('../fines/correct-fine.ts')).correctFine,
  'fines ledger': async () => (await import('../fines/show-ledger.ts')).showLedger,
  'fines summary': async () => (await import('../fines/show-summary.ts')).showSummary,
  'fines review': async () => (await import('../fines/review-fines.ts')).reviewFines,
  'fines sheet': async () => (await import('../fines/print-pay-sheet.ts')).printPaySheet,
  'fines close-month': async () => (await import('../fines/close-month.ts')).closeMonth,
  'import tickets': async () => (await import('../books/import-tickets.ts')).importTickets,
  'import returns': async () => (await import('../books/import-returns.ts')).importReturns,
  'import branches': async () => (await import('../books/import-branches.ts')).importBranches,
  'import staff': async () => (await import('../books/import-staff.ts')).importStaff,
  'import list': async () => (await import('../books/list-imports.ts')).listImports,
  'import undo': async () => (await import('../books/undo-import.ts')).undoImport,
  'export tickets': async () => (await import('../books/export-tickets.ts')).exportTickets,
  'export handovers': async () => (await import('../books/export-handovers.ts')).exportHandovers,
  'export holds': async () => (await import('../books/export-holds.ts')).exportHolds,
  'export complaints': async () => (await import('../books/export-complaints.ts')).exportComplaints,
  'export fines': async () => (await import('../books/export-fines.ts')).exportFines,
  'export journal': async () => (await import('../books/export-journal.ts')).exportJournal,
  nightly: async () => (await import('../report/write-nightly.ts')).writeNightly,
  'duty on': async () => (await import('../duty/sign-on.ts')).signOn,
  'duty off': async () => (await import('../duty/sign-off.ts')).signOff,
  'duty void': async () => (await import('../duty/void-shift.ts')).voidShiftVerb,
  'duty list': async () => (await import('../duty/list-shifts.ts')).listShifts,
  'duty import': async () => (await import('../books/import-roster.ts')).importRoster,
  'duty coverage': async () => (await import('../duty/show-coverage.ts')).showCoverage,
  'conduct items': async () => (await import('../duty/list-items.ts')).listItems,
  'conduct inspect': async () => (await import('../duty/inspect-conduct.ts')).inspectConduct,
  'conduct list': async () => (await import('../duty/list-inspections.ts')).listInspections,
  'conduct void': async () => (await import('../duty/void-inspection.ts')).voidInspectionVerb,
  'conduct report': async () => (await import('../duty/report-conduct.ts')).reportConduct,
  list: async () => (await import('../report/list-tickets.ts')).listTickets,
  search: async () => (await import('../report/search-tickets.ts')).searchTickets,
  show: async () => (await import('../report/show-ticket.ts')).showTicket,
  board: async () => (await import('../report/show-board.ts')).showBoard,
  'report day': async () => (await import('../report/report-day.ts')).reportDay,
  'report month': async () => (await import('../report/report-month.ts')).reportMonth,
  check: async () => (await import('../report/check-books.ts')).checkBooks,
  backup: async () => (await import('../report/make-backup.ts')).makeBackup,
  restore: async () => (await import('../report/restore-backup.ts')).restoreBackup,
  completion: async () => (await import('./completion.ts')).completion,
}

/** What bare `baoxiu` does. */
export const BARE = 'board'

/** First words that stand before others: `handover` of `handover print`. */
export function isGroup(word: string): boolean {
  return Object.keys(verbs).some((path) => path.startsWith(`${word} `))
}

/** How to load a command; absent where there is none of that name. */
export function loaderOf(path: string): (() => Promise<Verb>) | undefined {
  return Object.hasOwn(verbs, path) ? verbs[path] : undefined
}
