import { gaplessFromOne } from '../../office/gapless.ts'

/** Art. 3.0: whoever decides again adds a decision, and the one before stays. */
export const decisionsWithoutGaps = gaplessFromOne(
  'decisions-without-gaps',
  'decision',
  'select decision as no from decision',
)
