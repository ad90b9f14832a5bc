import type { Text } from '../text.ts'

/** The desk: the board, its keys and its prompt. */
export const deskWords = {
  desk: { en: 'The desk: the board, and every form behind a key', zh: '报修台：待办和各项登记，一键一项' } as Text,
  deskNotes: {
    en: 'On a terminal it stays open: a key opens a form, a command line without `baoxiu` works too, and the board is drawn anew after each. Ctrl-C or Esc leaves a form; q, Ctrl-D or a second Ctrl-C leaves the desk. In a pipe, with --no-input or where CI is set: the plain board.',
    zh: '在终端上一直开着：按键打开一项登记，也可直接输入命令（不写 `baoxiu`），每做完一项待办重新显示。Ctrl-C 或 Esc 退出一项登记；q、Ctrl-D 或再按一次 Ctrl-C 离开。在管道中、用 --no-input 或设了 CI 时只显示待办。',
  } as Text,
  prompt: { en: 'desk>', zh: '报修台>' } as Text,
  keys: {
    '1': { en: 'call', zh: '接电话' },
    '2': { en: 'hand over', zh: '交接' },
    '3': { en: 'send', zh: '派修' },
    '4': { en: 'repaired', zh: '修复' },
    '5': { en: 'slips back', zh: '回单' },
    '6': { en: 'find', zh: '查找' },
    '7': { en: 'verify fines', zh: '核实处罚' },
    '8': { en: 'more', zh: '其他' },
    '?': { en: 'all commands', zh: '全部命令' },
    q: { en: 'leave', zh: '离开' },
  } as Readonly<Record<string, Text>>,
  again: { en: 'press Ctrl-C again to leave', zh: '再按一次 Ctrl-C 离开' } as Text,
  back: { en: 'Enter: back to the board', zh: '回车 回到待办' } as Text,
  handover: { en: 'Handing over:', zh: '交接：' } as Text,
  print: { en: 'print what is due', zh: '打印到点的交接单' } as Text,
  sign: { en: 'signed for', zh: '签收' } as Text,
  notify: { en: 'by phone', zh: '电话通知' } as Text,
  other: { en: 'More:', zh: '其他：' } as Text,
  hold: { en: 'not repaired yet', zh: '未修原因' } as Text,
  chase: { en: 'chased', zh: '催修' } as Text,
  approve: { en: 'deadline approved', zh: '批准时限' } as Text,
  complaint: { en: 'complaint', zh: '投诉' } as Text,
  on: { en: 'on duty', zh: '上班' } as Text,
  off: { en: 'off duty', zh: '下班' } as Text,
  note: { en: 'note for the next shift', zh: '给下一班留言' } as Text,
}
