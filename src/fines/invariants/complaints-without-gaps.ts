import { gaplessByDay } from '../../office/gapless.ts'
import { complaintNumber } from '../complaint.ts'

/** Art. 3.3: a complaint is voided with its reason, never taken out. */
export const complaintsWithoutGaps = gaplessByDay(
  'complaints-without-gaps',
  'complaint',
  'select complaint_no as no from complaint',
  complaintNumber,
)
