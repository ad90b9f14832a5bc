import * as f from '../kernel/flags.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'

/** `--empty "没填，1900-01-01 00:00:00"`: further marks for "nothing here". */
export const emptyFlag = f.optional('WORDS', t.emptyWords, readMarks)

/** Parted by commas; by blanks where there is none and no date is meant. */
function readMarks(typed: string): readonly string[] {
  const parted = typed.split(/[,，、;；]/)
  const marks = parted.length > 1 || /^\s*\d/.test(typed) ? parted : typed.split(/\s+/)
  return marks.map((mark) => mark.trim()).filter((mark) => mark !== '')
}
