import type { Text } from '../text.ts'

/** What was understood of a book, before any of it is written. */
export const understoodWords = {
  format: {
    en: 'with --dry-run: `html` writes what was understood as a page for whoever knows the book (-o FILE)',
    zh: '与 --dry-run 同用：html 把读懂的内容写成网页，可发给熟悉登记本的人看（-o 文件）',
  } as Text,
  onlyDry: { en: '--format html is for --dry-run', zh: '--format html 只能与 --dry-run 同用' } as Text,
  onlyDryNext: { en: 'add --dry-run, and -o FILE.html', zh: '请加上 --dry-run 和 -o 文件.html' } as Text,
  title: { en: 'What was understood of the book', zh: '登记本读取情况' } as Text,
  nothingYet: { en: 'nothing imported yet', zh: '尚未导入' } as Text,
  column: { en: 'Column of the book', zh: '登记本的列' } as Text,
  field: { en: 'Field', zh: '字段' } as Text,
  meaning: { en: 'Meaning', zh: '含义' } as Text,
  weaker: (column: string, field: string, winner: string): Text => ({
    en: `  ${column} is kept beside: ${field} is told by ${winner}, which says it more plainly`,
    zh: `  ${column} 只原样保存：${field} 取自更明确的 ${winner}`,
  }),
  counts: (read: number, imported: number, duplicates: number, rejected: number): Text => ({
    en: `${read} rows read: ${imported} new, ${duplicates} known already, ${rejected} refused`,
    zh: `读到 ${read} 行：新 ${imported} 行，已有 ${duplicates} 行，退回 ${rejected} 行`,
  }),
}
