import type { Text } from '../text.ts'

/** Repairing (2.1–2.6, 2.10). */
export const repairWords = {
  allOrNone: {
    en: 'Several tickets are changed all or none; more than three are asked about first (--yes).',
    zh: '几张单同时登记时，要么全部登记，要么一张不动；超过三张先问一声（--yes 不问）。',
  } as Text,
  holdNotes: {
    en: 'An appointment is needed with absent, customer-request and no-access; with parts, weather and other it may follow later. The deadline never moves. Several tickets are changed all or none.',
    zh: '家中无人、用户要求、进不了门须有预约；缺材料、天气、其他可以以后再约。时限不变。几张单同时登记时，要么全部登记，要么一张不动。',
  } as Text,
  repairedWhen: { en: 'when was it repaired (Enter: now)', zh: '修复时间（回车=现在）' } as Text,
  assign: { en: 'Send a maintainer', zh: '派修' } as Text,
  hold: { en: 'Record why it could not be repaired yet, and the appointment', zh: '登记未修原因和预约时间' } as Text,
  approve: {
    en: 'Record the deadline that leadership approved for a severe fault',
    zh: '登记领导批准的严重故障修复时限',
  } as Text,
  repair: { en: 'The fault is cleared; the slip is still out', zh: '登记修复（回单尚未送回）' } as Text,
  close: { en: 'The slip is back with both signatures', zh: '登记回单（双方签名）' } as Text,
  closeNotes: {
    en: 'Records the repair too where `repair` was not given: then --by and --resolution are needed, and --repaired-at defaults to the time the slip came back. --no-slip --reason is for faults cleared by phone before any paper went out.',
    zh: '未登记修复的，同时登记修复：须给出 --by 和 --resolution，--repaired-at 默认为回单时间。电话中已排除、从未出过纸单的，用 --no-slip --reason。',
  } as Text,
  slipOf: (no: string, name: string, address: string): Text => ({
    en: `The slip of ${no}: ${name}, ${address}`,
    zh: `回单 ${no}：${name}，${address}`,
  }),
  slip: { en: 'Print the repair slip with its stub', zh: '打印报修单和存根' } as Text,
  to: { en: 'the maintainer who goes', zh: '派去的维护人' } as Text,
  assignedAt: { en: 'when; default now', zh: '派修时间；默认现在' } as Text,
  holdReason: { en: 'why it could not be repaired', zh: '未修原因' } as Text,
  appointment: { en: 'the appointment with the customer', zh: '与用户约定的时间' } as Text,
  calledAt: { en: 'when the customer was phoned; default now', zh: '电话联系时间；默认现在' } as Text,
  by: { en: 'the maintainer', zh: '维护人' } as Text,
  deadline: { en: 'the approved deadline', zh: '批准的修复时限' } as Text,
  approvedBy: { en: 'who approved it', zh: '批准人' } as Text,
  resolution: { en: 'what was done', zh: '处理结果' } as Text,
  repairedAt: { en: 'when it was repaired; default now', zh: '修复时间；默认现在' } as Text,
  customerSigned: { en: 'who signed for the customer', zh: '用户签名' } as Text,
  maintainerSigned: { en: 'who signed for the maintainer', zh: '维护人签名' } as Text,
  returnedAt: { en: 'when the slip came back; default now', zh: '回单时间；默认现在' } as Text,
  noSlip: { en: 'no paper ever went out', zh: '从未出过纸单' } as Text,
  noSlipReason: { en: 'why there is no slip', zh: '无回单的原因' } as Text,
  format: { en: 'form of the paper', zh: '单据格式' } as Text,
  notSevere: (no: string): Text => ({ en: `${no} is not a severe fault`, zh: `${no} 不是严重网络故障` }),
  signatures: (no: string, labels: readonly string[]): Text => ({
    en: `the slip of ${no} lacks ${labels.join(' and ')}`,
    zh: `${no} 的报修单缺少 ${labels.join(' 和 ')}`,
  }),
  signedWithoutSlip: {
    en: 'either the slip is back with its signatures, or there is none (--no-slip --reason): not both',
    zh: '回单有签名，或没有纸单（--no-slip --reason），二者只能选一',
  } as Text,
  reasonWithSlip: {
    en: '--reason says why there is no slip: it goes with --no-slip',
    zh: '--reason 说明为何没有纸单，须与 --no-slip 同用',
  } as Text,
  paperWentOut: (no: string, batch: string): Text => ({
    en: `the slip of ${no} went out with ${batch}: it needs both signatures`,
    zh: `${no} 的纸单已随 ${batch} 交出，须有双方签名`,
  }),
  repairMissing: (no: string, labels: readonly string[]): Text => ({
    en: `${no} has no repair yet; give ${labels.join(' and ')}`,
    zh: `${no} 还没有修复记录；请给出 ${labels.join(' 和 ')}`,
  }),
  repairedOtherwise: (no: string, by: string, at: string): Text => ({
    en: `${no} has a repair already (${by}, ${at}) that differs from what was given`,
    zh: `${no} 已有修复记录（${by}，${at}），与所给不同`,
  }),
  none: { en: 'no tickets', zh: '没有报修单' } as Text,
  slipTitle: { en: 'Repair slip', zh: '用户报修单' } as Text,
  stubTitle: { en: 'Stub (stays at the desk)', zh: '存根（客户部留存）' } as Text,
  tearHere: { en: 'tear here', zh: '沿此线撕开' } as Text,
  awaitingApproval: { en: 'awaiting approval', zh: '待领导批准' } as Text,
  byApproval: (at: string, leader: string): Text => ({
    en: `by ${at}, as approved by ${leader}`,
    zh: `${at} 前（${leader} 批准）`,
  }),
  withinHours: (at: string, hours: number): Text => ({
    en: `by ${at} (within ${hours} hours of the report)`,
    zh: `${at} 前（接报起 ${hours} 小时内修复）`,
  }),
  voided: { en: 'VOID', zh: '作废' } as Text,
}
