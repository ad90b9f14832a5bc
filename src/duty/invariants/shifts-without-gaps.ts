import { gaplessFromOne } from '../../office/gapless.ts'

/** Art. 1.1: a shift is voided with its reason, never taken out. */
export const shiftsWithoutGaps = gaplessFromOne('shifts-without-gaps', 'shift', 'select shift_no as no from shift')
