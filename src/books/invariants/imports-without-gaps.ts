import { gaplessByDay } from '../../office/gapless.ts'
import { importNumber } from '../import-record.ts'

/** What was ever imported stays listed, also when it was undone. */
export const importsWithoutGaps = gaplessByDay(
  'imports-without-gaps',
  'import',
  'select import_id as no from import',
  importNumber,
)
