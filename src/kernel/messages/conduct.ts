import type { Text } from '../text.ts'

const near = (names: readonly string[]): Text =>
  names.length === 0
    ? { en: '', zh: '' }
    : { en: `; nearest: ${names.join(', ')}`, zh: `；相近的有：${names.join('、')}` }

/** Conduct of the desk (1.2, 4.x). The code sets no fines. */
export const conductWords = {
  items: { en: 'The conduct code, item by item (art. 1.2, 4.1–4.5)', zh: '行为规范逐项列表（1.2、4.1–4.5）' } as Text,
  inspect: { en: 'Record a check of somebody’s conduct', zh: '记录一次行为规范检查' } as Text,
  inspectNotes: {
    en: 'Without --fail everything was kept. Items by their code or Chinese name: see `baoxiu conduct items`. The code sets no fines, so none follow.',
    zh: '不写 --fail 即全部合格。项目可写代码或中文名称，见 `baoxiu conduct items`。规范没有罚则，检查不产生处罚。',
  } as Text,
  list: { en: 'List the checks', zh: '列出检查记录' } as Text,
  void: { en: 'Void a check entered by mistake; it keeps its number', zh: '作废误录的检查；编号保留' } as Text,
  report: {
    en: 'A month’s checks by person: what was not kept, and how often',
    zh: '按人汇总一个月的检查：哪些项不合格、各几次',
  } as Text,
  staff: { en: 'who was checked', zh: '被检查人' } as Text,
  by: { en: 'who checked', zh: '检查人' } as Text,
  fail: { en: 'an item that was not kept; again for each', zh: '不合格项；可写多次' } as Text,
  at: { en: 'when; default now', zh: '检查时间；默认现在' } as Text,
  note: { en: 'remark', zh: '备注' } as Text,
  month: { en: 'the month', zh: '月份' } as Text,
  format: {
    en: 'table (default), or a paper: text, html, raw (GB18030 for a dot-matrix printer)',
    zh: 'table 列表（默认），或打印件：text、html、raw（针式打印机用 GB18030）',
  } as Text,
  inspection: { en: 'number of the check', zh: '检查编号' } as Text,
  reason: { en: 'why', zh: '原因' } as Text,
  itemUnknown: (typed: string, names: readonly string[]): Text => ({
    en: `no item "${typed}"${near(names).en}`,
    zh: `没有项目“${typed}”${near(names).zh}`,
  }),
  seeItems: { en: 'see `baoxiu conduct items`', zh: '请看 `baoxiu conduct items`' } as Text,
  itemTwice: (name: Text): Text => ({ en: `--fail ${name.en} is given twice`, zh: `--fail ${name.zh} 写了两次` }),
  inspectionUnknown: (no: string): Text => ({ en: `no inspection ${no}`, zh: `没有检查 ${no}` }),
  alreadyVoid: (no: string): Text => ({ en: `${no} was void already`, zh: `${no} 此前已作废` }),
  none: { en: 'no checks yet', zh: '还没有检查记录' } as Text,
  noneIn: (month: string): Text => ({ en: `no checks in ${month}`, zh: `${month} 没有检查记录` }),
  failedTimes: (name: Text, times: number): Text => ({
    en: times === 1 ? name.en : `${name.en} ×${times}`,
    zh: times === 1 ? name.zh : `${name.zh} ×${times}`,
  }),

  title: { en: 'Conduct of the desk: monthly report', zh: '客服人员行为规范检查月报' } as Text,
  printed: (at: string): Text => ({ en: `printed ${at}`, zh: `打印时间 ${at}` }),
  checked: (times: number, passed: number): Text => ({
    en: `${times}, everything kept ${passed === 1 ? 'once' : `${passed} times`}`,
    zh: `${times} 次，全部合格 ${passed} 次`,
  }),
  itemTimes: (name: Text, article: string, times: number): Text => ({
    en: `${name.en} (art. ${article}), ${times === 1 ? 'once' : `${times} times`}`,
    zh: `${name.zh}（${article}）${times} 次`,
  }),
  signature: { en: 'Read and signed', zh: '本人签名' } as Text,
}
