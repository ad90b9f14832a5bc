import type { Text } from './text.ts'

/** What the desk, its branches and its people may not do in the state they are in. */
export const deskFaults = {
  STAFF_LEFT: {
    status: 4,
    next: {
      en: 'what was done before that day is recorded with its time (--at, --repaired-at, --called-at); else name somebody else',
      zh: '离岗前做的，请写明时间（--at、--repaired-at、--called-at）；否则请改写他人',
    },
  },
  BRANCH_IN_USE: {
    status: 4,
    next: {
      en: 'repair them, move each with `baoxiu amend TICKET --branch CODE --reason TEXT`, or give all of them to another branch with `baoxiu branch merge`',
      zh: '请先修复，或用 `baoxiu amend 单号 --branch 代码 --reason 原因` 逐张改派，或用 `baoxiu branch merge` 一并划给别的分公司',
    },
  },
  HAS_DUPLICATES: {
    status: 4,
    next: {
      en: 'name the ticket that they double with --repoint TICKET',
      zh: '请用 --repoint 单号 指明它们与哪张重复',
    },
  },
  NOT_ALLOWED: {
    status: 4,
    next: {
      en: 'see what happened to it with `baoxiu show TICKET`; a call that was real is logged again with --reported-at',
      zh: '经过请看 `baoxiu show 单号`；确有报修请重新登记，来电时间写 --reported-at',
    },
  },
  NOTE_UNKNOWN: { status: 4, next: { en: 'see `baoxiu note list --all`', zh: '请看 `baoxiu note list --all`' } },
} as const satisfies Record<string, { status: number; next: Text }>
