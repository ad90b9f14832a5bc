import { codeWords } from '../kernel/messages/codes.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { fineWords } from '../kernel/messages/fines.ts'
import { paySheetWords as t } from '../kernel/messages/pay-sheet.ts'
import { paper } from '../kernel/outcome.ts'
import { PAPER_FORMATS, printed } from '../kernel/paper.ts'
import { paperWorkbook } from '../kernel/paper-workbook.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { readBranchJoins } from '../office/joined-branches.ts'
import type { NamedFine } from './fine.ts'
import { readMonthReport, readNames } from './month-report.ts'
import { readReasons, reasonOf } from './pay-reasons.ts'
import { PAY_PARTS, payPages } from './pay-sheet.ts'
import type { PayPage, PayPart } from './pay-sheet.ts'
import { paySheets } from './pay-sheet-paper.ts'
import type { PayHead } from './pay-sheet-paper.ts'
import { currentMonth, readAsOf } from './read-fines.ts'
import { fineView } from './views.ts'

/** What payroll takes off, with the reasons that whoever pays signs for. */
export const printPaySheet = verb({
  path: 'fines sheet',
  summary: t.summary,
  notes: t.notes,
  examples: [
    'baoxiu fines sheet --month 2026-11',
    'baoxiu fines sheet --month 2026-11 --format html -o 处罚.html',
    'baoxiu fines sheet -o 处罚.xlsx',
  ],
  operands: {},
  flags: {
    month: f.month(fineWords.month),
    format: f.otherwise(f.choice(PAPER_FORMATS, t.format, codeWords.paper_format), 'text'),
  },
  faults: [],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const month = given.month ?? currentMonth(asOf)
      const { list, close } = await readMonthReport(db, asOf, month)
      const pages = payPages(month, list, await readBranchJoins(db))
      const [names, reasons] = [await readNames(db), await readReasons(db, asOf, finesOf(pages))]
      const head = { month, close, asOf, names, reasons, language: ctx.language }
      const sheets = paySheets(pages, head)
      const workbook = paperWorkbook(
        sheets,
        pages.map(({ branch }) => names.get(branch) ?? branch),
      )
      const rows = payRows(pages, head)
      return paper(printed(sheets, given.format, t.title, ctx), payView(ctx.language), rows, { workbook })
    })
  },
})

function finesOf(pages: readonly PayPage[]): NamedFine[] {
  return pages.flatMap(({ blocks }) => blocks.flatMap(({ fines }) => PAY_PARTS.flatMap((part) => fines[part])))
}

/** One fine of the sheet, for machines and spreadsheets. */
interface PayRow {
  readonly part: PayPart
  readonly person_branch: string
  readonly fine: NamedFine
  readonly why: ReturnType<typeof reasonOf>
}

function payRows(pages: readonly PayPage[], head: PayHead): PayRow[] {
  return pages.flatMap(({ branch, blocks }) =>
    blocks.flatMap(({ fines }) =>
      PAY_PARTS.flatMap((part) =>
        fines[part].map((fine) => {
          return { part, person_branch: branch, fine, why: reasonOf(fine, head.reasons, head.asOf) }
        }),
      ),
    ),
  )
}

function payView(language: Language): View<PayRow> {
  return [
    v.code('part', t.part, (row) => row.part, t.parts),
    v.text('person_branch', h.person_branch, (row) => row.person_branch),
    ...fineView.map((column): v.Column<PayRow> => {
      const { name, heading } = column
      return { name, heading, cell: ({ fine }) => column.cell(fine) }
    }),
    v.text('why', h.why, (row) => say(row.why, language)),
  ]
}
