import type { Text } from '../text.ts'

/** Voiding a ticket, and taking mistakes back. */
export const voidWords = {
  void: { en: 'Void a ticket; it keeps its number', zh: '作废报修单；号码保留' } as Text,
  voidNotes: {
    en: 'A duplicate leads to a live ticket. Where others double the one that is voided, --repoint says which they double from now on; with --duplicate-of they follow by themselves. A mistake is taken back with `reopen`.',
    zh: '重复单须指向有效的报修单。被作废的单若另有重复单，用 --repoint 指明它们改指哪张；用 --duplicate-of 的随之改指。作废错了用 `reopen` 撤回。',
  } as Text,
  duplicateOf: { en: 'the ticket that it doubles', zh: '与哪张重复' } as Text,
  repoint: { en: 'the ticket that its duplicates double from now on', zh: '它的重复单改指哪张' } as Text,
  ownDuplicate: (no: string): Text => ({ en: `${no} cannot double itself`, zh: `${no} 不能与自身重复` }),
  nameLive: (no: string | undefined): Text =>
    no === undefined
      ? { en: 'name a ticket that is not void', zh: '请指明一张有效的报修单' }
      : { en: `it doubles ${no}: name that one`, zh: `它与 ${no} 重复，请写 ${no}` },
  hasDuplicates: (no: string, numbers: readonly string[]): Text => ({
    en: `${numbers.join(', ')} double ${no}`,
    zh: `${numbers.join('、')} 登记为与 ${no} 重复`,
  }),
  reopenNotes: {
    en: 'For mistakes: it withdraws repair and close, or a void, and the number stays. A customer who complains of the repair again is a new call: `log`. A void that a batch or a closed month rests on stays.',
    zh: '只用于登记有误：撤回修复和回单，或撤回作废，号码不变。修后用户又来报修是新的报修，请用 `log`。交接批次或月结已按作废处理的，不能撤回。',
  } as Text,
  newComplaint: {
    en: 'both had signed: if the customer complains again, that is a new call, `baoxiu log`',
    zh: '此单双方已签名：若是用户又来报修，应另行登记 `baoxiu log`',
  } as Text,
  slipMissing: (no: string): Text => ({
    en: `the slip had come back, so that the branch holds none: print it again with \`baoxiu slip ${no}\``,
    zh: `纸单已经回来，分公司手里没有了：请重打 \`baoxiu slip ${no}\``,
  }),
  batchRests: (no: string, batch: string): Text => ({
    en: `${no} stands as void in ${batch}, which is frozen`,
    zh: `${no} 在已生成的 ${batch} 中按作废处理，不能撤回`,
  }),
  monthRests: (no: string, month: string): Text => ({
    en: `${no} was void when ${month} was closed`,
    zh: `${month} 月结时 ${no} 已作废，不能撤回`,
  }),
}
