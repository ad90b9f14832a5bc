import { gaplessFromOne } from '../../office/gapless.ts'

/** Art. 3.0: the ledger is only ever appended to. */
export const ledgerWithoutGaps = gaplessFromOne(
  'ledger-without-gaps',
  'ledger_line',
  'select line as no from ledger_line',
)
