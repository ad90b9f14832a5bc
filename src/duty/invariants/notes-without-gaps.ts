import { gaplessFromOne } from '../../office/gapless.ts'

export const notesWithoutGaps = gaplessFromOne('notes-without-gaps', 'note', `select note as no from desk_note`)
