import type { Text } from '../text.ts'

/** What must hold in the books, and what to do where it does not. */
export const invariantWords = {
  restoreOrAsk: {
    en: 'keep a copy of the database, look at `baoxiu show`, and restore the latest good backup if the record was changed by hand',
    zh: '请先保留一份数据库副本，用 `baoxiu show` 查看；若记录被手工改动，请恢复最近的完好备份',
  } as Text,

  numberMissing: (first: string, last: string): Text =>
    first === last
      ? {
          en: `${first} does not exist, although higher numbers of its day were given`,
          zh: `缺 ${first}，而当日更大的号码已经用过`,
        }
      : {
          en: `${first} to ${last} do not exist, although the counter of their day passed them`,
          zh: `缺 ${first} 至 ${last}，而当日计数已越过`,
        },
  counterBehind: (highest: string, last: number): Text => ({
    en: `the counter stands at ${last}, but ${highest} exists`,
    zh: `计数为 ${last}，但 ${highest} 已存在`,
  }),
  findNumber: {
    en: 'look for the paper slip of that number and for a backup that still has the ticket; explain the gap in writing',
    zh: '请查找该号码的纸单，并查找仍有该单的备份；对缺号作书面说明',
  } as Text,

  repairedBefore: (repaired: string, reported: string): Text => ({
    en: `repaired at ${repaired}, before the report at ${reported}`,
    zh: `修复时间 ${repaired} 早于接报时间 ${reported}`,
  }),
  returnedBefore: (returned: string, repaired: string): Text => ({
    en: `slip back at ${returned}, before the repair at ${repaired}`,
    zh: `回单时间 ${returned} 早于修复时间 ${repaired}`,
  }),
  correctTimes: {
    en: 'correct the times with `baoxiu amend TICKET --repaired-at TIME --reason TEXT`',
    zh: '请用 `baoxiu amend 单号 --repaired-at 时间 --reason 原因` 更正',
  } as Text,

  halfRepaired: {
    en: 'its repair is only partly recorded (time, maintainer, result)',
    zh: '修复记录不全（时间、维护人、处理结果）',
  } as Text,
  closedUnrepaired: { en: 'closed without a repair', zh: '已回单但没有修复记录' } as Text,
  closedUnsigned: {
    en: 'closed without both signatures or a reason why there is no slip (2.5)',
    zh: '已回单，但缺少双方签名，也没有无回单原因（2.5）',
  } as Text,
  correctRepair: {
    en: 'correct it with `baoxiu amend`, or withdraw the repair with `baoxiu reopen`',
    zh: '更正用 `baoxiu amend`，撤回修复用 `baoxiu reopen`',
  } as Text,

  chasesDiffer: (said: number, found: number): Text => ({
    en: `says ${said} chases; ${found} are recorded`,
    zh: `单上催修 ${said} 次，实际记录 ${found} 次`,
  }),
  holdDiffers: {
    en: 'its hold reason or appointment is not that of its latest hold',
    zh: '未修原因或预约时间与最近一次未修记录不符',
  } as Text,
  approvalDiffers: {
    en: 'its approved deadline is not that of its latest approval',
    zh: '批准的时限与最近一次批准记录不符',
  } as Text,
  appointmentMissing: { en: 'a hold without an appointment (2.6)', zh: '缓修但没有预约时间（2.6）' } as Text,
  duplicateUnknown: (no: string): Text => ({
    en: `void as a duplicate of ${no}, which does not exist`,
    zh: `因与 ${no} 重复而作废，但该单不存在`,
  }),
  duplicateDead: (no: string): Text => ({
    en: `void as a duplicate of ${no}, which is void too: the call is on no live ticket`,
    zh: `因与 ${no} 重复而作废，但该单也已作废：这次报修没有有效的单`,
  }),
  reopenOriginal: {
    en: 'take one of the two back with `baoxiu reopen TICKET --reason TEXT`',
    zh: '请用 `baoxiu reopen 单号 --reason 原因` 撤回其中一张的作废',
  } as Text,
  keysDiffer: {
    en: 'is not found by its own phone or address: repeats of this customer go unseen',
    zh: '按自己的电话或地址查不到：该用户的连续报修会漏掉',
  } as Text,
  amendPhone: {
    en: 'write it anew with `baoxiu amend TICKET --phone NUMBER --reason TEXT`',
    zh: '请用 `baoxiu amend 单号 --phone 号码 --reason 原因` 重新写入',
  } as Text,

  changesUnrecorded: (changes: number, entries: number): Text => ({
    en: `was changed ${changes} times; the journal knows ${entries}`,
    zh: `改动过 ${changes} 次，日志中有 ${entries} 次`,
  }),
  rowsUnrecorded: (rows: number, entries: number): Text => ({
    en: `it has ${rows} rows, and ${entries} entries of the journal tell of a new one`,
    zh: `表中有 ${rows} 行，日志中新增记录却有 ${entries} 条`,
  }),
  askFully: {
    en: 'somebody changed the database without baoxiu: `baoxiu check --full` names the records; keep a copy, and restore the latest good backup',
    zh: '有人绕过 baoxiu 改动了数据库：`baoxiu check --full` 会逐条列出；请先保留副本，再恢复最近的完好备份',
  } as Text,
  journalGap: (entries: number, last: number): Text => ({
    en: `the journal has ${entries} entries, the last one is number ${last}`,
    zh: `日志共 ${entries} 条，末条编号为 ${last}`,
  }),
  journalDiffers: (table: string, columns: readonly string[]): Text => ({
    en: `${table} is not what the journal says: ${columns.join(', ')}`,
    zh: `${table} 与日志不符：${columns.join('、')}`,
  }),
  journalLacks: (table: string): Text => ({
    en: `${table}: it is there, and the journal does not know of it`,
    zh: `${table}：记录在，日志中却没有来历`,
  }),
  journalStray: (table: string): Text => ({
    en: `has an entry about "${table}", which the program never writes`,
    zh: `有一条关于 "${table}" 的日志，本程序从不这样写`,
  }),
  rowGone: (table: string): Text => ({
    en: `${table}: the journal knows of it, and it is gone`,
    zh: `${table}：日志中有，记录却不在了`,
  }),
  changedByHand: {
    en: 'somebody changed the database without baoxiu: compare with a backup, and restore it if in doubt',
    zh: '有人绕过 baoxiu 改动了数据库：请与备份核对，有疑问时恢复备份',
  } as Text,

  slipsDiffer: (said: number, found: number): Text => ({
    en: `says ${said} slips; it has ${found}`,
    zh: `记为 ${said} 张，实际 ${found} 张`,
  }),
  halfSigned: {
    en: 'has a signature without its time, or the other way round',
    zh: '签收人与签收时间只有其一',
  } as Text,
  signedBefore: { en: 'was signed for before it was printed', zh: '签收时间早于打印时间' } as Text,
  notInBatch: (batch: string): Text => ({
    en: `says it was handed over with ${batch}, which does not list it`,
    zh: `记为随 ${batch} 交接，但该批中没有它`,
  }),
  batchDiffers: (batch: string): Text => ({
    en: `its hand-over time or channel is not that of ${batch}`,
    zh: `交接时间或渠道与 ${batch} 不符`,
  }),
  inTwoBatches: (first: string, second: string): Text => ({
    en: `is in ${first} and in ${second} without having been struck off the first`,
    zh: `同时在 ${first} 和 ${second} 中，却没有从前一批划去`,
  }),
  givenAndGone: (no: string): Text => ({
    en: `${no} does not exist, although its number was given`,
    zh: `缺 ${no}，而该号码已经用过`,
  }),

  settingMissing: (key: string): Text => ({ en: `setting ${key} is missing`, zh: `缺少设置项 ${key}` }),
  settingOdd: (key: string, value: string): Text => ({
    en: `setting ${key} is "${value}"`,
    zh: `设置项 ${key} 的值为“${value}”`,
  }),
  ruleMissing: (key: string): Text => ({
    en: `rule ${key} has no value from the beginning on`,
    zh: `规则 ${key} 没有最初的值`,
  }),
  setAgain: { en: 'set it again with `baoxiu office set`', zh: '请用 `baoxiu office set` 重新设置' } as Text,

  importDiffers: (said: number, found: number): Text => ({
    en: `brought in ${said} rows; ${found} are there`,
    zh: `导入 ${said} 行，实际有 ${found} 行`,
  }),

  unread: (why: string): Text => ({
    en: `cannot be told: the records are not as the program writes them (${why})`,
    zh: `无法判断：记录不是本程序写成的样子（${why}）`,
  }),
  neverFound: {
    en: 'was decided on, but the records never said that it should be fined',
    zh: '有核实决定，但按记录从无此事由',
  } as Text,
}
