import { readableTime } from '../kernel/calendar.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { fineInvariantWords as t } from '../kernel/messages/fine-invariants.ts'
import { yuanText } from '../kernel/money.ts'
import { asIs, joined } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { Zone } from '../kernel/zone.ts'
import type { LedgerLine, History } from './decision.ts'
import { keptLiability } from './fine.ts'
import type { Finding } from './rules.ts'

const FIELDS = ['kind', 'channel', 'ticket_no', 'occurred_at', 'amount', 'branch', 'maintainer'] as const
type StatedField = (typeof FIELDS)[number]

/** What a booked line says, and a finding too. */
export type Stated = Pick<LedgerLine, StatedField>

/** In what the two differ. */
export function differing(booked: Stated, said: Stated): StatedField[] {
  return FIELDS.filter((field) => said[field] !== booked[field])
}

/** What the records say of a fine; whom a correction names answers. */
export function statedNow(finding: Finding, history: History): Stated {
  return { ...finding, ...keptLiability(history) }
}

/** Do the records say anything else of a confirmed fine than what was booked? */
export function movedSince(booked: Stated, finding: Finding, history: History): boolean {
  return differing(booked, statedNow(finding, history)).length > 0
}

/** Do the records contradict it? Where the branch alone answered, a maintainer who is known since contradicts nothing. */
export function contradicted(booked: Stated, finding: Finding, history: History): boolean {
  const { maintainer } = statedNow(finding, history)
  return movedSince({ ...booked, maintainer: booked.maintainer ?? maintainer }, finding, history)
}

const HEADINGS: Readonly<Record<StatedField, Text>> = {
  kind: h.kind,
  channel: h.channel,
  ticket_no: h.ticket_no,
  occurred_at: h.occurred_at,
  amount: h.amount_yuan,
  branch: h.branch,
  maintainer: h.maintainer,
}

/** Each field in which the records differ from what was booked, with both values. */
export function differenceText(booked: Stated, said: Stated, zone: Zone): Text {
  const parts = differing(booked, said).map((field) => {
    return t.fieldDiffers(HEADINGS[field], valueText(booked, field, zone), valueText(said, field, zone))
  })
  return joined(parts, { en: '; ', zh: '；' })
}

function valueText(stated: Stated, field: StatedField, zone: Zone): Text {
  if (field === 'occurred_at') return asIs(readableTime(zone, stated.occurred_at))
  if (field === 'amount') return asIs(yuanText(stated.amount))
  if (field === 'kind') return codeWords.kind[stated.kind]
  if (field === 'channel' && stated.channel !== null) return codeWords.channel[stated.channel]
  const value = stated[field]
  return value === null ? t.nothingThere : asIs(value)
}
