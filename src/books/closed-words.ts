import { formsOf } from '../kernel/choices.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import type { Word } from '../kernel/text.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { FaultClass, HoldReason, Intake, Service } from '../ticket/ticket.ts'

/** What a status column says of a row; which open state it was in does not matter to us. `out`: only the slip is. */
export type BookStatus = 'open' | 'out' | 'done' | 'void'

function table<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<string>(words).flatMap(([code, spelled]) =>
      spelled.split(' ').map((word) => [foldWord(word), code as T] as const),
    ),
  )
}

/** Our own closed words with all that people write for them. */
function ours<T extends string>(words: Readonly<Record<T, Word>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<Word>(words).flatMap(([code, word]) =>
      formsOf(code, word).map((form) => [form, code as T] as const),
    ),
  )
}

export const CLASS_WORDS = ours<FaultClass>(codeWords.fault_class)
export const SERVICE_WORDS = ours<Service>(codeWords.service)
export const INTAKE_WORDS = ours<Intake>(codeWords.intake)
export const HOLD_WORDS = ours<HoldReason>(codeWords.hold_reason)

export const STATUS_WORDS = table<BookStatus>({
  open:
    'open handedover onhold 待再上门 缓修 已交接 自接待修 new inprogress processing processingassigned processingplanned pending assigned reopened unresolved todo ' +
    '未修 未修复 未处理 待修 待处理 处理中 未完成 否 未 派修中 派单中 派工中 已派单 已派工 已派修 已派 待派单 待派工 待派修 待接单 已接单 待交接 已交接 待预约 已预约 ' +
    '未修好 没修 没修好 未解决 未恢复 未结单 未完工 未竣工 待维修 维修中 修理中 抢修中 处理中 待受理 已受理 受理 受理中 待审核 审核中 已登记 新建 新单 在途 挂起 转派 已转派 改约 催修',
  out: '未回单 未返单 待回单 待返单',
  done:
    'repaired closed resolved solved done completed complete fixed finished ' +
    '已修 已修复 修复 已处理 处理完毕 已处理完毕 处理完成 已处理完成 完成 已完成 修好 已修好 是 √ ✓ ✔ 已回单 归档 已归档 办结 已办结 正常 完工 已完工 竣工 已竣工 ' +
    '结单 已结单 关闭 已关闭 恢复 已恢复 已回访 待回访 待评价 已评价 待验收 已验收 已解决 解决 维修完成 修复完成 已维修 已销单 销单 已销障 销障 已消障 已排除 排除 已修通 修通',
  void: 'void cancelled canceled rejected duplicate invalid 作废 已作废 取消 已取消 撤销 撤单 已撤单 已撤销 无效 误报 重复 重复报修 重复单 用户取消 用户撤销',
})
