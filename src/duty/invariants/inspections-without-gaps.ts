import { gaplessByDay } from '../../office/gapless.ts'
import { inspectionNumber } from '../inspection.ts'

/** Art. 4: an inspection is voided with its reason, never taken out. */
export const inspectionsWithoutGaps = gaplessByDay(
  'inspections-without-gaps',
  'inspection',
  'select inspection_no as no from inspection',
  inspectionNumber,
)
