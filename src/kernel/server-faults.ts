import type { Text } from './text.ts'

/** What only an office on a server can meet; a part of the closed table of faults. */
export const serverFaults = {
  NOT_ALLOWED: {
    status: 4,
    next: {
      en: 'ask the administrator of the server for a role with that right; `baoxiu init` printed the SQL for it',
      zh: '请向服务器管理员申请有此权限的角色；所需 SQL 在 `baoxiu init` 时已打印',
    },
  },
  DB_UNREACHABLE: {
    status: 1,
    next: {
      en: 'nothing was saved; check the network and the server, then run it again',
      zh: '没有保存任何内容；请检查网络和服务器后重试',
    },
  },
  CANNOT_TELL: {
    status: 1,
    next: {
      en: 'look whether it was saved before doing it again',
      zh: '请先查看是否已保存，再决定是否重做',
    },
  },
} as const satisfies Record<string, { status: number; next: Text }>
