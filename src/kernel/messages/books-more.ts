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
    en: 'As `fines list` shows them now. Months and days are those in which a case occurred.',
    zh: '内容与此刻的 `fines list` 相同；月份和日期按发生时间。',
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
}
