import type { Text } from './text.ts'

/** What goes wrong with the database, the disk and the machine: status, and what to do next. */
export const machineFaults = {
  DB_BUSY: {
    status: 5,
    next: { en: 'nothing was written; run it again in a moment', zh: '什么也没有写入；请稍后重试' },
  },
  DB_DAMAGED: {
    status: 1,
    next: {
      en: 'do not write to it; run `baoxiu check`, then `baoxiu restore` the latest good backup',
      zh: '请勿再写入；先运行 `baoxiu check`，再用 `baoxiu restore` 恢复最近的完好备份',
    },
  },
  DB_ALTERED: {
    status: 1,
    next: {
      en: 'somebody changed the structure of the file by hand; run `baoxiu check`, then `baoxiu restore` the latest good backup',
      zh: '有人手工改动过数据库结构；请先运行 `baoxiu check`，再用 `baoxiu restore` 恢复最近的完好备份',
    },
  },
  DB_NEWER: {
    status: 1,
    next: {
      en: 'install the newer baoxiu that wrote it; the file was not touched',
      zh: '请安装写入它的新版 baoxiu；文件未被改动',
    },
  },
  DRIVER_MISSING: {
    status: 1,
    next: {
      en: 'run `npm rebuild --allow-scripts=better-sqlite3` in the folder of baoxiu (installed with -g: the same with -g), or take Node 22 or newer, which needs no compiler',
      zh: '请在 baoxiu 的文件夹中执行 `npm rebuild --allow-scripts=better-sqlite3`（用 -g 安装的再加 -g），或改用 Node 22 以上版本，无需编译',
    },
  },
  NOT_BUILT: {
    status: 1,
    next: {
      en: 'run `npm ci && npm prune --omit=dev` in the folder of baoxiu; it builds the program',
      zh: '请在 baoxiu 的文件夹中执行 `npm ci && npm prune --omit=dev`，构建程序',
    },
  },
  DISK_FULL: {
    status: 1,
    next: { en: 'nothing was changed; free some space and run it again', zh: '什么也没有改动；请腾出空间后重试' },
  },
  CANNOT_READ: { status: 1, next: { en: 'check the path and its permissions', zh: '请检查路径和权限' } },
  CANNOT_WRITE: {
    status: 1,
    next: {
      en: 'check the path, its permissions and whether another program holds it open',
      zh: '请检查路径、权限，以及是否被其他程序占用',
    },
  },
  EXHAUSTED: {
    status: 1,
    next: {
      en: 'nothing was changed; close other programs and run it again',
      zh: '没有改动任何内容；请关闭其他程序后重试',
    },
  },
  INTERRUPTED: {
    status: 130,
    next: { en: 'nothing was changed; run it again', zh: '没有改动任何内容；可以重新执行' },
  },
  BUG: {
    status: 1,
    next: {
      en: 'this is our mistake: run it again with --debug and send us what it prints',
      zh: '这是程序的错误：请加 --debug 重试，并把输出发给我们',
    },
  },
} as const satisfies Record<string, { status: number; next: Text }>
