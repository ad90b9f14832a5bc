import { itemWords, sectionWords } from '../kernel/messages/conduct-items.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { asIs, joined } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import * as v from '../kernel/view.ts'
import type { Column, View } from '../kernel/view.ts'
import { itemOf } from './conduct-items.ts'
import type { ConductItem, Failure, ItemCode } from './conduct-items.ts'
import type { FailedItem, Occasion, PersonReport } from './conduct-report.ts'
import type { Inspection } from './inspection.ts'

interface OfItem {
  readonly item: ItemCode
}

/** As an inspection may name it: the code, or the Chinese name. */
function wordOf(item: ItemCode): Text {
  return { en: item, zh: itemWords[item].name.zh }
}

const itemColumn: Column<OfItem> = {
  name: 'item',
  heading: h.item,
  cell: ({ item }) => ({ kind: 'code', value: item, word: wordOf(item) }),
}
const articleColumn: Column<OfItem> = v.text('article', h.article, ({ item }) => itemOf(item).article)

/** JSON and CSV do not change with the language: `text` is English there, `text_zh` Chinese; tables show the reader's. */
export const itemView: View<ConductItem> = [
  itemColumn,
  v.code('section', h.section, (i) => i.section, sectionWords),
  articleColumn,
  {
    name: 'text',
    heading: h.text,
    cell: ({ item }) => ({ kind: 'code', value: itemWords[item].text.en, word: itemWords[item].text }),
  },
  { ...v.text('text_zh', h.text_zh, ({ item }: ConductItem) => itemWords[item].text.zh), detail: true },
]

const failureView: View<Failure> = [itemColumn, articleColumn, v.text('note', h.note, (f) => f.note)]

/** Items as one cell: codes in JSON and CSV, their names in tables. */
function itemsCell(items: readonly { item: ItemCode; times: number }[]): v.Cell {
  if (items.length === 0) return { kind: 'code', value: undefined }
  const codes = items.map(({ item, times }) => t.failedTimes(asIs(item), times).en)
  const words: Text = joined(items.map(({ item, times }) => t.failedTimes(wordOf(item), times)))
  return { kind: 'code', value: codes.join(', '), word: words }
}

export const inspectionView: View<Inspection> = v.withDetails(
  [
    v.text('inspection_no', h.inspection_no, (i) => i.inspection_no),
    v.text('staff', h.desk_staff, (i) => i.staff),
    v.text('inspected_by', h.inspected_by, (i) => i.inspected_by),
    v.moment('inspected_at', h.inspected_at, (i) => i.inspected_at),
    v.moment('entered_at', h.entered_at, (i) => i.entered_at),
    { name: 'failed', heading: h.failed, cell: (i) => itemsCell(i.failures.map(({ item }) => ({ item, times: 1 }))) },
    v.text('note', h.note, (i) => i.note),
    v.moment('void_at', h.void_at, (i) => i.void_at),
    v.text('void_reason', h.void_reason, (i) => i.void_reason),
    v.list('failures', h.failures, failureView, (i) => i.failures),
  ],
  ['inspection_no', 'staff', 'inspected_by', 'inspected_at', 'failed', 'note', 'void_at'],
)

const occasionView: View<Occasion> = [
  v.moment('at', h.at, (o) => o.at),
  v.text('inspected_by', h.inspected_by, (o) => o.inspected_by),
  v.text('note', h.note, (o) => o.note),
]

const failedItemView: View<FailedItem> = [
  itemColumn,
  articleColumn,
  v.count('times', h.times, (f) => f.occasions.length),
  v.list('occasions', h.occasions, occasionView, (f) => f.occasions),
]

export const reportView: View<PersonReport> = [
  v.text('month', h.month, (r) => r.month),
  v.text('staff', h.desk_staff, (r) => r.staff),
  v.count('inspections', h.inspections, (r) => r.inspections),
  v.count('passed', h.passed, (r) => r.passed),
  {
    name: 'failed',
    heading: h.failed,
    cell: (r) => itemsCell(r.failed.map(({ item, occasions }) => ({ item, times: occasions.length }))),
  },
  v.list('failures', h.failures, failedItemView, (r) => r.failed),
]
