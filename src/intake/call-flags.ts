import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { ticketWords as t } from '../kernel/messages/ticket.ts'
import { phone } from '../kernel/phone-flag.ts'
import { FAULT_CLASSES, INTAKES, SERVICES } from '../ticket/ticket.ts'

/** What a slip says of the call (1.3): `log` fills it in, `amend` corrects it. */
export const callFlags = {
  name: f.text('NAME', t.name),
  address: f.text('TEXT', t.address),
  phone: phone(t.phone),
  symptom: f.text('TEXT', t.symptom),
  class: f.choice(FAULT_CLASSES, t.faultClass, codeWords.fault_class),
  branch: f.text('CODE', t.branch),
  taken_by: f.text('NAME', t.takenBy),
  account: f.text('NO', t.account),
  service: f.choice(SERVICES, t.service, codeWords.service),
  intake: f.choice(INTAKES, t.intake, codeWords.intake),
  note: f.text('TEXT', t.note),
}
