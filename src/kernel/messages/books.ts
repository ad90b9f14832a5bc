import type { Break } from '../book-encoding.ts'
import { asIs } from '../text.ts'
import type { Text } from '../text.ts'

const saveAs = {
  en: 'open it in the spreadsheet and save it as CSV',
  zh: '请在电子表格中打开，另存为 CSV',
} satisfies Text

/** `title lines 2, lines of totals 1`; what there is none of is not named. */
function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')
}

/** What is said of books, and of what became of their rows. */
export const bookWords = {
  notJson: (file: string, what: string): Text => ({
    en: `${file} is not JSON: ${what}`,
    zh: `${file} 不是 JSON：${what}`,
  }),
  badMap: (file: string, places: readonly string[]): Text => ({
    en: `${file} has what no map has: ${places.join(', ')}`,
    zh: `${file} 中有不合规定的内容：${places.join('、')}`,
  }),
  badMapNext: (fields: readonly string[]): Text => ({
    en: `start from one that \`--dry-run --map-out FILE\` writes; fields: ${fields.join(' ')}`,
    zh: `可从 \`--dry-run --map-out 文件\` 写出的文件改起；字段：${fields.join(' ')}`,
  }),
  notInBook: (file: string, columns: readonly string[]): Text => ({
    en: `${file} names columns that the book does not have: ${columns.join(', ')}`,
    zh: `${file} 指明的列在登记本中没有：${columns.join('、')}`,
  }),
  fieldTwice: (file: string, fields: readonly string[], joined: readonly string[]): Text => ({
    en: `${file} gives one field to several columns: ${fields.join(', ')}; only ${joined.join(' and ')} are joined`,
    zh: `${file} 把同一字段指给了几列：${fields.join('、')}；只有 ${joined.join('、')} 可以合并`,
  }),
  otherMap: (file: string): Text => ({
    en: `${file} exists already and says something else`,
    zh: `${file} 已存在，内容不同`,
  }),
  otherMapNext: {
    en: 'give --map-out another name, or remove that file',
    zh: '请给 --map-out 另一个文件名，或先删除该文件',
  } as Text,
  columnTwice: (file: string, columns: readonly string[]): Text => ({
    en: `${file} names one column twice: ${columns.join(', ')}`,
    zh: `${file} 把同一列指明了两次：${columns.join('、')}`,
  }),
  importSure: (rows: number, refused: number): Text => ({
    en: `Import ${rows} rows${refused === 0 ? '' : ` (${refused} are refused)`}?`,
    zh: `导入 ${rows} 行${refused === 0 ? '' : `（另有 ${refused} 行退回）`}？`,
  }),
  emptyFile: (file: string): Text => ({ en: `${file} is empty`, zh: `${file} 是空的` }),
  noHeader: (file: string): Text => ({
    en: `${file} has no header line that is known: none of its first lines names two fields of a ticket`,
    zh: `${file} 没有认得的表头：前几行都没有两个以上的报修字段`,
  }),
  noHeaderNext: {
    en: 'name its columns with --map FILE; `--dry-run --map-out FILE` writes one to start from',
    zh: '请用 --map 文件 指明各列；`--dry-run --map-out 文件` 可先写出一份',
  } as Text,
  noEncoding: (file: string, breaks: readonly Break[]): Text => {
    const en = breaks.map(({ encoding, line, byte }) => `${encoding} breaks off in line ${line} (byte ${byte})`)
    const zh = breaks.map(({ encoding, line, byte }) => `按 ${encoding} 只能读到第 ${line} 行（第 ${byte} 字节）`)
    return {
      en: `${file} is neither UTF-8 nor GB18030, Big5 or UTF-16 throughout: ${en.join(', ')}`,
      zh: `${file} 不全是 UTF-8，也不全是 GB18030、Big5 或 UTF-16：${zh.join('，')}`,
    }
  },
  noEncodingNext: {
    en: 'correct that line, or name the encoding of the others with --encoding: the rows that do not fit it are then refused one by one',
    zh: '请改正该行，或用 --encoding 指明其余各行的编码：不合编码的行会逐行退回',
  } as Text,
  notText: {
    'web-page': (file: string): Text => ({
      en: `${file} is a web page, whatever its name says`,
      zh: `${file} 其实是网页文件，不是表格文件`,
    }),
    xml: (file: string): Text => ({
      en: `${file} is an XML file, whatever its name says`,
      zh: `${file} 其实是 XML 文件（如 Excel 2003 的 XML 表格），不是表格文件`,
    }),
    pdf: (file: string): Text => ({ en: `${file} is a PDF`, zh: `${file} 是 PDF 文件` }),
    binary: (file: string): Text => ({ en: `${file} is no text`, zh: `${file} 不是文本文件` }),
  },
  saveAsCsv: saveAs,
  lineTooLong: (file: string, line: number): Text => ({
    en: `line ${line} of ${file} has more than four million characters: that is no book`,
    zh: `${file} 第 ${line} 行超过四百万个字符，不是登记本`,
  }),

  detected: (file: string, encoding: string, delimiter: string, headerLine: number): Text => ({
    en: `${file}: ${encoding}, cells divided by ${delimiter}, header in line ${headerLine}`,
    zh: `${file}：编码 ${encoding}，分隔符 ${delimiter}，表头在第 ${headerLine} 行`,
  }),
  ownExport: {
    en: 'it is an export of this program and is read to the letter',
    zh: '这是本程序的导出文件，按原样读取',
  } as Text,
  yearOfTitle: (year: number): Text => ({
    en: `dates without a year are of ${year}, as a title line says`,
    zh: `没有年份的日期按标题行算作 ${year} 年`,
  }),
  mapped: (column: string, field: string): Text => asIs(`  ${column} → ${field}`),
  unmapped: (columns: readonly string[]): Text => ({
    en: `  kept with the ticket as they are: ${columns.join(', ')}`,
    zh: `  没有对应字段，原样随单保存：${columns.join('、')}`,
  }),
  firstRows: { en: 'the first rows as they are read:', zh: '前几行读作：' } as Text,
  refusedRows: (count: number, reason: Text, lines: string): Text => ({
    en: `refused: ${count} × ${reason.en} (line ${lines})`,
    zh: `退回：${count} 行 ${reason.zh}（第 ${lines} 行）`,
  }),
  moreRefused: (count: number): Text => ({
    en: `refused for other reasons: ${count}`,
    zh: `因其他原因退回：${count} 行`,
  }),
  skipped: (titles: number, headers: number, totals: number): Text => ({
    en: `passed over: ${counted({ 'title lines': titles, 'repeated headers': headers, 'lines of totals': totals })}`,
    zh: `略过：${counted({ 标题行: titles, 重复表头: headers, 合计行: totals })}`,
  }),
  defaults: (parts: readonly string[]): Text => ({
    en: `from defaults: ${parts.join(', ')}`,
    zh: `取默认值：${parts.join('、')}`,
  }),
  recounted: (count: number): Text => ({
    en: `deadlines counted anew by the rules of this office: ${count}`,
    zh: `按本单位规则重新计算修复时限：${count} 行`,
  }),
  strictRefused: (refused: number, read: number, file: string | null): Text => ({
    en: `${refused} of ${read} rows are refused, so nothing was imported (--strict)${file === null ? '' : `; they are in ${file}`}`,
    zh: `${read} 行中有 ${refused} 行被退回，因此没有导入任何内容（--strict）${file === null ? '' : `；见 ${file}`}`,
  }),
  strictNext: {
    en: 'correct them in the book, or import without --strict',
    zh: '请在登记本中改正，或不用 --strict 导入',
  } as Text,
  noRejectsName: (refused: number): Text => ({
    en: `${refused} rows of stdin are refused, and --rejects does not name a file for them; nothing was imported`,
    zh: `标准输入中有 ${refused} 行被退回，而没有用 --rejects 指明文件；没有导入任何内容`,
  }),
  changedMeanwhile: {
    en: 'another seat imported some of these rows meanwhile',
    zh: '其间另一席位导入了其中一些行',
  } as Text,
  progress: (rows: number, perSecond: number, left: string): Text => ({
    en: `${rows} rows, ${perSecond} rows/s${left === '' ? '' : `, ${left} left`}`,
    zh: `${rows} 行，每秒 ${perSecond} 行${left === '' ? '' : `，还需 ${left}`}`,
  }),
  adopting: (done: number, all: number): Text => ({ en: `writing ${done} of ${all}`, zh: `正在写入 ${done}/${all}` }),

  importTickets: {
    en: 'Import a registration book, or an export of this program',
    zh: '导入登记本，或本程序的导出文件',
  } as Text,
  importTicketsNotes: {
    en: 'Encoding, delimiter, header and columns are found and shown before anything is written; --dry-run writes nothing. Refused rows go to FILE.rejects.csv: correct them there and import that file. Importing the same rows again adds nothing, and the same file read with other flags only rows that were refused. Rows reported before fines_from without a repair are filed as closed unless --keep-open, or a status column says otherwise.',
    zh: '编码、分隔符、表头和各列会先识别并显示，再写入；--dry-run 什么也不写。被退回的行写入 文件.rejects.csv：在那里改正后再导入该文件即可。同样的行重复导入不会增加；同一文件换用其他选项再导入，只会补上先前退回的行。考核起始日之前接报、又没有修复记录的行按已回单归档，除非用 --keep-open，或有状态列另有说明。',
  } as Text,
  file: { en: 'the CSV file; - is stdin', zh: 'CSV 文件；- 为标准输入' } as Text,
  dryRun: {
    en: 'show what would be imported and refused; write nothing',
    zh: '只显示将导入和退回的内容，不写入',
  } as Text,
  strict: { en: 'import nothing if any row is refused', zh: '只要有一行被退回就全部不导入' } as Text,
  encoding: { en: 'encoding of the file', zh: '文件编码' } as Text,
  delimiter: {
    en: 'what stands between cells: comma, tab, semicolon, full-width-comma, or the character',
    zh: '单元格分隔符：comma、tab、semicolon、full-width-comma，或该字符',
  } as Text,
  map: { en: 'a JSON file that names columns and words', zh: '指明各列和用词的 JSON 文件' } as Text,
  mapOut: {
    en: 'write the columns that were found as a file for --map',
    zh: '把识别出的各列写成 --map 用的文件',
  } as Text,
  book: {
    en: 'name of the book, for its slip numbers and sources; default: the file’s name',
    zh: '登记本名称，用于单号和来源；默认为文件名',
  } as Text,
  defaultBranch: { en: 'branch of rows without one', zh: '没有分公司的行归此分公司' } as Text,
  defaultClass: { en: 'class of rows without one; default line', zh: '没有类别的行按此类别；默认 line' } as Text,
  year: { en: 'year of dates without one', zh: '没有年份的日期按此年' } as Text,
  fillDown: {
    en: 'empty cells of date, branch, class and taken_by repeat what is above (merged cells)',
    zh: '日期、分公司、类别、接报人的空格沿用上一行（合并单元格）',
  } as Text,
  createMissing: { en: 'add branches and maintainers that are not known', zh: '自动新增未知的分公司和维护人' } as Text,
  keepOpen: { en: 'leave old rows without a repair open', zh: '没有修复记录的旧行保持未修' } as Text,
  rejects: {
    en: 'where refused rows go; default FILE.rejects.csv',
    zh: '退回行写入的文件；默认 文件.rejects.csv',
  } as Text,
  exportTickets: { en: 'Export tickets as CSV, oldest number first', zh: '导出报修单为 CSV，按单号排列' } as Text,
  exportNotes: {
    en: 'The file can be imported again into an office of the same code, zone, rules, branches and staff, and exported from there identical to the byte.',
    zh: '导出的文件可以再导入代码、时区、规则、分公司和维护人都相同的单位，从那里再导出时逐字节相同。',
  } as Text,
  month: { en: 'only this month', zh: '只要这个月' } as Text,
  fromDay: { en: 'from this day on', zh: '自此日起' } as Text,
  toDay: { en: 'up to this day, inclusive', zh: '至此日，含当日' } as Text,
}
