import type { Text } from './text.ts'

/** What can go wrong with the books of others. */
export const bookFaults = {
  HEADER_UNCLEAR: {
    status: 2,
    next: { en: 'name the right column with --map FILE', zh: '请用 --map 文件 指明是哪一列' },
  },
  BOOK_UNREADABLE: {
    status: 2,
    next: {
      en: 'open it in a spreadsheet and save it as .xlsx, without a password, or as CSV',
      zh: '请在表格软件中打开，另存为没有密码的 .xlsx 或 CSV',
    },
  },
} as const satisfies Record<string, { status: number; next: Text }>
