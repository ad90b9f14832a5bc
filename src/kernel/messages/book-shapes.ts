import type { Text } from '../text.ts'

/** Why a whole file cannot be read as rows, and what to do about it. */
export const bookShapeWords = {
  unclear: (file: string, field: string, columns: readonly string[]): Text => ({
    en: `${file}: ${columns.join(' and ')} may both be ${field}; neither is guessed, and nothing was imported`,
    zh: `${file}：${columns.join('、')} 都可能是 ${field}；无法确定用哪一列，没有导入任何内容`,
  }),
  unclearNext: (line: string): Text => ({
    en: `name the right one with --map FILE, for example ${line}`,
    zh: `请用 --map 文件 指明，例如 ${line}`,
  }),
  unclearListNext: {
    en: 'leave one of them, or give the other another heading',
    zh: '请只留一列，或把另一列改成别的表头',
  } as Text,
  splitDate: (file: string, columns: readonly string[]): Text => ({
    en: `${file}: one date stands in several columns (${columns.join(', ')}); nothing was imported`,
    zh: `${file}：日期分在几列里（${columns.join('、')}）；没有导入任何内容`,
  }),
  splitDateNext: {
    en: 'join them into one column, such as 2009-3-5 8:10, in the spreadsheet: =A2&"-"&B2&"-"&C2',
    zh: '请在电子表格里把它们合成一列，例如 =A2&"-"&B2&"-"&C2，写成 2009-3-5 8:10',
  } as Text,
  form: (file: string, line: number): Text => ({
    en: `${file}: its headings stand beside the values, line by line (from line ${line}): this is a form, not a list; nothing was imported`,
    zh: `${file}：从第 ${line} 行起，项目写在内容旁边，这是单张表单，不是一行一条的登记表；没有导入任何内容`,
  }),
  formNext: {
    en: 'put the headings into one line with a row for each report below, or type it in with `baoxiu log --reported-at`',
    zh: '请把项目排成一行表头，每次报修一行；只有几张时可用 `baoxiu log --reported-at` 补录',
  } as Text,
  grid: (file: string, line: number): Text => ({
    en: `${file}: line ${line} has a column for each day: this is a table of names and days, not a list; nothing was imported`,
    zh: `${file}：第 ${line} 行每天一列，这是姓名和日期的方格表，不是一行一条的表；没有导入任何内容`,
  }),
  gridNext: {
    en: 'write a row for each person and day: 日期,班次,姓名',
    zh: '请改成每人每天一行：日期、班次、姓名',
  } as Text,
  rowAbove: (file: string, line: number, header: number): Text => ({
    en: `${file}: line ${line} looks like a row, but stands above the header that is known (line ${header}); nothing was imported`,
    zh: `${file}：第 ${line} 行像是一条登记，却在认得的表头（第 ${header} 行）上面；没有导入任何内容`,
  }),
  rowAboveNext: {
    en: 'put the headings above all rows, or name them with --map FILE',
    zh: '请把表头放到所有行的上面，或用 --map 文件 指明各列',
  } as Text,
  otherHeader: (line: number, column: string): Text => ({
    en: `stands below another header (line ${line}) with a column that the first one does not have: ${column}; make a file of its own from there`,
    zh: `在另一个表头（第 ${line} 行）下面，而首个表头没有“${column}”这一列；请从那里起另存一个文件`,
  }),
}
