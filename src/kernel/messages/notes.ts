import type { Text } from '../text.ts'

/** Lines for the next shift. */
export const noteWords = {
  write: { en: 'Leave a line for the next shift', zh: '给下一班留言' } as Text,
  writeNotes: {
    en: 'It stands on the board until somebody who signs on (`duty on`) was shown it, or it is done.',
    zh: '留言在待办上，直到有人上班（`duty on`）时看到，或办结。',
  } as Text,
  list: { en: 'List the lines for the next shift', zh: '列出留言' } as Text,
  done: { en: 'A line is dealt with', zh: '留言办结' } as Text,
  all: { en: 'also those seen or done', zh: '包括已看过和已办结的' } as Text,
  theText: { en: 'what the next shift should know', zh: '留言内容' } as Text,
  theNumbers: { en: 'number of the line, as `note list` shows it', zh: '留言编号，见 `note list`' } as Text,
  none: { en: 'no lines', zh: '没有留言' } as Text,
  unknown: (n: number): Text => ({ en: `no line ${n}`, zh: `没有 ${n} 号留言` }),
  alreadyDone: (n: number): Text => ({ en: `line ${n} was done already`, zh: `${n} 号留言已办结` }),
  forYou: (n: number, by: string, text: string): Text => ({
    en: `line ${n} of ${by}: ${text}`,
    zh: `留言 ${n}（${by}）：${text}`,
  }),
  number: { en: 'Line', zh: '编号' } as Text,
  text: { en: 'Text', zh: '留言' } as Text,
  writtenAt: { en: 'Written', zh: '留言时间' } as Text,
  writtenBy: { en: 'By', zh: '留言人' } as Text,
  seenAt: { en: 'Seen', zh: '看到时间' } as Text,
  seenBy: { en: 'Seen by', zh: '看到的人' } as Text,
  doneAt: { en: 'Done', zh: '办结时间' } as Text,
  doneBy: { en: 'Done by', zh: '办结人' } as Text,
}
