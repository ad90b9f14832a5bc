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

export const CLASS_WORDS = table<FaultClass>({
  line: 'line 线路 线路故障 用户线路 用户线路故障 入户线路 入户线故障 线故障',
  network: 'network 网络 网络故障 一般网络 一般网络故障 普通网络 普通网络故障 一般网路 一般网路故障',
  severe: 'severe 严重网路 严重网络 严重网络故障 重大网络 重大网络故障 严重 严重故障 重大故障',
})

export const SERVICE_WORDS = table<Service>({
  tv: 'tv 电视 有线电视 数字电视 广电 互动电视 高清电视',
  telecom: 'telecom 电信 宽带 电话 固话 固定电话 上网 互联网 电信宽带',
})

export const INTAKE_WORDS = table<Intake>({
  desk: 'desk 客户部 客户部接报 客服 客服中心 客户服务部',
  branch: 'branch 分公司 分公司接报 本站 广电站 乡镇站',
})

export const STATUS_WORDS = table<BookStatus>({
  open:
    'open handedover onhold new inprogress processing processingassigned processingplanned pending assigned reopened unresolved todo ' +
    '未修 未修复 未处理 待修 待处理 处理中 未完成 否 未 派修中 派单中 派工中 已派单 已派工 已派修 已派 待派单 待派工 待派修 待接单 已接单 待交接 已交接 待预约 已预约 ' +
    '未修好 没修 没修好 未解决 未恢复 未结单 未完工 未竣工 待维修 维修中 修理中 抢修中 处理中 待受理 已受理 受理 受理中 待审核 审核中 已登记 新建 新单 在途 挂起 转派 已转派 改约 催修',
  out: '未回单 未返单 待回单 待返单',
  done:
    'repaired closed resolved solved done completed complete fixed finished ' +
    '已修 已修复 修复 已处理 处理完毕 已处理完毕 处理完成 已处理完成 完成 已完成 修好 已修好 是 √ ✓ ✔ 已回单 归档 已归档 办结 已办结 正常 完工 已完工 竣工 已竣工 ' +
    '结单 已结单 关闭 已关闭 恢复 已恢复 已回访 待回访 待评价 已评价 待验收 已验收 已解决 解决 维修完成 修复完成 已维修 已销单 销单 已销障 销障 已消障 已排除 排除 已修通 修通',
  void: 'void cancelled canceled rejected duplicate invalid 作废 已作废 取消 已取消 撤销 撤单 已撤单 已撤销 无效 误报 重复 重复报修 重复单 用户取消 用户撤销',
})

export const HOLD_WORDS = table<HoldReason>({
  absent: 'absent 家中无人 无人 无人在家 用户不在家 不在家 户主不在 用户不在',
  'customer-request': 'customerrequest 用户要求 客户要求 用户改约 改约 用户预约 客户改约 用户要求改期',
  'no-access': 'noaccess 无法进入 进不去 无法入户 锁门 门锁 大门锁',
  parts: 'parts 缺料 缺件 待料 缺材料 无材料 等配件 缺配件 无配件 待配件',
  weather: 'weather 天气 天气原因 下雨 大雨 雨雪 雷雨 下雪 大风 雨天',
  other: 'other 其他 其它 其他原因',
})
