import fc from 'fast-check'
import { CHANNELS } from '../../src/fines/complaint.ts'
import { FAULT_CLASSES } from '../../src/ticket/ticket.ts'
import type { Person } from './oracle.ts'

const place = { name: '张三', address: '建设路5号' }

/** Every way in which two people are, or only seem to be, the same customer. */
export const PEOPLE: readonly Person[] = [
  { account_no: 'A1', phone: '13800000001', ...place, digits: ['13800000001'] },
  { account_no: null, phone: '13800000001', name: '王五', address: '东街1号', digits: ['13800000001'] },
  { account_no: 'A2', phone: '13800000001', name: '王五', address: '东街1号', digits: ['13800000001'] },
  { account_no: null, phone: '无', ...place, digits: [] },
  { account_no: null, phone: '13800000002 / 0517-7654321', ...place, digits: ['13800000002', '7654321'] },
  {
    account_no: null,
    phone: '7654321、13900000009',
    name: '赵六',
    address: '西街2号',
    digits: ['7654321', '13900000009'],
  },
  { account_no: 'A1', phone: '13911111111', name: '李四', address: '南街3号', digits: ['13911111111'] },
]

/** One mobile number and one landline in every form in which people write them, with what they come to. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '13800000001': [
    '138 0000 0001',
    '138-0000-0001',
    '+86 13800000001',
    '0086-138-0000-0001',
    '８６１３８０００００００１',
    '(张三手机) 13800000001',
  ],
  '7654321': ['0517-7654321', '(0517) 7654321', '05177654321', '+86 517 7654321', '7654321转8', '７６５４３２１-8'],
}
export const WRITERS = Object.entries(WRITTEN).flatMap(([digits, forms]) =>
  forms.map((phone): Person => ({ account_no: null, phone, name: '周七', address: '北街4号', digits: [digits] })),
)
const person = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PEOPLE) },
  { weight: 1, arbitrary: fc.constantFrom(...WRITERS) },
)

export const STAFF = [
  ['CG', '王伟'],
  ['CG', '李强'],
  ['XZ', '赵敏'],
] as const

const pick = fc.nat(1000)
const HOUR = 3600
/** Spans that hit deadlines, windows and months, to the second and beside it. */
const span = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 24 * HOUR, 24 * HOUR + 1, 36 * HOUR, 36 * HOUR + 1, 30 * 24 * HOUR) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 50 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 * 24 * HOUR }) },
)
const staff = fc.constantFrom(...STAFF)

const steps = {
  call: fc.record({
    do: fc.constant('call' as const),
    person,
    kind: fc.constantFrom(...FAULT_CLASSES, 'line'),
    branch: fc.constantFrom('CG', 'XZ'),
    ago: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: span }),
    /** Known to be repaired already, as in a book; how long after the report. */
    repaired: fc.option(span),
  }),
  wait: fc.record({ do: fc.constant('wait' as const), span, toMonth: fc.boolean() }),
  repair: fc.record({ do: fc.constant('repair' as const), pick, after: span, by: staff }),
  assign: fc.record({ do: fc.constant('assign' as const), pick, to: staff }),
  /** Also for a deadline before the report, as it is by now. */
  approve: fc.record({
    do: fc.constant('approve' as const),
    pick,
    after: fc.oneof({ weight: 4, arbitrary: span }, { weight: 1, arbitrary: span.map((seconds) => -seconds) }),
  }),
  amend: fc.record({
    do: fc.constant('amend' as const),
    pick,
    kind: fc.option(fc.constantFrom(...FAULT_CLASSES)),
    person: fc.option(person),
    branch: fc.option(fc.constantFrom('CG', 'XZ')),
    earlier: fc.option(span),
  }),
  reopen: fc.record({ do: fc.constant('reopen' as const), pick }),
  void: fc.record({ do: fc.constant('void' as const), pick }),
  complain: fc.record({
    do: fc.constant('complain' as const),
    pick: fc.option(pick),
    channel: fc.constantFrom(...CHANNELS),
    about: staff,
    ago: span,
  }),
  amendComplaint: fc.record({
    do: fc.constant('amendComplaint' as const),
    pick,
    channel: fc.constantFrom(...CHANNELS),
    ago: span,
    /** The report that it turned out to be about. */
    about: fc.option(pick),
  }),
  voidComplaint: fc.record({ do: fc.constant('voidComplaint' as const), pick }),
  confirm: fc.record({ do: fc.constant('confirm' as const), pick }),
  dismiss: fc.record({ do: fc.constant('dismiss' as const), pick, ground: fc.constantFrom('not-upheld', 'duplicate') }),
  correct: fc.record({ do: fc.constant('correct' as const), pick, to: fc.option(staff), inPerson: fc.boolean() }),
  close: fc.record({ do: fc.constant('close' as const), pick }),
  rule: fc.record({
    do: fc.constant('rule' as const),
    rule: fc.constantFrom(
      ['line_hours', 12],
      ['network_hours', 48],
      ['repeat_days', 10],
      ['fine_overdue', 1500],
      ['fine_repeat', 2500],
    ),
  }),
}

/** One thing that happens at a desk. */
export type Step =
  (typeof steps)[keyof typeof steps] extends fc.Arbitrary<unknown>
    ? { [K in keyof typeof steps]: (typeof steps)[K] extends fc.Arbitrary<infer S> ? S : never }[keyof typeof steps]
    : never

const weights: Readonly<Record<keyof typeof steps, number>> = {
  call: 9,
  wait: 7,
  repair: 7,
  assign: 2,
  approve: 2,
  amend: 4,
  reopen: 1,
  void: 1,
  complain: 2,
  amendComplaint: 1,
  voidComplaint: 1,
  confirm: 5,
  dismiss: 2,
  correct: 2,
  close: 4,
  rule: 1,
}

export const histories = fc.array(
  fc.oneof(
    ...Object.entries(steps).map(([name, arbitrary]) => ({
      weight: weights[name as keyof typeof steps],
      arbitrary: arbitrary as fc.Arbitrary<Step>,
    })),
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
)
