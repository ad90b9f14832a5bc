import type { Text } from '../text.ts'

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')
const liste = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

const quoted = (name: string): string => (/^[\p{L}\p{N}_-]+$/u.test(name) ? name : `"${name}"`)

/** What is said of workbooks, read and written. */
export const workbookWords = {
  sheet: {
    en: 'which sheet of a workbook (.xls, .xlsx); asked where several hold something',
    zh: '工作簿（.xls、.xlsx）中的工作表；有几张有内容时会询问',
  } as Text,
  flaws: {
    damaged: (file: string): Text => ({
      en: `${file} is a damaged workbook`,
      zh: `工作簿 ${file} 已损坏，打不开`,
    }),
    protected: (file: string): Text => ({
      en: `${file} is protected by a password`,
      zh: `工作簿 ${file} 有打开密码`,
    }),
    'too-large': (file: string): Text => ({
      en: `${file} is too large, or takes too long, to be read as a workbook`,
      zh: `工作簿 ${file} 太大，读不下来`,
    }),
    'no-workbook': (file: string): Text => ({
      en: `${file} is not a workbook with sheets`,
      zh: `${file} 不是表格工作簿`,
    }),
  },
  severalSheets: (file: string, names: readonly string[]): Text => ({
    en: `${file} has ${names.length} sheets that hold something: ${list(names)}`,
    zh: `${file} 有 ${names.length} 张有内容的工作表：${liste(names)}`,
  }),
  severalSheetsNext: (name: string): Text => ({
    en: `name one, for example: --sheet ${quoted(name)}`,
    zh: `请指定一张，例如 --sheet ${quoted(name)}`,
  }),
  noSuchSheet: (file: string, typed: string): Text => ({
    en: `${file} has no sheet “${typed}”`,
    zh: `${file} 中没有工作表“${typed}”`,
  }),
  sheetsThere: (names: readonly string[]): Text => ({
    en: `its sheets: ${list(names)}`,
    zh: `其中的工作表：${liste(names)}`,
  }),
  onlyHidden: (file: string, names: readonly string[]): Text => ({
    en: `${file} holds something only in hidden sheets: ${list(names)}`,
    zh: `${file} 只有隐藏的工作表有内容：${liste(names)}`,
  }),
  noSheets: (file: string): Text => ({
    en: `${file} is text, which has no sheets`,
    zh: `${file} 是文本文件，没有工作表`,
  }),
  noSheetsNext: { en: 'leave --sheet out', zh: '请去掉 --sheet' } as Text,
  whichSheet: { en: 'Which sheet? (its name or number)', zh: '读哪张工作表？（名称或序号）' } as Text,

  tooManyCells: {
    en: 'the list is too long for a workbook that can be opened',
    zh: '内容太多，写成工作簿会打不开',
  } as Text,
  cellTooLong: (begin: string): Text => ({
    en: `a text is longer than a cell of a workbook: ${begin}…`,
    zh: `有一段文字超过单元格的长度：${begin}…`,
  }),
  tooManyCellsNext: {
    en: 'write it as .csv, or a part of it, with --month or --from and --to',
    zh: '请写成 .csv，或用 --month、--from、--to 只取一部分',
  } as Text,
  notXlsx: (file: string): Text => ({
    en: `${file} is the name of a workbook; leave --json, --csv and --encoding out, or name it otherwise`,
    zh: `${file} 是工作簿的名称；请去掉 --json、--csv、--encoding，或换一个文件名`,
  }),
  oldKind: (file: string): Text => ({
    en: `${file}: workbooks are written as .xlsx`,
    zh: `${file}：工作簿只写 .xlsx`,
  }),

  detected: (file: string, sheet: string, kind: string, headerLine: number): Text => ({
    en: `${file}: sheet “${sheet}” (${kind}), header in row ${headerLine}`,
    zh: `${file}：工作表“${sheet}”（${kind}），表头在第 ${headerLine} 行`,
  }),
  othersNotRead: (names: readonly string[]): Text => ({
    en: `other sheets are not read: ${list(names)}`,
    zh: `其他工作表没有读：${liste(names)}`,
  }),
  hiddenNotRead: (names: readonly string[]): Text => ({
    en: `hidden sheets are not read: ${list(names)}`,
    zh: `隐藏的工作表没有读：${liste(names)}`,
  }),
  hiddenRows: (count: number, first: readonly number[]): Text => ({
    en: `${count} hidden rows are read like the others: ${first.join(', ')}${count > first.length ? ' …' : ''}`,
    zh: `有 ${count} 行是隐藏的，也一起读入：第 ${first.join('、')}${count > first.length ? ' …' : ''} 行`,
  }),
}
