import type { Text } from '../text.ts'

/** Complaints and fines (3.x). */
export const fineWords = {
  goOnComplaint: { en: 'go on with the complaint that was left half typed', zh: '接着登记上次没登完的' } as Text,
  complaintAdd: { en: 'Record a complaint', zh: '登记投诉' } as Text,
  complaintAddNotes: {
    en: 'With --ticket the branch and the maintainer are those of the ticket, as it stands when the fine is worked out; without, name the branch. Two channels for one event are two complaints.',
    zh: '给出 --ticket 时，罚哪个分公司和维修员以该报修单为准（随单据更正而变）；否则请写明分公司。同一事件经两个渠道投诉，按两次登记。',
  } as Text,
  complaintList: { en: 'List the complaints', zh: '列出投诉' } as Text,
  complaintAmend: { en: 'Correct a complaint', zh: '更正投诉记录' } as Text,
  complaintVoid: { en: 'Void a complaint; its number stays', zh: '作废投诉记录；编号保留' } as Text,
  complaint: { en: 'number of the complaint', zh: '投诉编号' } as Text,
  channel: { en: 'where the customer complained (3.3)', zh: '投诉渠道（3.3）' } as Text,
  ofTicket: { en: 'the report that it is about', zh: '所涉及的报修单' } as Text,
  ofBranch: { en: 'branch, by code or name', zh: '分公司代码或名称' } as Text,
  ofMaintainer: { en: 'maintainer', zh: '维护人' } as Text,
  content: { en: 'what the customer complains about', zh: '投诉内容' } as Text,
  complainant: { en: 'who complained', zh: '投诉人' } as Text,
  receivedAt: { en: 'when it was received; default now', zh: '受理时间；默认现在' } as Text,
  voidToo: { en: 'void ones too', zh: '包括已作废的' } as Text,
  noComplaints: { en: 'no complaints', zh: '没有投诉' } as Text,
  complaintUnknown: (typed: string): Text => ({ en: `no complaint ${typed}`, zh: `没有投诉 ${typed}` }),
  complaintIsVoid: (no: string): Text => ({ en: `${no} is void`, zh: `${no} 已作废` }),
  ticketOrBranch: {
    en: 'give either --ticket, or --branch with or without --maintainer',
    zh: '--ticket 与 --branch（可加 --maintainer）二者选一',
  } as Text,

  list: {
    en: 'List fines: what the facts say, and what was decided',
    zh: '列出处罚：按记录推算的应罚事项及核实结果',
  } as Text,
  listNotes: {
    en: 'Findings are worked out from the facts as of now and stay pending until somebody confirms or dismisses them. With --month: every line booked in the month (a reversal with its negative sum), so that the rows add up to the summary, and what occurred in it without a line; of the current month also findings that surfaced for a closed one; of a closed month what it said. Without --month: every fine once, as it stands now.',
    zh: '按当前记录推算；未经核实的一律为待核实。写 --month：该月记的每一笔（冲销为负数），合计与汇总一致，另加当月发生而未记账的；当月清单还包括月结之后才发现的往月处罚；已月结的月份照月结时的内容。不写 --month：每项一行，按现在的情况。',
  } as Text,
  confirm: { en: 'Confirm fines: verified', zh: '核实属实' } as Text,
  confirmNotes: {
    en: 'Books one line each, in the month the case occurred while that month is open, else in the month of the decision. The same decision again adds a note and no line.',
    zh: '每项记账一笔：发生当月未月结的记入当月，已月结的记入核实当月。重复同一决定只加备注，不再记账。',
  } as Text,
  dismiss: { en: 'Dismiss a fine: not to be paid', zh: '核实后不予处罚' } as Text,
  dismissNotes: {
    en: 'A complaint takes no excuses (3.3): it can only be found untrue, or a duplicate. A fine that was confirmed is taken back by a reversal in the ledger.',
    zh: '投诉不接受任何理由（3.3），只能查实为不属实或重复。已属实的处罚在处罚流水中冲销。',
  } as Text,
  correct: { en: 'Move a fine to another branch or maintainer', zh: '改罚其他分公司或维修员' } as Text,
  correctNotes: {
    en: 'A confirmed fine is reversed and booked anew with what the records say now; of a pending one the correction is kept for its confirmation. With another --branch alone, nobody in person answers. With neither, a confirmed fine whose records were changed is booked on whom they name now.',
    zh: '已属实的处罚冲销后照现有记录重新记账；待核实的保留更正，属实时照此记账。只改 --branch 时不落实到个人。都不写时，记录改过的处罚照现有记录改记。',
  } as Text,
  explain: { en: 'Explain a fine: why this much, why this person', zh: '说明一项处罚：为什么罚、为什么是他' } as Text,
  explainNotes: {
    en: 'The slip, the deadline or the earlier repair, holds and approvals with their times, the rules with their dates, and everything that was decided and booked.',
    zh: '列出报修单、时限或前次修复、未修和批准的时间、适用规则及其生效日期，以及全部核实经过和处罚流水。',
  } as Text,
  mayBeExcused: (fines: readonly string[]): Text => ({
    en: `overdue, with a hold before the deadline whose reason lies with the customer: ${fines.join(' ')}; see \`fines explain\``,
    zh: `以下超时在时限前有因用户原因的未修记录：${fines.join(' ')}；见 \`fines explain\``,
  }),
  ledger: { en: 'Show the booked lines', zh: '显示处罚流水' } as Text,
  ledgerNotes: {
    en: '--month is the month that the lines are booked in.',
    zh: '--month 按记账月份。',
  } as Text,
  summary: { en: 'Sums by branch and maintainer', zh: '按分公司和维修员汇总' } as Text,
  summaryNotes: {
    en: 'Counts and yuan are of confirmed fines; pending ones stand in columns of their own. Adjustments are lines booked in this month for earlier ones. Default: the current month.',
    zh: '次数和金额只计已属实的；待核实的单列。调整金额是本月记账的往月处罚。默认当月。',
  } as Text,
  closeMonth: { en: 'Close a month: what it says never changes again', zh: '月结：该月报表从此不变' } as Text,
  closeMonthNotes: {
    en: 'Stores the summary and the list as they stand, pending findings or not. Later decisions are booked in the next open month.',
    zh: '按现状保存汇总和清单，无论有无待核实的。以后的决定记入下一个未月结的月份。',
  } as Text,
  nightly: { en: 'Write the month’s fines as CSV files, for cron', zh: '写出当月处罚 CSV 文件（供定时任务）' } as Text,
  nightlyNotes: {
    en: 'fines-YYYY-MM.csv and fines-summary-YYYY-MM.csv of the current month, and of every earlier month that is open and has findings or lines; of closed months what is missing in DIR, or is of before the close. Says nothing where all went well. The same facts give the same bytes.',
    zh: '写出当月以及以前各未月结且有处罚月份的 fines-YYYY-MM.csv 和 fines-summary-YYYY-MM.csv；已月结的月份，缺的文件补上，月结前写的改为月结时的内容。正常时不输出任何内容；记录不变则文件逐字节相同。',
  } as Text,
  fine: {
    en: 'overdue:TICKET, repeat:TICKET or complaint:COMPLAINT',
    zh: 'overdue:报修单号、repeat:报修单号 或 complaint:投诉编号',
  } as Text,
  by: { en: 'who verified it', zh: '核实人' } as Text,
  closedBy: { en: 'who closes the month', zh: '月结人' } as Text,
  note: { en: 'remark', zh: '备注' } as Text,
  reason: { en: 'why', zh: '原因' } as Text,
  ground: {
    en: 'not-upheld, duplicate, or excused (never a complaint)',
    zh: 'not-upheld 不属实，duplicate 重复，excused 免罚（投诉除外）',
  } as Text,
  newBranch: { en: 'the branch that answers', zh: '责任分公司' } as Text,
  newMaintainer: { en: 'the maintainer who answers', zh: '责任维护人' } as Text,
  month: { en: 'the month, 2026-11', zh: '月份，如 2026-11' } as Text,
  byStatus: {
    en: 'pending, confirmed, dismissed, or reversed (with --month)',
    zh: 'pending 待核实，confirmed 属实，dismissed 不处罚，reversed 已冲销（须写 --month）',
  } as Text,
  byKind: {
    en: 'overdue (3.1), repeat (3.2) or complaint (3.3)',
    zh: 'overdue 超时（3.1），repeat 连续报修（3.2），complaint 投诉（3.3）',
  } as Text,
  group: {
    en: 'one row per maintainer, per branch, or per person over the branches that he was moved between',
    zh: 'maintainer 按维修员，branch 按分公司，person 按人（调动前后的分公司合成一行）',
  } as Text,
  outDir: { en: 'the folder for the files', zh: '文件存放目录' } as Text,

  overdueShort: { en: 'Overdue', zh: '超时' } as Text,
  repeatShort: { en: 'Repeat', zh: '连续' } as Text,
  complaintShort: { en: 'Complaint', zh: '投诉' } as Text,
  adjusted: { en: 'Adjusted', zh: '调整' } as Text,
  totalShort: { en: 'Yuan', zh: '金额' } as Text,
  pendingShort: { en: 'Pending', zh: '待核实' } as Text,
  nobodyNamed: { en: '(the branch)', zh: '（分公司）' } as Text,
  allBranches: { en: 'All', zh: '合计' } as Text,
  legend: { en: '# confirmed  : pending', zh: '# 属实  : 待核实' } as Text,
  summaryTitle: (month: string): Text => ({ en: `Fines of ${month}, not closed`, zh: `${month} 处罚汇总（未月结）` }),
  closedTitle: (month: string, by: string, at: string): Text => ({
    en: `Fines of ${month}, closed by ${by} at ${at}`,
    zh: `${month} 处罚汇总（${by} 于 ${at} 月结）`,
  }),
  noFines: { en: 'no fines', zh: '没有处罚' } as Text,
  noLines: { en: 'no lines', zh: '没有流水' } as Text,
  maintainerUnknown: (typed: string, near: readonly string[]): Text => ({
    en: `no maintainer "${typed}"${near.length === 0 ? '' : `; nearest: ${near.join(', ')}`}`,
    zh: `没有维护人“${typed}”${near.length === 0 ? '' : `；相近的有：${near.join('、')}`}`,
  }),
  fineUnknown: (typed: string): Text => ({ en: `no fine ${typed}`, zh: `没有处罚 ${typed}` }),
  notAFine: (typed: string): Text => ({
    en: `"${typed}" is not a fine; type overdue:TICKET, repeat:TICKET or complaint:COMPLAINT`,
    zh: `“${typed}”不是处罚编号；请写成 overdue:报修单号、repeat:报修单号 或 complaint:投诉编号`,
  }),
  noExcuses: (fine: string): Text => ({
    en: `${fine}: no excuses are accepted for complaints (3.3)`,
    zh: `${fine}：投诉不接受任何理由（3.3）`,
  }),
  confirmedAlready: (fine: string, by: string, at: string): Text => ({
    en: `${fine} was confirmed already by ${by} at ${at}; noted, nothing booked`,
    zh: `${fine} 已由 ${by} 于 ${at} 核实属实；只记备注，未记账`,
  }),
  dismissedAlready: (fine: string, by: string, at: string): Text => ({
    en: `${fine} was dismissed already by ${by} at ${at}; noted, nothing booked`,
    zh: `${fine} 已由 ${by} 于 ${at} 核实不予处罚；只记备注，未记账`,
  }),
  correctedAlready: (fine: string, who: string): Text => ({
    en: `${fine} stands on ${who} already; noted, nothing booked`,
    zh: `${fine} 的责任本来就是 ${who}；只记备注，未记账`,
  }),
  bookedLater: (fine: string, month: string, booked: string): Text => ({
    en: `${fine} is of ${month}, which is closed; booked in ${booked}`,
    zh: `${fine} 属于已月结的 ${month}，记入 ${booked}`,
  }),
  keptForLater: (fine: string): Text => ({
    en: `${fine} is not confirmed; the correction is kept for its confirmation`,
    zh: `${fine} 尚未核实属实；更正已保留，属实时照此记账`,
  }),
  nothingToCorrect: {
    en: 'give --branch, --maintainer or both',
    zh: '请给出 --branch 或 --maintainer，或两者',
  } as Text,
  monthNotOver: (month: string): Text => ({ en: `${month} is not over yet`, zh: `${month} 还没有结束` }),
  finesFromFixed: (day: string, month: string): Text => ({
    en: `fines_from stays ${day}: without it findings of ${month} and before, which is closed, would vanish`,
    zh: `fines_from 仍为 ${day}：改动后，已月结的 ${month} 及以前的应罚事项会消失`,
  }),
  monthAhead: (month: string): Text => ({ en: `${month} has not begun yet`, zh: `${month} 还没有开始` }),
  monthLost: (month: string): Text => ({
    en: `${month} was closed, and its record is gone`,
    zh: `${month} 已月结，但月结记录不见了`,
  }),
  closedAlready: (month: string, by: string, at: string): Text => ({
    en: `${month} was closed already by ${by} at ${at}`,
    zh: `${month} 已由 ${by} 于 ${at} 月结`,
  }),
  stillPending: (month: string, count: number): Text => ({
    en: `${count} of ${month} were still pending; confirmed later, they are booked in a later month`,
    zh: `${month} 仍有 ${count} 项待核实；以后属实的记入以后的月份`,
  }),
} as const

/** What `fines explain` says of a fine that was decided on, where the records have changed since. */
export const decidedWords = {
  openWhenDecided: (at: string, late: Text): Text => ({
    en: `not repaired yet when it was decided on at ${at}, ${late.en} late (3.1)`,
    zh: `${at} 核实时尚未修复，已超时 ${late.zh}（3.1）`,
  }),
  asBooked: (yuan: string, who: string, by: string, at: string): Text => ({
    en: `${yuan} yuan stand booked on ${who}, confirmed by ${by} at ${at}; the journal does not tell on what facts`,
    zh: `${by} 于 ${at} 核实，${yuan} 元记在 ${who} 名下；日志未载当时所据事实`,
  }),
  ruleSince: (since: string): Text => ({ en: `a rule of ${since}`, zh: `该规则自 ${since} 起执行` }),
  oneLine: (fine: string, yuan: string, status: Text): Text => ({
    en: `${fine}  ${yuan} yuan  ${status.en}`,
    zh: `${fine}  ${yuan} 元  ${status.zh}`,
  }),
  notListed: { en: 'not listed any more', zh: '已不在清单中' } as Text,
  recordsNow: (said: Text): Text => ({
    en: `the records have changed since and now say: ${said.en}`,
    zh: `此后记录已有变动，现为：${said.zh}`,
  }),
  decideAgain: {
    en: 'what is booked stands until somebody decides again',
    zh: '在重新核实之前，仍按记账时的算',
  } as Text,
  voidSince: (no: string, at: string, reason: string): Text => ({
    en: `${no} is void since ${at}: ${reason}`,
    zh: `${no} 已于 ${at} 作废：${reason}`,
  }),
  nothingBooked: {
    en: 'the facts do not say so any more; nothing stands booked',
    zh: '按现有记录已无此事由；未记账',
  } as Text,
} as const
