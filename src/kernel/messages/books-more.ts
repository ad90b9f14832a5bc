import type { Text } from '../text.ts'

/** What is said of exports beside that of tickets, of lists that are brought in, and of what is taken back. */
export const moreBookWords = {
  exportHandovers: {
    en: 'Export handover batches as CSV, by number',
    zh: '导出交接批次为 CSV，按交接单号排列',
  } as Text,
  exportHolds: {
    en: 'Export the reasons and appointments of what could not be repaired at once (2.6)',
    zh: '导出未修原因和预约为 CSV（2.6）',
  } as Text,
  exportComplaints: { en: 'Export complaints as CSV, by number', zh: '导出投诉为 CSV，按投诉编号排列' } as Text,
  exportComplaintsNotes: {
    en: 'Void complaints are left out, as in `complaint list`.',
    zh: '作废的投诉不导出，与 `complaint list` 一致。',
  } as Text,
  exportFines: {
    en: 'Export findings and what was decided about them, in order of occurrence',
    zh: '导出处罚事项及核实结果为 CSV，按发生时间排列',
  } as Text,
  exportFinesNotes: {
    en: 'As `fines list` shows them now, with --month those of that list. Days are those on which a case occurred.',
    zh: '内容与此刻的 `fines list` 相同，写 --month 即该月清单；日期按发生时间。',
  } as Text,
  exportJournal: {
    en: 'Export the journal: who changed what, when, from what to what',
    zh: '导出操作日志为 CSV：何人何时把什么改成什么',
  } as Text,
  spanNotes: {
    handovers: { en: 'Months and days are those of printing.', zh: '月份和日期按打印时间。' } as Text,
    holds: {
      en: 'Months and days are those of the call to the customer.',
      zh: '月份和日期按电话联系用户的时间。',
    } as Text,
    journal: { en: 'Months and days are those of the change.', zh: '月份和日期按操作时间。' } as Text,
  },

  importList: { en: 'List imports, newest first', zh: '列出历次导入，最近的在前' } as Text,
  noImports: { en: 'nothing was ever imported', zh: '还没有导入过' } as Text,
  importUndo: {
    en: 'Take back an import: its rows go as if it had never been',
    zh: '撤销一次导入：其各行视同从未导入',
  } as Text,
  importUndoNotes: {
    en: 'Tickets are taken back as long as none of them was changed, chased, held, approved, handed over or complained about, and none is the ground of a decision or stands in a closed month. Shifts of a roster become void. Branches and maintainers that an import added stay. The same file can be imported again afterwards.',
    zh: '只要其中没有报修单被更改、催修、登记未修原因、批准、交接或投诉，也没有成为核实的依据或列入已月结的月份，就可以撤销。值班表的班次改为作废。导入时新增的分公司和维护人保留。撤销后可以重新导入同一文件。',
  } as Text,
  import: { en: 'number of the import', zh: '导入编号' } as Text,
  importUnknown: (typed: string): Text => ({ en: `no import ${typed}`, zh: `没有导入 ${typed}` }),
  undoneAlready: (id: string, at: string): Text => ({
    en: `${id} was undone at ${at} already`,
    zh: `${id} 已于 ${at} 撤销`,
  }),
  undone: (id: string, count: number): Text => ({
    en: `${id} undone: ${count} rows taken back`,
    zh: `已撤销 ${id}：收回 ${count} 行`,
  }),
  changedSince: (id: string, no: string): Text => ({
    en: `${no} of ${id} was changed since it was imported`,
    zh: `${id} 中的 ${no} 导入后已有变动`,
  }),
  groundOf: (id: string, no: string, fineId: string): Text => ({
    en: `${no} of ${id} is the ground of ${fineId}, which was decided or stands in a closed month`,
    zh: `${id} 中的 ${no} 是 ${fineId} 的依据，该项已核实或已列入月结`,
  }),
  neverUndone: (id: string): Text => ({
    en: `${id} changed records that others go on with; it cannot be undone as a whole`,
    zh: `${id} 改动的是其他业务仍在使用的记录，不能整批撤销`,
  }),
  correctSingly: {
    en: 'correct single records: `baoxiu amend` or `reopen` a ticket, `baoxiu branch edit`, `baoxiu staff retire`',
    zh: '请逐项更正：报修单用 `baoxiu amend` 或 `reopen`，另有 `baoxiu branch edit`、`baoxiu staff retire`',
  } as Text,
  undoneReason: (id: string): Text => ({ en: `import ${id} undone`, zh: `撤销导入 ${id}` }),

  importBranches: { en: 'Import branches from a CSV file', zh: '从 CSV 文件导入分公司' } as Text,
  importStaff: { en: 'Import maintainers from a CSV file', zh: '从 CSV 文件导入维护人' } as Text,
  importListNotes: {
    en: 'Takes what `branch list` and `staff list` write with --csv or -o, and lists of your own with English or Chinese headings. What is known already is counted and left as it is; rows that say otherwise are refused. Refused rows go to FILE.rejects.csv: correct them there and import that file.',
    zh: '可导入 `branch list`、`staff list` 用 --csv 或 -o 写出的文件，也可导入自备的表，表头中英文均可。已有的只计数，不改动；与已有内容不符的行会被退回。被退回的行写入 文件.rejects.csv：在那里改正后再导入该文件即可。',
  } as Text,
  importReturns: {
    en: 'Import what a branch feeds back: repairs, signatures, holds (2.10)',
    zh: '导入分公司的反馈：修复、签名、未修原因（2.10）',
  } as Text,
  importReturnsNotes: {
    en: 'Columns: ticket_no repaired_at repaired_by resolution customer_signed_by maintainer_signed_by held_reason appointment_at, or their usual Chinese headings; returned_at where it is known, else now. A row with a repair records it, with both signatures it closes the ticket; one with a reason and an appointment records a hold, phoned at the latest possible time (the file does not say when). A day without a time is 00:00, or the time of the report on its own day, and counted as defaulted. What is recorded already is counted; the rules are those of `hold`, `repair` and `close`. Refused rows go to FILE.rejects.csv.',
    zh: '各列：报修单号、修复时间、维护人、处理结果、用户签名、维护人签名、未修原因、预约时间，也可用英文字段名；有回单时间的按其时间，否则为现在。有修复内容的登记修复，双方签名齐全的登记回单；有未修原因和预约时间的登记缓修，联系时间取可能的最晚时刻（文件中没有此项）。只有日期的修复时间算作 00:00，与接报同日的算作接报时间，并计入默认值。已登记的只计数；规则与 `hold`、`repair`、`close` 相同。被退回的行写入 文件.rejects.csv。',
  } as Text,
  emptyWords: {
    en: 'further words for "nothing here", parted by commas; known: / \\ - — 无 空 NULL \\N N/A 0000-00-00',
    zh: '另外表示“没有”的写法，用逗号分开；已认得：/ \\ - — 无 空 NULL \\N N/A 0000-00-00',
  } as Text,
  listName: { en: 'name of the list; default: the file’s name', zh: '表的名称；默认为文件名' } as Text,
  noListHeader: (file: string, needed: readonly string[]): Text => ({
    en: `${file} has no header line that names ${needed.join(', ')}`,
    zh: `${file} 的表头没有写明 ${needed.join('、')}`,
  }),
  noListHeaderNext: {
    en: 'put these names above the columns; the usual Chinese headings are understood too',
    zh: '请在各列上方写明这些名称；常用的中文表头也可以',
  } as Text,
  notTaken: (columns: readonly string[]): Text => ({
    en: `  not imported: ${columns.join(', ')}`,
    zh: `  不导入的列：${columns.join('、')}`,
  }),
}

/** Why a row of a list was refused; the value stands beside it. */
export const whyListed = {
  noTicket: { en: 'is no ticket of this office', zh: '不是本单位的报修单' } as Text,
  saysNothing: { en: 'is missing, and so are signatures and a hold', zh: '缺失，也没有签名和未修原因' } as Text,
  signedOtherwise: (known: string | null): Text => ({
    en: `differs: the ticket is closed, signed by ${known ?? 'nobody'}`,
    zh: `不符：此单已回单，签名为 ${known ?? '无'}`,
  }),
  severalPeople: {
    en: 'names several people; write a row for each of them',
    zh: '写了几个人；请每人写一行',
  } as Text,
  notACode: { en: 'is no code: one to eight letters or digits', zh: '不是代码：须为一至八位字母或数字' } as Text,
  notAnArea: { en: 'is no area; write urban or township', zh: '不是区域；请写城区或乡镇' } as Text,
  branchKnown: (code: string): Text => ({
    en: `is known with other content; change it with \`baoxiu branch edit ${code}\``,
    zh: `已有此分公司而内容不同；更改请用 \`baoxiu branch edit ${code}\``,
  }),
  stillHere: (branch: string): Text => ({
    en: `is in service at ${branch}; whoever left: \`baoxiu staff retire\``,
    zh: `在 ${branch} 在岗；离岗请用 \`baoxiu staff retire\``,
  }),
  hasLeft: (branch: string): Text => ({
    en: `has left ${branch}, at another time or for good; whoever is back: \`baoxiu staff add\``,
    zh: `已从 ${branch} 离岗，与此行不符；重新上岗请用 \`baoxiu staff add\``,
  }),
}
