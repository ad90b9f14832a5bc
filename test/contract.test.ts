import { expect, it } from 'vitest'
import { complaintView, fineView, ledgerView, summaryView } from '../src/fines/views.ts'
import { batchView, handoverView } from '../src/handover/batch.ts'
import { ticketView } from '../src/ticket/views.ts'

/** Others' scripts run against these names, in this order: a change here breaks them. */
const contract: [string, readonly { readonly name: string }[], string][] = [
  [
    'ticket',
    ticketView,
    `ticket_no status fault_class service account_no customer_name address phone symptom intake branch reported_at
     entered_at taken_by deadline approved_by handover_no handed_over_at assigned_to chases hold_reason appointment_at
     repaired_at repaired_by resolution customer_signed_by maintainer_signed_by returned_at late note source`,
  ],
  [
    'handover',
    handoverView,
    'handover_no channel branch date slot cut_off printed_at reprints ticket_count collected_by signed_at',
  ],
  [
    'batch',
    batchView,
    'handover_no channel branch date slot cut_off printed_at reprints ticket_count collected_by signed_at tickets',
  ],
  [
    'complaint',
    complaintView,
    'complaint_no channel ticket_no branch maintainer content complainant received_at entered_at',
  ],
  [
    'fines list',
    fineView,
    `fine_id month kind channel ticket_no branch branch_name maintainer occurred_at amount_yuan status decided_by
     decided_at ground reason booked_month`,
  ],
  [
    'fines ledger',
    ledgerView,
    'booked_month month fine_id amount_yuan branch maintainer entry decided_by decided_at reason',
  ],
  [
    'fines summary',
    summaryView,
    `month branch branch_name maintainer overdue_count overdue_yuan repeat_count repeat_yuan complaint_count
     complaint_yuan adjustment_yuan total_yuan pending_count pending_yuan`,
  ],
]

it.each(contract)('the columns of %s', (_, view, names) => {
  expect(view.map((column) => column.name)).toEqual(names.split(/\s+/))
})
