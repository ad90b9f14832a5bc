import type { Text } from '../text.ts'

/** Closing a month, and what is said of one that is open. */
export const monthWords = {
  openBefore: (month: string, count: number, pending: string, total: string): Text => ({
    en: `${month} is not closed yet: ${count} pending (${pending} yuan), ${total} yuan confirmed; see \`fines summary --month ${month}\``,
    zh: `${month} 还没有月结：待核实 ${count} 项（${pending} 元），已属实 ${total} 元；查看用 \`fines summary --month ${month}\``,
  }),
  pendingLine: (fine: string, who: string, yuan: string): Text => ({
    en: `${fine}  ${who}  ${yuan}`,
    zh: `${fine}  ${who}  ${yuan}`,
  }),
  closeAnyway: (month: string, count: number, yuan: string): Text => ({
    en: `${count} of ${month} are still pending, ${yuan} yuan. Close it all the same?`,
    zh: `${month} 还有 ${count} 项待核实，共 ${yuan} 元。照样月结吗？`,
  }),
} as const
