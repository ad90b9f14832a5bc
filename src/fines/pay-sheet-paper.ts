import { readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { fineWords } from '../kernel/messages/fines.ts'
import { paySheetWords as t } from '../kernel/messages/pay-sheet.ts'
import { yuanText } from '../kernel/money.ts'
import type { Entries, Field, Part, Sheet } from '../kernel/sheet.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { AsOf } from './booking.ts'
import type { NamedFine } from './fine.ts'
import type { MonthReport } from './month-report.ts'
import { reasonOf } from './pay-reasons.ts'
import { PAY_PARTS } from './pay-sheet.ts'
import type { PayBlock, PayPage, PayPart } from './pay-sheet.ts'

/** What every page says. */
export interface PayHead {
  readonly month: Month
  readonly close: MonthReport['close']
  readonly asOf: AsOf
  readonly names: ReadonlyMap<string, string>
  readonly reasons: ReadonlyMap<string, Text>
  readonly language: Language
}

/** One page for each branch: its people with their fines and a line to sign, then the totals. */
export function paySheets(pages: readonly PayPage[], head: PayHead): Sheet[] {
  if (pages.length === 0) return [{ parts: [titleOf(head), linesPart([fineWords.noFines], head)] }]
  return pages.map((page) => {
    const heading = [t.ofBranch(head.names.get(page.branch) ?? page.branch), stateOf(head)]
    const sum = { head: t.branchTotal, value: yuanText(page.total) }
    const totals = fieldsPart([sum, ...open(page.pending)], head)
    const blocks = page.blocks.flatMap((block) => blockParts(block, head))
    return { parts: [titleOf(head), linesPart(heading, head), ...blocks, totals] }
  })
}

function titleOf({ asOf, month, language }: PayHead): Part {
  return { kind: 'title', office: asOf.office.office_name, title: say(t.title, language), number: month, mark: '' }
}

function stateOf({ month, close, asOf }: PayHead): Text {
  if (close === undefined) return t.notClosed(month)
  return t.closed(month, close.closed_by, readableTime(asOf.office.zone, close.closed_at))
}

function blockParts(block: PayBlock, head: PayHead): Part[] {
  const name = { head: h.maintainer, value: block.maintainer ?? say(fineWords.nobodyNamed, head.language) }
  const fields = fieldsPart([name, total(block.total), ...open(block.pending)], head)
  const parts = PAY_PARTS.flatMap((part) => fineParts(part, block, head))
  const blanks = [t.signature, t.signedOn].map((text) => ({ head: say(text, head.language), value: null }))
  return [fields, ...parts, { kind: 'signatures', signatures: [blanks] }]
}

const HEADINGS: Readonly<Record<PayPart, Text>> = { booked: t.booked, adjusted: t.adjusted, pending: t.pending }

/** The fines of one kind below their heading; nothing where there are none. */
function fineParts(part: PayPart, block: PayBlock, head: PayHead): Part[] {
  const fines = block.fines[part]
  if (fines.length === 0) return []
  return [linesPart([HEADINGS[part]], head), { kind: 'entries', entries: entriesOf(fines, block, head) }]
}

function entriesOf(fines: readonly NamedFine[], { branch }: PayBlock, head: PayHead): Entries {
  const word = (text: Text): string => say(text, head.language)
  const rows = fines.map((fine) => [
    [fine.ticket_no ?? fine.fine_id.slice(fine.kind.length + 1), ...(fine.branch === branch ? [] : [fine.branch_name])],
    [word(reasonOf(fine, head.reasons, head.asOf))],
    [word(t.yuan(yuanText(fine.amount)))],
  ])
  return { heads: [h.ticket_no, h.reason, h.amount_yuan].map(word), shares: [26, 60, 14], rows, tick: undefined }
}

interface TextField {
  readonly head: Text
  readonly value: string
}

const total = (fen: number): TextField => ({ head: t.total, value: yuanText(fen) })
const open = (fen: number): TextField[] => (fen === 0 ? [] : [{ head: t.stillOpen, value: yuanText(fen) }])

function fieldsPart(fields: readonly TextField[], { language }: PayHead): Part {
  return { kind: 'fields', fields: fields.map(({ head, value }): Field => ({ head: say(head, language), value })) }
}

function linesPart(lines: readonly Text[], { language }: PayHead): Part {
  return { kind: 'lines', lines: lines.map((line) => say(line, language)) }
}
