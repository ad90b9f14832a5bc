import { fieldWords as h } from '../kernel/messages/fields.ts'
import { doctorWords as t } from '../kernel/messages/doctor.ts'
import { records } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Examination } from './examination.ts'
import { examineMachine } from './examine-machine.ts'
import { examineOffice } from './examine-office.ts'

const examinationView = (language: Language): View<Examination> => [
  v.text('subject', h.subject, (x) => x.subject),
  v.text('status', h.status, (x) => x.status),
  v.text('value', h.value, (x) => say(x.value, language)),
  v.text('remedy', h.remedy, (x) => say(x.remedy, language)),
]

/** Looks only: whoever helps over the telephone asks for what it prints. */
export const examineAll = verb({
  path: 'doctor',
  summary: t.doctor,
  notes: t.doctorNotes,
  examples: ['baoxiu doctor', 'baoxiu doctor --json'],
  operands: {},
  flags: {},
  faults: [],
  withoutOffice: true,
  async run(ctx) {
    const all = [...examineMachine(ctx), ...(await examineOffice(ctx))]
    const status = all.some((one) => one.status === 'wrong') ? 1 : 0
    return records(examinationView(ctx.language), all, t.none, { status })
  },
})
