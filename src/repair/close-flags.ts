import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import type { Given } from '../kernel/verb.ts'

/** What is told of a slip that came back. */
export const closeFlags = {
  customer_signed: f.text('NAME', t.customerSigned),
  maintainer_signed: f.text('NAME', t.maintainerSigned),
  repaired_at: f.happenedIfGiven(t.repairedAt),
  by: f.text('MAINTAINER', t.by),
  resolution: f.text('TEXT', t.resolution),
  returned_at: f.happened(t.returnedAt),
  no_slip: f.toggle(t.noSlip),
  reason: f.text('TEXT', t.noSlipReason),
}
export type CloseGiven = Given<typeof closeFlags>
